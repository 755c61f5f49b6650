"""The states of a project, and the one table of permitted changes between them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy


class State(TextChoices):
    IDEA = "idea", worded_lazy(_("{State_idea}"))
    EXPLORED = "explored", worded_lazy(_("{State_explored}"))
    APPROVED = "approved", worded_lazy(_("{State_approved}"))
    UNDERSTANDING = "understanding", worded_lazy(_("{State_understanding}"))
    TESTING = "testing", worded_lazy(_("{State_testing}"))
    IMPLEMENTING = "implementing", worded_lazy(_("{State_implementing}"))
    IN_CONTROL = "in_control", worded_lazy(_("{State_in_control}"))
    SPREADING = "spreading", worded_lazy(_("{State_spreading}"))
    CLOSED = "closed_with_learning", worded_lazy(_("{State_closed_with_learning}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """A permitted change: from one state to another, in the words of its button."""

    source: str
    target: str
    words: str | Promise
    needs_leader: bool = False
    """Only a leader of the unit, or the project's sponsor, may make it."""
    needs_reason: bool = False
    is_ending: bool = False
    """Work that has begun ends here, so the team looks back first: see `control.services`."""

    @property
    def is_onward(self) -> bool:
        """Whether it is a step ahead, which each method calls by its own name: see `organisations.values`."""
        order = list(State)
        return order.index(State(self.target)) > order.index(State(self.source))


def _change(
    source: str,
    target: str,
    words: str | Promise,
    *,
    leader: bool = False,
    reason: bool = False,
    ending: bool = False,
) -> StateChange:
    return StateChange(
        source=source,
        target=target,
        words=words,
        needs_leader=leader,
        needs_reason=reason,
        is_ending=ending,
    )


_CLOSE, _BACK = _("Close with what we learned"), _("Go back a step")

CHANGES: tuple[StateChange, ...] = (
    _change(State.IDEA, State.EXPLORED, _("We have talked it over")),
    _change(State.IDEA, State.CLOSED, _CLOSE, reason=True),
    _change(State.EXPLORED, State.APPROVED, _("Approve"), leader=True),
    _change(State.EXPLORED, State.IDEA, _BACK, reason=True),
    _change(State.EXPLORED, State.CLOSED, _CLOSE, reason=True),
    _change(State.APPROVED, State.UNDERSTANDING, _("Start to understand the problem")),
    _change(State.APPROVED, State.CLOSED, _CLOSE, reason=True),
    _change(State.UNDERSTANDING, State.TESTING, _("Start to test")),
    _change(State.UNDERSTANDING, State.CLOSED, _CLOSE, reason=True, ending=True),
    _change(State.TESTING, State.IMPLEMENTING, _("Make it how we work")),
    _change(State.TESTING, State.UNDERSTANDING, _BACK, reason=True),
    _change(State.TESTING, State.CLOSED, _CLOSE, reason=True, ending=True),
    _change(State.IMPLEMENTING, State.IN_CONTROL, _("Hand the gain over to daily control"), ending=True),
    _change(State.IMPLEMENTING, State.TESTING, _BACK, reason=True),
    _change(State.IMPLEMENTING, State.CLOSED, _CLOSE, reason=True, ending=True),
    _change(State.IN_CONTROL, State.SPREADING, _("Help others to try it")),
    _change(State.IN_CONTROL, State.IMPLEMENTING, _BACK, reason=True),
    _change(State.IN_CONTROL, State.CLOSED, _CLOSE, reason=True, ending=True),
    _change(State.SPREADING, State.IN_CONTROL, _BACK, reason=True),
    _change(State.SPREADING, State.CLOSED, _CLOSE, reason=True, ending=True),
    _change(State.CLOSED, State.UNDERSTANDING, _("Open it again"), reason=True),
)


def changes_from(state: str) -> tuple[StateChange, ...]:
    return tuple(change for change in CHANGES if change.source == state)


def change_between(source: str, target: str) -> StateChange | None:
    return next((change for change in changes_from(source) if change.target == target), None)
