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


def takes_units(parent: Unit, *, levels: int = 1) -> Decision:
    """A unit can have units below it, down to a depth that nobody needs. ``levels`` are to come below it."""
    if parent.is_closed:
        return refused(_("%(unit)s is closed. Choose a unit that is open.") % {"unit": parent.name})
    if parent.depth + levels >= DEEPEST:
        return refused(
            _("The tree is %(depth)d levels deep here. Choose a unit higher up.") % {"depth": DEEPEST}
        )
    return ALLOWED


def can_move(unit: Unit) -> Decision:
    if unit.is_root:
        return refused(_("%(unit)s is the organisation itself. It stays at the top.") % {"unit": unit.name})
    return ALLOWED


def can_stand_below(unit: Unit, parent: Unit) -> Decision:
    """No unit stands below itself, or in another organisation."""
    if parent.organisation_id != unit.organisation_id:
        return refused(_("Choose a unit of the same organisation."))
    if parent.path.startswith(unit.path):
        return refused(
            _("%(unit)s cannot stand below itself, or below a unit that is in it. Choose another place.")
            % {"unit": unit.name}
        )
    return ALLOWED


def can_close(unit: Unit, *, open_below: int) -> Decision:
    """Closing goes from the leaves up, so that nothing open hangs below something closed."""
    if unit.is_root:
        return refused(_("%(unit)s is the organisation itself. It stays open.") % {"unit": unit.name})
    if open_below:
        return refused(
            _("%(unit)s has open units below it: %(count)d. Close or move them first.")
            % {"unit": unit.name, "count": open_below}
        )
    return ALLOWED


def can_reopen(unit: Unit, parent: Unit | None) -> Decision:
    if parent is not None and parent.is_closed:
        return refused(
            _("%(parent)s is closed. Open it first, or move %(unit)s to a unit that is open.")
            % {"parent": parent.name, "unit": unit.name}
        )
    return ALLOWED
