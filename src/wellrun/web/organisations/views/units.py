"""What an administrator does to a unit: add one below, rename, move, close and open again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.organisations import services
from wellrun.organisations.permissions import may_move
from wellrun.organisations.queries import Unit, line_of, units_found
from wellrun.web.organisations.finding import administered_unit_or_404
from wellrun.web.organisations.forms.units import MoveForm, UnitForm
from wellrun.web.organisations.places import latest_change, places_for
from wellrun.web.organisations.presenters.trees import choice_text
from wellrun.web.organisations.showing import address_of, look_again, unit_trail
from wellrun.web.organisations.views.unit import render_unit
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page
from wellrun.web.shell.typed import typed


@only("GET", "POST")
def add(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """A new unit below this one."""
    actor, parent = administered_unit_or_404(request, slug, unit)
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = applied(
            form,
            services.add_unit,
            actor=actor,
            parent=parent,
            unit=services.NewUnit(**form.cleaned_data),
            now=timezone.now(),
        )
        if row is not None:
            return look_again(address_of(row, parent.organisation), latest_change(row))
    title = _("Add a unit below %(unit)s") % {"unit": parent.name}
    return _form_page(request, parent, form, title=title, save=_("Add the unit"))


@only("GET", "POST")
def change(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Another name, kind or code."""
    actor, found = administered_unit_or_404(request, slug, unit)
    initial = {"name": found.name, "kind": found.kind, "code": found.code}
    form = UnitForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = applied(
            form, services.change_unit, actor=actor, unit=found, now=timezone.now(), **form.cleaned_data
        )
        if made is not None:
            return look_again(address_of(found, found.organisation), made)
    title = _("Rename %(unit)s") % {"unit": found.name}
    return _form_page(request, found, form, title=title, save=_("Save what you wrote"))


def _form_page(request: HttpRequest, unit: Unit, form: UnitForm, *, title: str, save: str) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "title": title,
        "save": save,
        "trail": unit_trail(unit.organisation, line_of(unit)),
        "back": address_of(unit, unit.organisation),
        "title_mark": _("Not saved yet:") if form.errors else "",
    }
    return render_page(request, "organisations/unit_form.html", context, status=422 if form.errors else 200)


@only("GET", "POST")
def move(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Find the new place by name, choose it, and say why."""
    actor, found = administered_unit_or_404(request, slug, unit)
    decision = may_move(actor, found)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    search = request.GET.get("q", "").strip()[:100]
    places = _places(actor, found, search)
    form = MoveForm(request.POST or None, places=[(str(place.pk), choice_text(place)) for place in places])
    if request.method == "POST" and form.is_valid():
        parent = next(place for place in places if str(place.pk) == form.cleaned_data["parent"])
        reason = form.cleaned_data["reason"]
        frame = {"actor": actor, "unit": found, "now": timezone.now()}
        made = applied(form, services.move_unit, parent=parent, reason=reason, **frame)
        if made is not None:
            return look_again(address_of(found, found.organisation), made)
    return _move_page(request, found, form, search)


def _places(actor: Actor, unit: Unit, search: str) -> list[Unit]:
    """Open units that the person administers, found by name."""
    return units_found(unit.organisation_id, search, within=places_for(actor, unit), with_closed=False)


def _move_page(request: HttpRequest, unit: Unit, form: MoveForm, search: str) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "unit": unit,
        "search": search,
        "has_places": bool(form.fields["parent"].choices),  # type: ignore[attr-defined]
        "trail": unit_trail(unit.organisation, line_of(unit)),
        "back": address_of(unit, unit.organisation),
        "here": request.get_full_path(),
        "title_mark": _("Not saved yet:") if form.errors else "",
    }
    return render_page(request, "organisations/move.html", context, status=422 if form.errors else 200)


@only("GET", "POST")
def close(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    return _set_closed(request, slug, unit, closed=True)


@only("GET", "POST")
def reopen(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    return _set_closed(request, slug, unit, closed=False)


def _set_closed(request: HttpRequest, slug: str, unit: str, *, closed: bool) -> HttpResponse:
    """Close or open again. A look at the address leads to the unit."""
    actor, found = administered_unit_or_404(request, slug, unit)
    address = address_of(found, found.organisation)
    if request.method != "POST":
        return redirect(address)
    service = services.close_unit if closed else services.reopen_unit
    reason = typed(request, "reason")[:1000]
    try:
        made = service(actor=actor, unit=found, reason=reason, now=timezone.now())
    except Refused as refusal:
        return render_unit(request, actor, found, trouble=refusal.sentence, status=409)
    return look_again(address, made)
