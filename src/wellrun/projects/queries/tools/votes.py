"""How a vote goes: who has voted while it is open, what came out when it is closed. Never who chose what."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun.projects.models import Tool, ToolItem, VoteRound, VoteTurn
from wellrun.projects.values.tools import Counted, Standing, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundResult:
    """The latest vote that was closed, with the rounds that broke its ties."""

    main: VoteRound
    breaks: tuple[VoteRound, ...]
    standings: tuple[Standing, ...]
    voters: int
    """In the round with the fewest: so many cannot tell each other's votes apart."""


def running_round(tool: Tool) -> VoteRound | None:
    """The round that is open, with its tool as it is at hand."""
    found = VoteRound.objects.filter(tool=tool, closed_at=None).select_related("holder").first()
    if found is not None:
        found.tool = tool
    return found


def candidates_of(vote_round: VoteRound) -> list[ToolItem]:
    """What is voted on, in the order of the list."""
    return list(ToolItem.objects.filter(votes__vote_round=vote_round).order_by("position", "pk"))


def has_voted(vote_round: VoteRound, person_id: int | None) -> bool:
    if person_id is None:
        return False
    return VoteTurn.objects.filter(vote_round=vote_round, person_id=person_id).exists()


def voters_of(vote_round: VoteRound) -> list[str]:
    """The names of those who have voted, in the order of the alphabet: not even their order is told."""
    names = VoteTurn.objects.filter(vote_round=vote_round).order_by("person__name")
    return list(names.values_list("person__name", flat=True))


def standings_of(tool: Tool) -> tuple[Standing, ...]:
    """Where the items stand after the latest vote; empty before there was one."""
    found = result_of(tool)
    return found.standings if found else ()


def result_of(tool: Tool) -> RoundResult | None:
    closed = list(
        VoteRound.objects.filter(tool=tool)
        .exclude(closed_at=None)
        .prefetch_related("votes", "turns")
        .order_by("pk")
    )
    main = next((each for each in reversed(closed) if each.breaks_id is None), None)
    if main is None:
        return None
    breaks = tuple(each for each in closed if each.breaks_id == main.pk)
    return RoundResult(
        main=main,
        breaks=breaks,
        standings=standings(_counted(main), tuple(map(_counted, breaks))),
        voters=min(map(how_many_voted, (main, *breaks))),
    )


def how_many_voted(vote_round: VoteRound) -> int:
    """For those who are told no names; also where it was counted elsewhere."""
    told = vote_round.told_voters
    return len(vote_round.turns.all()) if told is None else told


def _counted(vote_round: VoteRound) -> tuple[Counted, ...]:
    return tuple(
        Counted(item_id=each.item_id, points=each.points, people=each.people)
        for each in vote_round.votes.all()
    )
