"""What the state of a tool and of its vote allows, whoever asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.projects.models import Tool, VoteRound
from wellrun.projects.values.tools import FEWEST_VOTES, KINDS, LARGEST_NUMBER, VoteMethod, ranks_for


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


def is_place_of(kind: str, groups: Sequence[str], place: str) -> bool:
    """Whether something can stand there that stands below nothing else."""
    told = KINDS[kind]
    if not told.has_places or (told.may_wait and not place):
        return not place
    return place in (groups if told.groups else [each.key for each in told.places])


def number_problem(kind: str, number: int | None) -> str:
    """What is to be put right in the number of a card; empty where nothing is."""
    numbers = KINDS[kind].numbers
    if number is None:
        return _("Choose or type a number.") if numbers is not None and numbers.is_needed else ""
    if numbers is None:
        return _("Cards of this tool have no number.")
    if numbers.choices and number not in dict(numbers.choices):
        return _("Choose one of the list.")
    if not 0 <= number <= LARGEST_NUMBER:
        return _("Type a whole number between 0 and 1,000,000.")
    return ""


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
