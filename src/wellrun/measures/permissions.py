"""Who may see a measure, add its numbers, and say what it is."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, refused
from wellrun.core.visibility import Visibility
from wellrun.measures.models import Measure
from wellrun.measures.policies import accepts_numbers
from wellrun.organisations.permissions import holds
from wellrun.organisations.values import LEADING_ROLES, TEAM_ROLES, UNIT
from wellrun.projects.values import PROJECT, SeatRole


def may_view(actor: Actor, measure: Measure) -> Decision:
    """Whether the measure exists for this person. The same rule as `queries.visible_to`."""
    if not measure.is_removed and (is_in_own_sight(actor, measure) or _is_used_by_a_team_of(actor, measure)):
        return ALLOWED
    return refused(_("There is no such measure, or its team has not shared it with you."))


def is_in_own_sight(actor: Actor, measure: Measure) -> bool:
    """Whether the measure's own level lets the person see it, whatever projects use it."""
    match Visibility(measure.visibility):
        case Visibility.PUBLIC:
            return True
        case Visibility.NETWORK:
            return actor.is_signed_in
        case Visibility.ORGANISATION:
            return actor.belongs_to(measure.organisation_id) or is_of_the_team(actor, measure)
        case Visibility.TEAM:
            return is_of_the_team(actor, measure)


def _is_used_by_a_team_of(actor: Actor, measure: Measure) -> bool:
    """A team sees what its project is measured by. Asked last: only this one reads another table."""
    seats = actor.places(PROJECT, SeatRole.values)
    return bool(seats) and any(use.project_id in seats for use in measure.uses.all())


def may_use(actor: Actor, measure: Measure) -> Decision:
    """Let a project's team see and use the measure. What one sees only through a project stays there."""
    return all_of(
        may_view(actor, measure),
        ALLOWED
        if is_in_own_sight(actor, measure)
        else refused(
            _("You see this measure through a project. Ask %(name)s to share it first.")
            % {"name": _keeper(measure)}
        ),
    )


def is_of_the_team(actor: Actor, measure: Measure) -> bool:
    """The keeper, and members and coaches of the measure's own unit: what a team keeps never rolls upward."""
    is_here = measure.unit_id is not None and actor.roles_on(UNIT, measure.unit_id) & TEAM_ROLES
    return bool(is_here) or keeps(actor, measure)


def keeps(actor: Actor, measure: Measure) -> bool:
    return actor.person_id is not None and actor.person_id == measure.kept_by_id


def may_record(actor: Actor, measure: Measure) -> Decision:
    """Add, correct and take out numbers, and say what was different that week."""
    return all_of(may_view(actor, measure), _works_here(actor, measure), accepts_numbers(measure))


def may_define(actor: Actor, measure: Measure) -> Decision:
    """Say what is counted, redraw the limits, remove the measure."""
    return all_of(
        may_view(actor, measure),
        ALLOWED
        if keeps(actor, measure) or _leads_here(actor, measure)
        else refused(
            _("Only the person who keeps this measure can change this. Ask %(name)s.")
            % {"name": _keeper(measure)}
        ),
    )


def may_create(actor: Actor, organisation_id: int) -> Decision:
    if actor.is_system or actor.belongs_to(organisation_id):
        return ALLOWED
    return refused(_("You can make measures in your own organisation only."))


def _leads_here(actor: Actor, measure: Measure) -> bool:
    """Whoever leads or administers the measure's unit can put it right when its keeper has gone."""
    return measure.unit is not None and holds(actor, measure.unit, LEADING_ROLES)


def _works_here(actor: Actor, measure: Measure) -> Decision:
    if actor.belongs_to(measure.organisation_id) or is_of_the_team(actor, measure):
        return ALLOWED
    return refused(_("You can look at this measure. Only people who work there can change it."))


def _keeper(measure: Measure) -> str:
    return str(measure.kept_by)
