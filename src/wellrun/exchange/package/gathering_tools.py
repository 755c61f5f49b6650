"""The tools of a project with their cards, and what votes came to, for its record."""

from __future__ import annotations

from typing import Any

from wellrun.exchange.package.gathering_measures import Packed
from wellrun.exchange.package.people import People
from wellrun.exchange.package.plain import fields_of
from wellrun.exchange.package.record_tools import ITEM, ROUND, TOOL, VOTE
from wellrun.projects.models import Project, Tool, ToolItem, VoteRound
from wellrun.projects.queries.tools import Card, cards_of, how_many_voted
from wellrun.projects.values.tools import TEAM_MATTERS

Rows = list[dict[str, Any]]


def tools_of(project: Project, packed: Packed, people: People, *, is_team: bool) -> tuple[Rows, int]:
    """Those that are not taken away; how many stay behind because only the team reads them."""
    tools = Tool.objects.filter(project=project, is_removed=False).order_by("pk")
    found = [each for each in tools if is_team or each.kind not in TEAM_MATTERS]
    return [_tool(each, packed, people) for each in found], len(tools) - len(found)


def _tool(tool: Tool, packed: Packed, people: People) -> dict[str, Any]:
    rounds = VoteRound.objects.filter(tool=tool).exclude(closed_at=None).select_related("holder")
    closed = list(rounds.prefetch_related("votes", "turns").order_by("pk"))
    items = _items(tool, {vote.item_id for each in closed for vote in each.votes.all()})
    numbers = {item.pk: number for number, item in enumerate(items, 1)}
    places = {each.pk: number for number, each in enumerate(closed, 1)}
    return fields_of(
        tool,
        TOOL,
        items=[_item(each, numbers, packed) for each in items],
        rounds=[_round(each, numbers, places, people) for each in closed],
    )


def _items(tool: Tool, voted: set[int]) -> list[ToolItem]:
    """What is in sight, each before what stands below it; then what was voted on and taken out since."""
    seen = [item for card in cards_of(tool) for item in _flat(card)]
    gone = voted - {item.pk for item in seen}
    return [*seen, *ToolItem.objects.filter(pk__in=gone).order_by("pk")]


def _flat(card: Card) -> list[ToolItem]:
    return [card.item, *(item for each in card.below for item in _flat(each))]


def _item(item: ToolItem, numbers: dict[int, int], packed: Packed) -> dict[str, Any]:
    return fields_of(
        item,
        ITEM,
        number=numbers[item.pk],
        below=numbers.get(item.parent_id or 0),
        count=item.number,
        became=packed.drivers.get(item.became_id or 0),
    )


def _round(
    vote_round: VoteRound, numbers: dict[int, int], places: dict[int, int], people: People
) -> dict[str, Any]:
    return fields_of(
        vote_round,
        ROUND,
        breaks=places.get(vote_round.breaks_id or 0),
        by=people.wrote(f"vote/{vote_round.pk}", vote_round.holder),
        voters=how_many_voted(vote_round),
        votes=[fields_of(each, VOTE, item=numbers[each.item_id]) for each in vote_round.votes.all()],
    )
