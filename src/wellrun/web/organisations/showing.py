"""After a change: the page it belongs to, with what was saved and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.organisations.queries import Organisation, Unit, changes_from, record_in
from wellrun.organisations.values import Change
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.shell.render import see_other

FRESH = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """What was saved, and the way back."""

    text: str
    undo_url: str
    close_url: str


def saved(request: HttpRequest, actor: Actor, organisation: Organisation) -> Toast | None:
    """The change that the address speaks of, for the person who made it, as long as it is news."""
    named = request.GET.get("saved", "")
    number = int(named) if named.isdecimal() and len(named) < 19 else 0
    record = record_in(organisation.pk, number) if number else None
    if record is None or record.actor_id != actor.person_id or timezone.now() - record.at > FRESH:
        return None
    change = changes_from([record])[0]
    undo_url = reverse("organisations:undo", args=[organisation.slug, change.id]) if change.can_undo else ""
    text = change.sentence if change.is_undo else _("Saved. %(what)s") % {"what": change.sentence}
    return Toast(text=text, undo_url=undo_url, close_url=request.path)


def look_again(address: str, change: Change | None) -> HttpResponse:
    """The page, with the change in its address so that it can be told and undone."""
    return see_other(f"{address}?saved={change.id}" if change and change.id else address)


def address_of(unit: Unit, organisation: Organisation, page: str = "unit") -> str:
    return reverse(f"organisations:{page}", args=[organisation.slug, unit.slug])


def organisation_crumb(organisation: Organisation) -> Crumb:
    return Crumb(text=organisation.name, href=reverse("organisations:organisation", args=[organisation.slug]))


def unit_trail(organisation: Organisation, above: list[Unit]) -> tuple[Crumb, ...]:
    """The organisation, and the units from below the root down."""
    units = [unit for unit in above if not unit.is_root]
    return (
        organisation_crumb(organisation),
        *(Crumb(text=unit.name, href=address_of(unit, organisation)) for unit in units),
    )
