"""What a unit's own state allows, whoever asks."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.organisations.models import Unit

DEEPEST = 20


def takes_people(unit: Unit) -> Decision:
    """Nobody joins a unit that was closed."""
    if unit.is_closed:
        return refused(_("%(unit)s is closed. Choose a unit that is open.") % {"unit": unit.name})
    return ALLOWED


def takes_units(parent: Unit) -> Decision:
    """A unit can have units below it, down to a depth that nobody needs."""
    if parent.is_closed:
        return refused(_("%(unit)s is closed. Choose a unit that is open.") % {"unit": parent.name})
    if len(parent.line) >= DEEPEST:
        return refused(
            _("The tree is %(depth)d levels deep here. Choose a unit higher up.") % {"depth": DEEPEST}
        )
    return ALLOWED
