"""Vote in secret: open a round, count each person's vote once, close it, break a tie.

No ballot is stored, nor in the record: a vote is added to what the items have so far, and is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.services import settle, settle_own
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence
from wellrun.projects.models import Tool, ToolItem, Vote, VoteRound, VoteTurn
from wellrun.projects.permissions import may_hold, may_vote
from wellrun.projects.policies.tools import ballot_problem, takes_count
from wellrun.projects.queries.tools import has_voted, result_of, running_round
from wellrun.projects.services.telling import ask, page_of, team_of, tell
from wellrun.projects.services.tools.writing import ToolRefused, for_changes, held, leave_record
from wellrun.projects.values.tools import POINTS_TO_CHOOSE, ToolKind, VoteMethod, ranks_for, ties


@transaction.atomic
def open_round(
    *,
    actor: Actor,
    tool: Tool,
    method: str,
    points: int = 0,
    among: Collection[int] = (),
    now: datetime,
) -> VoteRound:
    """Let the team vote on every idea, or ``among`` those that are tied. Whoever opens it closes it."""
    row = for_changes(actor, tool)
    if row.kind != ToolKind.VOTING:
        raise ToolRefused(_("Only ideas in a vote are voted on. Start a vote of its own."))
    if method not in VoteMethod.values:
        raise ToolRefused(_("Choose how to vote."), field="method")
    if method == VoteMethod.POINTS and points not in POINTS_TO_CHOOSE:
        raise ToolRefused(_("Choose how many points each person has."), field="points")
    main, chosen = _candidates(row, among)
    vote_round = VoteRound.objects.create(
        tool=row,
        method=method,
        points=points if method == VoteMethod.POINTS else len(ranks_for(len(chosen))),
        breaks=main,
        holder_id=actor.id,
        opened_at=now,
    )
    Vote.objects.bulk_create([Vote(vote_round=vote_round, item_id=item_id) for item_id in chosen])
    ask(
        actor=actor,
        people=team_of(row.project),
        kind="vote.opened",
        text=Sentence(gettext_noop("A vote waits for you: %(title)s"), {"title": row.title}),
        address=_page(row),
        now=now,
    )
    leave_record(actor, row, "vote.opened", now, aspect="vote", after={"title": row.title, "method": method})
    return vote_round


@transaction.atomic
def cast_vote(*, actor: Actor, tool: Tool, ballot: Mapping[int, int], now: datetime) -> None:
    """Add somebody's points to those of the others. Nothing keeps which were theirs, so they stay."""
    row = held(tool)
    running = running_round(row)
    may_vote(actor, row, running).require()
    assert running is not None  # noqa: S101 - `may_vote` has asked
    if has_voted(running, actor.id):
        raise ToolRefused(_("You have voted. Nobody can tell which points were yours, so they stay."))
    candidates = frozenset(running.votes.values_list("item_id", flat=True))
    problem = ballot_problem(running.method, running.points, candidates, ballot)
    if problem:
        raise ToolRefused(problem)
    VoteTurn.objects.create(vote_round=running, person_id=actor.id)
    for item_id, points in ballot.items():
        if points:
            Vote.objects.filter(vote_round=running, item_id=item_id).update(
                points=F("points") + points, people=F("people") + 1
            )
    settle_own(actor=actor, kind="vote.opened", page=_page(row), now=now)
    leave_record(actor, row, "tool_item.voted", now, aspect="vote")


@transaction.atomic
def close_round(*, actor: Actor, tool: Tool, now: datetime) -> VoteRound:
    """End the vote. From now on the team sees what came out."""
    row = held(tool)
    running = _held_round(actor, row)
    takes_count(running.turns.count()).require()
    running.closed_at = now
    running.save(update_fields=["closed_at"])
    _settle(row, now)
    tell(
        actor=actor,
        people=team_of(row.project),
        kind="vote.closed",
        text=Sentence(gettext_noop("The vote is closed, see what came out: %(title)s"), {"title": row.title}),
        address=_page(row),
        now=now,
    )
    leave_record(actor, row, "vote.closed", now, aspect="vote", after={"title": row.title})
    return running


@transaction.atomic
def stop_round(*, actor: Actor, tool: Tool, now: datetime) -> None:
    """End the vote without a result. What was voted is forgotten."""
    row = held(tool)
    _held_round(actor, row).delete()
    _settle(row, now)
    leave_record(actor, row, "vote.stopped", now, aspect="vote", after={"title": row.title})


def _page(tool: Tool) -> str:
    return page_of(tool.project, f"tools/{tool.pk}")


def _settle(tool: Tool, now: datetime) -> None:
    """Nobody needs to vote any more."""
    settle(kind="vote.opened", address=_page(tool), now=now)


def _held_round(actor: Actor, tool: Tool) -> VoteRound:
    running = running_round(tool)
    if running is None:
        raise ToolRefused(_("This vote is closed already."))
    may_hold(actor, running).require()
    return running


def _candidates(tool: Tool, among: Collection[int]) -> tuple[VoteRound | None, list[int]]:
    """What is voted on; with the round whose tie it breaks, where it breaks one."""
    if not among:
        chosen = list(ToolItem.objects.filter(tool=tool, is_removed=False).values_list("pk", flat=True))
        if len(chosen) < 2:
            raise ToolRefused(_("Put in 2 ideas or more first, so that there is something to choose."))
        return None, chosen
    found = result_of(tool)
    if found is None or frozenset(among) not in ties(found.standings):
        raise ToolRefused(_("These are not tied any more. Load the page again."))
    return found.main, sorted(among)
