"""What the state of a tool and of its vote allows, whoever asks."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.projects.models import Tool, VoteRound
from wellrun.projects.values.tools import FEWEST_VOTES, VoteMethod, ranks_for


def takes_use(tool: Tool) -> Decision:
    """A tool that was taken away is read, not written, until it is put back."""
    if tool.is_removed:
        return refused(_("This was taken away. Put it back to work on it."))
    return ALLOWED


def takes_changes(tool: Tool, running: VoteRound | None) -> Decision:
    """What people vote on stays as it is while they vote."""
    if running is not None:
        return refused(_("People are voting on this. Change it when the vote is closed."))
    return takes_use(tool)


def takes_ballot(running: VoteRound | None) -> Decision:
    if running is None:
        return refused(_("This vote is closed. Look at the result."))
    return ALLOWED


def takes_count(votes: int) -> Decision:
    """Whether a round may be closed: the vote of one alone would be no secret."""
    if votes < FEWEST_VOTES:
        return refused(
            _(
                "At least 2 people must have voted: with fewer, the result would show what one person chose."
                " Wait, or stop without a result."
            )
        )
    return ALLOWED


def ballot_problem(method: str, points: int, candidates: frozenset[int], ballot: Mapping[int, int]) -> str:
    """What is to be put right in somebody's ballot; empty where it can be counted."""
    given = {item: number for item, number in ballot.items() if number}
    if not given.keys() <= candidates:
        return _("This vote has changed. Load the page again, and vote on what is there now.")
    if any(number < 0 for number in given.values()):
        return _("Points start at 0.")
    return _rank_problem(candidates, given) if method == VoteMethod.RANK else _points_problem(points, given)


def _rank_problem(candidates: frozenset[int], given: Mapping[int, int]) -> str:
    wanted = ranks_for(len(candidates))
    if sorted(given.values(), reverse=True) == list(wanted):
        return ""
    listed = ", ".join(map(str, wanted))
    return _("Use each of these once, the highest for the best: %(ranks)s.") % {"ranks": listed}


def _points_problem(points: int, given: Mapping[int, int]) -> str:
    used = sum(given.values())
    if used == points:
        return ""
    return _("You have %(points)d points. You gave %(used)d. Use them all.") % {
        "points": points,
        "used": used,
    }
