"""Roles on a unit: give one, change one, end one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.access.requests import actor_of
from wellrun.core import holdings
from wellrun.core.actor import Actor
from wellrun.organisations import services
from wellrun.organisations.permissions import may_administer, may_end, may_give_role
from wellrun.organisations.queries import (
    DirectoryEntry,
    Membership,
    Unit,
    administration_page,
    line_of,
    membership_in,
    roles_of,
    root_of,
)
from wellrun.organisations.values import Change
from wellrun.web.organisations.finding import administered_unit_or_404, organisation_or_404
from wellrun.web.organisations.forms.roles import EndRoleForm, GiveRoleForm, RoleForm
from wellrun.web.organisations.places import latest_change
from wellrun.web.organisations.showing import address_of, look_again, unit_trail
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def give(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Find a person of the organisation, and give them a role on this unit."""
    actor, found = administered_unit_or_404(request, slug, unit)
    decision = may_give_role(actor, found)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    search = request.GET.get("q", "").strip()[:100]
    people = administration_page(found.organisation_id, search=search).entries
    form = GiveRoleForm(request.POST or None, people=[_choice(entry) for entry in people])
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("role", "perspective", "title")}
        person_id = int(form.cleaned_data["person"])
        frame = {"actor": actor, "unit": found, "now": timezone.now()}
        row = applied(form, services.give_role, person_id=person_id, **told, **frame)
        if row is not None:
            return look_again(address_of(found, found.organisation), latest_change(row))
    return _give_page(request, found, form, search)


def _choice(entry: DirectoryEntry) -> tuple[str, str]:
    """A person with what tells two of one name apart. Only administrators see this list."""
    told = (entry.person.name, entry.title, entry.unit.name, entry.person.email)
    return str(entry.person_id), ", ".join(filter(None, told))


def _give_page(request: HttpRequest, unit: Unit, form: GiveRoleForm, search: str) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "unit": unit,
        "search": search,
        "has_people": bool(form.fields["person"].choices),  # type: ignore[attr-defined]
        "trail": unit_trail(unit.organisation, line_of(unit)),
        "back": address_of(unit, unit.organisation),
        "here": request.get_full_path(),
        "title_mark": _("Not saved yet:") if form.errors else "",
    }
    return render_page(request, "organisations/give_role.html", context, status=422 if form.errors else 200)


@only("GET", "POST")
def change(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """One role. Its two forms come back here; the pressed button says which."""
    actor = actor_of(request)
    row = _role_or_404(request, slug, membership_id)
    do = request.POST.get("do", "")
    told = {"role": row.role, "perspective": row.perspective, "title": row.title}
    role_form = RoleForm(request.POST if do == "save" else None, initial=told)
    end_form = EndRoleForm(request.POST if do == "end" else None, auto_id="end-%s")
    if request.method == "POST":
        made = _asked_for(do, actor, row, role_form, end_form)
        if made is not None:
            return _after(actor, row, made)
    return _role_page(request, actor, row, role_form, end_form)


def _role_or_404(request: HttpRequest, slug: str, membership_id: int) -> Membership:
    """A role that the person may change or end; for anybody else there is no such page."""
    actor, organisation = organisation_or_404(request, slug)
    row = membership_in(organisation.pk, membership_id)
    if row is None or not may_end(actor, row):
        raise Http404
    row.unit.organisation = organisation
    return row


def _asked_for(
    do: str, actor: Actor, row: Membership, role_form: RoleForm, end_form: EndRoleForm
) -> Change | None:
    """Make the one change that was asked for; ``None`` where a form needs another look."""
    frame = {"actor": actor, "membership": row, "now": timezone.now()}
    if do == "save" and role_form.is_valid():
        return applied(role_form, services.change_membership, **role_form.cleaned_data, **frame)
    if do == "end" and end_form.is_valid():
        return applied(end_form, services.end_membership, **end_form.cleaned_data, **frame)
    return None


def _after(actor: Actor, row: Membership, made: Change) -> HttpResponse:
    """Whoever has just left the organisation has no page of it to come back to."""
    if made.kind == "ended" and not may_administer(actor, row.unit):
        return see_other("/")
    return look_again(address_of(row.unit, row.unit.organisation), made)


def _role_page(
    request: HttpRequest, actor: Actor, row: Membership, role_form: RoleForm, end_form: EndRoleForm
) -> HttpResponse:
    is_wrong = bool(role_form.errors or end_form.errors)
    context: dict[str, object] = {
        **_what_would_be_left(actor, row),
        "row": row,
        "role_form": role_form,
        "end_form": end_form,
        "may_change": bool(may_administer(actor, row.unit)),
        "is_own": actor.person_id == row.person_id,
        "trail": unit_trail(row.unit.organisation, line_of(row.unit)),
        "back": address_of(row.unit, row.unit.organisation),
        "title_mark": _("Not saved yet:") if is_wrong else "",
    }
    return render_page(request, "organisations/role.html", context, status=422 if is_wrong else 200)


def _what_would_be_left(actor: Actor, row: Membership) -> dict[str, object]:
    """With somebody's last role here ends their place, and what they look after needs somebody else."""
    here = row.unit.organisation
    if len(roles_of([row.person_id], [here.pk])) > 1:
        return {}
    page = reverse("organisations:administer-person", args=[here.slug, row.person_id])
    return {
        "left": len(holdings.held_by(actor, here.pk, [row.person_id])),
        "person_href": page if may_administer(actor, root_of(here.pk)) else "",
    }
