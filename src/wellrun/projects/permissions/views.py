"""Who keeps views of the portfolio, shares them, and takes them away."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, refused
from wellrun.organisations.values import LEADING_ROLES, UNIT, Role
from wellrun.projects.models import SavedView


def may_save_view(actor: Actor, organisation_id: int | None) -> Decision:
    """Whoever has signed in keeps views for themselves, in an organisation of theirs."""
    if actor.is_signed_in and (organisation_id is None or actor.belongs_to(organisation_id)):
        return ALLOWED
    return refused(_("You can save views in your own organisation only."))


def may_share_view(actor: Actor, organisation_id: int | None) -> Decision:
    """Who leads or coaches in an organisation may put a view before all its people."""
    roles = LEADING_ROLES | {Role.COACH}
    if organisation_id is not None and any(
        grant.organisation_id == organisation_id and grant.scope == UNIT and grant.role in roles
        for grant in actor.grants
    ):
        return ALLOWED
    return refused(_("A leader, a coach or the improvement office can share views. Ask one of them."))


def may_view_saved(actor: Actor, view: SavedView) -> Decision:
    """The same rule as `queries.views_for`."""
    is_own = actor.person_id is not None and view.owner_id == actor.person_id
    is_shared = view.is_shared and view.organisation_id in actor.organisation_ids
    return ALLOWED if is_own or is_shared else refused(_("There is no such view, or it is not shared."))


def may_change_view(actor: Actor, view: SavedView) -> Decision:
    """Rename, change, share it or take it away: whose it is, and nobody else."""
    if actor.person_id is not None and view.owner_id == actor.person_id:
        return ALLOWED
    return all_of(may_view_saved(actor, view), refused(_("Only the person who saved this view changes it.")))
