"""A vote on its page: who has voted while it is open, what came out when it is closed."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.actor import Actor
from wellrun.projects.permissions import may_hold, may_read_team_matters, may_vote
from wellrun.projects.queries.tools import (
    RoundResult,
    Tool,
    ToolItem,
    VoteRound,
    candidates_of,
    has_voted,
    how_many_voted,
    result_of,
    voters_of,
)
from wellrun.projects.values.tools import FEW_VOTES, Standing, VoteMethod, ranks_for, ties


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """Where one idea stands."""

    place: int
    text: str
    href: str
    points: str
    people: str
    is_tied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Ideas that are tied, for one more round among them."""

    texts: tuple[str, ...]
    among: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteView:
    """All that the page says about votes."""

    is_open: bool
    has_voted: bool
    may_vote: bool
    may_hold: bool
    holder: str
    rule: str
    voted: tuple[str, ...]
    """Names of those who have voted: for the team. Others are told how many."""
    voted_count: int
    voted_words: str
    candidates: tuple[tuple[int, str], ...]
    method: str
    points: int
    rows: tuple[ResultRow, ...]
    ties: tuple[Tie, ...]
    note: str
    winner_id: int
    """The one idea that came first; 0 where there is none."""


def present_vote(actor: Actor, tool: Tool, running: VoteRound | None, items: list[ToolItem]) -> VoteView:
    result = result_of(tool)
    texts = {item.pk: item.text for item in items}
    standings = tuple(each for each in result.standings if each.item_id in texts) if result else ()
    is_team = bool(may_read_team_matters(actor, tool.project))
    voted = tuple(voters_of(running)) if running and is_team else ()
    count = len(voted) or (how_many_voted(running) if running else 0)
    candidates = tuple((item.pk, item.text) for item in candidates_of(running)) if running else ()
    return VoteView(
        is_open=running is not None,
        has_voted=running is not None and has_voted(running, actor.person_id),
        may_vote=bool(may_vote(actor, tool, running)),
        may_hold=running is not None and bool(may_hold(actor, running)),
        holder=running.holder.name if running and is_team else "",
        rule=_rule(running, len(candidates)) if running else "",
        voted=voted,
        voted_count=count,
        voted_words=_voted_words(count, is_named=is_team),
        candidates=candidates,
        method=running.method if running else "",
        points=running.points if running else 0,
        rows=tuple(_row(tool, each, texts[each.item_id]) for each in standings),
        ties=tuple(
            Tie(
                texts=tuple(texts[item_id] for item_id in sorted(tied)),
                among=",".join(map(str, sorted(tied))),
            )
            for tied in ties(standings)
            if tied <= texts.keys()
        ),
        note=_note(result) if result else "",
        winner_id=_winner(standings),
    )


def _winner(standings: tuple[Standing, ...]) -> int:
    first = next(iter(standings), None)
    return first.item_id if first and not first.is_tied and first.people else 0


def _row(tool: Tool, standing: Standing, text: str) -> ResultRow:
    return ResultRow(
        place=standing.place,
        text=text,
        href=f"{reverse('tools:tool', args=[tool.project_id, tool.pk])}?at={standing.item_id}#chosen",
        points=_(", then ").join(map(str, standing.points)),
        people=ngettext("%(count)d person", "%(count)d people", standing.people) % {"count": standing.people},
        is_tied=standing.is_tied,
    )


def _rule(running: VoteRound, candidates: int) -> str:
    if running.method == VoteMethod.RANK:
        ranks = ", ".join(map(str, ranks_for(candidates)))
        return _("Give %(ranks)s: the highest to the best, each once. The rest get nothing.") % {
            "ranks": ranks
        }
    return _("You have %(points)d points. Spread them as you like, and use them all.") % {
        "points": running.points
    }


def _voted_words(count: int, *, is_named: bool) -> str:
    if not count:
        return _("Nobody has voted yet.")
    if not is_named:
        return ngettext("%(count)d person has voted.", "%(count)d people have voted.", count) % {
            "count": count
        }
    return ngettext("%(count)d person has voted:", "%(count)d people have voted:", count) % {"count": count}


def _note(result: RoundResult) -> str:
    if result.voters < FEW_VOTES:
        return _("Only 2 people voted in one round, so each can work out what the other chose.")
    return _("Points of %(count)d people or more, added up. Nobody's own vote is kept.") % {
        "count": result.voters
    }
