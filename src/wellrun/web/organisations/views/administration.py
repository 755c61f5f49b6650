"""Administration of one organisation by its own administrators: for anybody else there is no such page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.organisations import services
from wellrun.organisations.queries import (
    After,
    Organisation,
    administration_page,
    closed_units,
    role_holders,
    roles_of,
    root_of,
)
from wellrun.organisations.values import LEADING_ROLES, Role
from wellrun.web.components.segments.tag import Segment
from wellrun.web.organisations.finding import administered_or_404
from wellrun.web.organisations.forms.settings import SettingsForm
from wellrun.web.organisations.presenters.administration import (
    administration_trail,
    present_administered,
    present_parts,
)
from wellrun.web.organisations.presenters.people import present_people
from wellrun.web.organisations.presenters.trees import present_found
from wellrun.web.organisations.showing import address_of, look_again, saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.paging import next_page
from wellrun.web.shell.render import applied, render_page


@only("GET")
def administration(request: HttpRequest, slug: str) -> HttpResponse:
    _actor, organisation = administered_or_404(request, slug)
    context = _frame(organisation) | {
        "trail": administration_trail(organisation)[:1],
        "parts": present_parts(organisation),
    }
    return render_page(request, "organisations/administration.html", context)


@only("GET")
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody with a role: found by name, unit or address, one page at a time."""
    actor, organisation = administered_or_404(request, slug)
    search = request.GET.get("q", "").strip()[:100]
    found = administration_page(
        organisation.pk, search=search, after=After.read(request.GET.get("after", ""))
    )
    roles = roles_of([entry.person_id for entry in found.entries], [organisation.pk])
    context = _frame(organisation) | {
        "people": present_administered(found, roles, organisation),
        "search": search,
        "next_href": next_page(found.next, q=search) if found.next else "",
        "is_here": organisation.pk == actor.organisation_id,  # one invites where one is
    }
    return render_page(request, "organisations/administer_people.html", context)


@only("GET")
def units(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring a tree, and find what was closed. The tree itself is on the organisation's page."""
    _actor, organisation = administered_or_404(request, slug)
    context = _frame(organisation) | {
        "closed": present_found(closed_units(organisation.pk), organisation),
        "add_href": address_of(root_of(organisation.pk), organisation, "add-unit"),
        "tree_href": reverse("organisations:organisation", args=[slug]),
    }
    return render_page(request, "organisations/administer_units.html", context)


@only("GET")
def roles(request: HttpRequest, slug: str) -> HttpResponse:
    """Who leads, coaches and administers. Members are on the page of their unit."""
    _actor, organisation = administered_or_404(request, slug)
    wanted = request.GET.get("role", "")
    every = sorted(LEADING_ROLES | {Role.COACH})
    shown = [wanted] if wanted in every else every
    found = role_holders(organisation.pk, shown, after=After.read(request.GET.get("after", "")))
    context = _frame(organisation) | {
        "people": present_people(found.memberships, slug, may_change=True),
        "segments": _role_segments(wanted if wanted in every else ""),
        "next_href": next_page(found.next, role=wanted) if found.next else "",
    }
    return render_page(request, "organisations/administer_roles.html", context)


def _role_segments(current: str) -> tuple[Segment, ...]:
    words = {"": _("All"), **{role: Role(role).label for role in Role.values if role != Role.MEMBER}}
    return tuple(
        Segment(text=str(text), href=f"?role={role}" if role else "?", is_current=role == current)
        for role, text in words.items()
    )


@only("GET", "POST")
def settings(request: HttpRequest, slug: str) -> HttpResponse:
    """Name, code, country, language and method."""
    actor, organisation = administered_or_404(request, slug)
    names = ("name", "code", "code_scheme", "country", "language", "method")
    initial = {name: getattr(organisation, name) for name in names}
    kept = {"language": organisation.language, "country": organisation.country}
    form = SettingsForm(request.POST or None, initial=initial, **kept)
    if request.method == "POST" and form.is_valid():
        frame = {"actor": actor, "organisation": organisation, "now": timezone.now()}
        change = applied(form, services.change_organisation, settings=form.settings(), **frame)
        if change is not None:
            return look_again(request.path, change)
    context = _frame(organisation) | {
        "form": form,
        "title_mark": _("Not saved yet:") if form.errors else "",
        "toast": saved(request, actor, organisation),
    }
    return render_page(request, "organisations/settings.html", context, status=422 if form.errors else 200)


def _frame(organisation: Organisation) -> dict[str, object]:
    """What every page of administration has."""
    return {"organisation": organisation, "trail": administration_trail(organisation)}
