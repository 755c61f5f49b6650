"""Who may see an organisation and its units, and who may change them."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.organisations.models import Organisation, Unit
from wellrun.organisations.values import INHERITED, UNIT, Role


def may_view(actor: Actor, organisation: Organisation) -> Decision:
    """Whether the organisation's own pages exist for this person."""
    if actor.belongs_to(organisation.pk):
        return ALLOWED
    return refused(_("There is no such organisation, or you are not part of it."))


def may_view_unit(actor: Actor, unit: Unit) -> Decision:
    """Everybody in an organisation sees the whole tree of its units."""
    if actor.belongs_to(unit.organisation_id):
        return ALLOWED
    return refused(_("There is no such unit, or you are not part of its organisation."))


def may_administer(actor: Actor, unit: Unit) -> Decision:
    """Change people, roles and units here and below."""
    if actor.is_system or holds(actor, unit, {Role.ADMINISTRATOR}):
        return ALLOWED
    return refused(_("Only an administrator of %(unit)s can change this.") % {"unit": unit.name})


def holds(actor: Actor, unit: Unit, roles: Collection[str]) -> bool:
    """Whether one of these roles is held on the unit, or inherited from a unit above it."""
    above = unit.line[:-1]
    inherited = actor.roles_on(UNIT, *above) & frozenset(INHERITED)
    return bool((actor.roles_on(UNIT, unit.pk) | inherited) & frozenset(roles))
