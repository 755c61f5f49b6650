"""Who may see and change a control item, set a huddle, and end a project."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.control.models import ControlItem
from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, refused
from wellrun.organisations.permissions import holds
from wellrun.organisations.values import Role
from wellrun.projects.models import Project
from wellrun.projects.permissions import may_move, may_work, roles_in
from wellrun.projects.values import PartnerStanding, State


def may_view(actor: Actor, item: ControlItem) -> Decision:
    """Whether the item exists for this person. The same rule as `queries.visible_to`."""
    is_from_their_project = item.project is not None and bool(roles_in(actor, item.project))
    if _works_here(actor, item) or is_from_their_project:
        return ALLOWED
    return refused(_("There is no such control item, or it belongs to another unit."))


def may_change(actor: Actor, item: ControlItem) -> Decision:
    """Change or retire it: its owner, and whoever works on or leads its unit."""
    if _works_here(actor, item):
        return ALLOWED
    words = _("Only people of %(unit)s can change this.") % {"unit": item.unit.name}
    return all_of(may_view(actor, item), refused(words))


def may_set_huddle(actor: Actor, project: Project) -> Decision:
    """Say when the team meets, and whether one wants the agenda: whoever works on the project."""
    return may_work(actor, project)


def may_review(actor: Actor, project: Project) -> Decision:
    return may_work(actor, project)


def may_hand_over(actor: Actor, project: Project, partners: PartnerStanding) -> Decision:
    return may_move(actor, project, State.IN_CONTROL, partners)


def may_take_back(actor: Actor, project: Project, partners: PartnerStanding) -> Decision:
    """Undo a hand-over: who may go back that step."""
    return may_move(actor, project, State.IMPLEMENTING, partners)


def may_close(actor: Actor, project: Project, partners: PartnerStanding) -> Decision:
    return may_move(actor, project, State.CLOSED, partners)


def _works_here(actor: Actor, item: ControlItem) -> bool:
    is_owner = actor.person_id is not None and actor.person_id == item.owner_id
    return is_owner or holds(actor, item.unit, Role.values)
