"""Questions about tools: which a project has, what stands in one, how a vote goes."""

from wellrun.projects.models import Tool, ToolItem, VoteRound
from wellrun.projects.queries.tools.items import Card, cards_of, item_of, removed_items
from wellrun.projects.queries.tools.tools import (
    items_visible_to,
    removed_tools,
    tool_for,
    tools_of,
    tools_visible_to,
)
from wellrun.projects.queries.tools.votes import (
    RoundResult,
    candidates_of,
    has_voted,
    how_many_voted,
    result_of,
    running_round,
    standings_of,
    voters_of,
)

__all__ = [
    "Card", "RoundResult", "Tool", "ToolItem", "VoteRound", "candidates_of", "cards_of",
    "has_voted", "how_many_voted", "item_of", "items_visible_to", "removed_items", "removed_tools",
    "result_of", "running_round", "standings_of", "tool_for", "tools_of", "tools_visible_to", "voters_of",
]  # fmt: skip
