"""Save a set of filters as a view of the portfolio, rename, change and share it, take it away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import on_one_line
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.core.lengths import too_long
from wellrun.organisations.models import Organisation
from wellrun.projects.models import SavedView
from wellrun.projects.permissions import may_change_view, may_save_view, may_share_view
from wellrun.projects.values import WHOSE, Filters, State

LONGEST = 60
MOST = 20
THING = "saved_view"


class ViewRefused(Refused):
    """A view that could not be saved."""


@transaction.atomic
def save_view(
    *,
    actor: Actor,
    name: str,
    filters: Filters,
    organisation_id: int | None = None,
    is_shared: bool = False,
    now: datetime,
) -> SavedView:
    """Give a set of filters a name."""
    may_save_view(actor, organisation_id).require()
    if is_shared:
        may_share_view(actor, organisation_id).require()
    name = _sound_name(actor, name, organisation_id)
    _require_sound(filters, organisation_id)
    if SavedView.objects.filter(owner_id=actor.id).count() >= MOST:
        raise ViewRefused(_("You have 20 views. Take one away first."))
    view = SavedView.objects.create(
        owner_id=actor.id, organisation_id=organisation_id, name=name, filters=filters.as_json(),
        is_shared=is_shared, at=now,
    )  # fmt: skip
    _leave_record(actor, view, "view.saved", now, after={"name": name, "is_shared": is_shared})
    return view


@transaction.atomic
def rename_view(*, actor: Actor, view: SavedView, name: str, now: datetime) -> SavedView:
    row = _own(actor, view)
    name = _sound_name(actor, name, row.organisation_id, besides=row.pk)
    if name != row.name:
        before, row.name = {"name": row.name}, name
        row.save(update_fields=["name"])
        _leave_record(actor, row, "view.renamed", now, before=before, after={"name": name})
    return row


@transaction.atomic
def refilter_view(*, actor: Actor, view: SavedView, filters: Filters, now: datetime) -> SavedView:
    """The view finds from now on what these filters find, for everybody whom it is shared with."""
    row = _own(actor, view)
    _require_sound(filters, row.organisation_id)
    if filters != Filters.of_json(row.filters):
        before, row.filters = {"filters": row.filters}, filters.as_json()
        row.save(update_fields=["filters"])
        _leave_record(actor, row, "view.refiltered", now, before=before, after={"filters": row.filters})
    return row


@transaction.atomic
def share_view(*, actor: Actor, view: SavedView, is_shared: bool, now: datetime) -> SavedView:
    """Show it to everybody in the organisation, or to nobody else again."""
    row = _own(actor, view)
    if is_shared:
        may_share_view(actor, row.organisation_id).require()
    if row.is_shared != is_shared:
        before, row.is_shared = {"is_shared": row.is_shared}, is_shared
        row.save(update_fields=["is_shared"])
        _leave_record(actor, row, "view.shared", now, before=before, after={"is_shared": is_shared})
    return row


@transaction.atomic
def remove_view(*, actor: Actor, view: SavedView, now: datetime) -> None:
    """Take a view away. The projects it showed stay."""
    row = _own(actor, view)
    before = {"name": row.name, "filters": row.filters, "is_shared": row.is_shared}
    gone = SavedView(pk=row.pk, organisation_id=row.organisation_id)
    row.delete()
    _leave_record(actor, gone, "view.removed", now, before=before)


def _own(actor: Actor, view: SavedView) -> SavedView:
    row = SavedView.objects.select_for_update().filter(pk=view.pk).first()
    if row is None:
        raise ViewRefused(_("This view is gone. Load the page again."))
    may_change_view(actor, row).require()
    return row


def _sound_name(actor: Actor, name: str, organisation_id: int | None, *, besides: int = 0) -> str:
    name = on_one_line(name)
    if not name:
        raise ViewRefused(_("Give the view a name, like: Quiet projects on my wards."), field="name")
    if len(name) > LONGEST:
        raise ViewRefused(too_long(LONGEST, len(name)), field="name")
    require_none_in(_country(organisation_id), name=name)
    if SavedView.objects.filter(owner_id=actor.id, name=name).exclude(pk=besides).exists():
        raise ViewRefused(_("You have a view of this name. Choose another."), field="name")
    return name


def _require_sound(filters: Filters, organisation_id: int | None) -> None:
    if filters.is_none:
        raise ViewRefused(_("Narrow the list first: a view of everything is there already."))
    is_known = filters.state in {"", *State.values} and filters.whose in WHOSE
    if not is_known or len(filters.search) > 100 or len(filters.tag) > LONGEST:
        raise ViewRefused(_("These filters cannot be kept. Choose them again."))
    require_none_in(_country(organisation_id), search=filters.search, tag=filters.tag)


def _country(organisation_id: int | None) -> str:
    home = Organisation.objects.filter(pk=organisation_id).first() if organisation_id else None
    return home.country if home else ""


def _leave_record(
    actor: Actor,
    view: SavedView,
    action: str,
    now: datetime,
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
) -> None:
    thing = audit.Thing(kind=THING, id=view.pk, organisation_id=view.organisation_id)
    audit.record(actor=actor, action=action, thing=thing, before=before, after=after, now=now)
