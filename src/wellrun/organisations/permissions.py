"""Who may see an organisation and its units, and who may change them."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, any_of, refused
from wellrun.organisations.models import Membership, Organisation, Unit
from wellrun.organisations.policies import can_move, takes_people, takes_units
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


def may_view_person(actor: Actor, person_id: int, organisation_ids: Collection[int]) -> Decision:
    """Whether a person's page exists for this one: they are the same, or work in one organisation.

    ``organisation_ids`` are those that list the person: none where their account is closed.
    The same rule as `queries.people_visible_to`.
    """
    if actor.organisation_ids & frozenset(organisation_ids):
        return ALLOWED
    if actor.person_id is not None and actor.person_id == person_id:
        return ALLOWED
    return refused(_("There is no such person, or they work somewhere else."))


def may_administer(actor: Actor, unit: Unit) -> Decision:
    """Change people, roles and units here and below."""
    if actor.is_system or holds(actor, unit, {Role.ADMINISTRATOR}):
        return ALLOWED
    return refused(_("Only an administrator of %(unit)s can change this.") % {"unit": unit.name})


def may_let_in(actor: Actor, roots: Collection[Unit], *, count: int) -> Decision:
    """Let somebody sign in again: for administrators of every organisation that decides about them.

    ``roots`` are those of the ``count`` organisations that the database shows the actor; the refusal names
    none of the others. See `queries.who_lets_in`.
    """
    if actor.is_system:
        return ALLOWED
    if not count:
        return refused(_("This person never belonged to an organisation. Invite them to one."))
    if len(roots) == count and all(may_administer(actor, root) for root in roots):
        return ALLOWED
    return refused(
        _("Another organisation has this person now, or had them last: its administrators decide.")
    )


def may_add_below(actor: Actor, parent: Unit) -> Decision:
    return all_of(may_administer(actor, parent), takes_units(parent))


def may_give_role(actor: Actor, unit: Unit) -> Decision:
    return all_of(may_administer(actor, unit), takes_people(unit))


def may_move(actor: Actor, unit: Unit) -> Decision:
    """Take a unit from where it is: that is for an administrator of the unit above it."""
    is_above = actor.is_system or holds_on(actor, unit.line[:-1], {Role.ADMINISTRATOR})
    above = (
        ALLOWED
        if is_above
        else refused(_("Only an administrator of the unit above %(unit)s can move it.") % {"unit": unit.name})
    )
    return all_of(can_move(unit), above)


def may_end(actor: Actor, membership: Membership) -> Decision:
    """End a role: an administrator of the unit may, and the person who holds it."""
    is_own = actor.person_id is not None and actor.person_id == membership.person_id
    return any_of(
        ALLOWED if is_own else refused(""),
        may_administer(actor, membership.unit),
    )


def holds(actor: Actor, unit: Unit, roles: Collection[str]) -> bool:
    """Whether one of these roles is held on the unit, or inherited from a unit above it."""
    return holds_on(actor, unit.line, roles)


def holds_on(actor: Actor, line: tuple[int, ...], roles: Collection[str]) -> bool:
    """The same for a place in the tree: ids from the root down to it."""
    inherited = actor.roles_on(UNIT, *line[:-1]) & frozenset(INHERITED)
    return bool((actor.roles_on(UNIT, *line[-1:]) | inherited) & frozenset(roles))
