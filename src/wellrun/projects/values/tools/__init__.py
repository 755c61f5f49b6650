"""The kinds of tools as one table: what each is for, how it is run, and what its items have."""

from __future__ import annotations

from wellrun.projects.values.tools.causes import FISHBONE, FIVE_WHYS, PARETO, PROCESS_MAP
from wellrun.projects.values.tools.choosing import AFFINITY, EFFORT_IMPACT, VOTING
from wellrun.projects.values.tools.people import FORCE_FIELD, STAKEHOLDERS
from wellrun.projects.values.tools.shape import Groups, KindOfTool, Numbers, Place, ToolKind
from wellrun.projects.values.tools.votes import (
    FEW_VOTES,
    FEWEST_VOTES,
    MOST_RANKS,
    POINTS_TO_CHOOSE,
    Counted,
    Standing,
    VoteMethod,
    ranks_for,
    standings,
    ties,
)

KINDS: dict[str, KindOfTool] = {
    each.kind: each
    for each in (
        FISHBONE, FIVE_WHYS, PROCESS_MAP, PARETO, STAKEHOLDERS, FORCE_FIELD, AFFINITY, EFFORT_IMPACT, VOTING,
    )
}  # fmt: skip
"""In the order in which a team meets them: causes, people, choosing."""

TEAM_MATTERS = tuple(kind for kind, each in KINDS.items() if each.is_team_matter)

LONGEST_TITLE, LONGEST_SUBJECT, LONGEST_TEXT, LONGEST_GROUP = 120, 300, 200, 60
MOST_ITEMS = 150
"""In one tool: more than a wall can hold."""
MOST_GROUPS = 12
LARGEST_NUMBER = 1_000_000

__all__ = [
    "FEWEST_VOTES", "FEW_VOTES", "KINDS", "LARGEST_NUMBER", "LONGEST_GROUP", "LONGEST_SUBJECT",
    "LONGEST_TEXT", "LONGEST_TITLE", "MOST_GROUPS", "MOST_ITEMS", "MOST_RANKS", "POINTS_TO_CHOOSE",
    "TEAM_MATTERS", "Counted", "Groups", "KindOfTool", "Numbers", "Place", "Standing", "ToolKind",
    "VoteMethod", "ranks_for", "standings", "ties",
]  # fmt: skip
