"""What the state of a barrier allows, whoever asks."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.projects.models import Barrier
from wellrun.projects.values import BarrierState


def takes_answer(barrier: Barrier) -> Decision:
    """A second answer replaces the first one until the team closes the barrier."""
    if barrier.state == BarrierState.CLOSED:
        return refused(_("The team closed this. It needs no answer any more."))
    return ALLOWED


def takes_closing(barrier: Barrier) -> Decision:
    if barrier.state == BarrierState.CLOSED:
        return refused(_("This is closed already."))
    return ALLOWED
