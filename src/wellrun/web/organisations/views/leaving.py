"""Somebody who goes: what they look after, who takes it, and the end of their sign-in. For administrators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.accounts.queries import Person
from wellrun.core import holdings
from wellrun.core.actor import Actor
from wellrun.core.holdings import Holding
from wellrun.organisations import services
from wellrun.organisations.permissions import may_let_in
from wellrun.organisations.queries import (
    Organisation,
    closed_accounts,
    left_behind,
    organisations_of,
    person_administered,
    roles_of,
    roots_of,
    who_lets_in,
)
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.organisations.finding import administered_or_404
from wellrun.web.organisations.forms.leaving import EraseForm, LeavingForm, PassOnForm
from wellrun.web.organisations.presenters.administration import administration_trail
from wellrun.web.organisations.presenters.leaving import (
    present_closed_accounts,
    present_left_behind,
    present_person,
)
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET")
def left_behind_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody who has gone while something still rests with them."""
    actor, organisation = administered_or_404(request, slug)
    people = left_behind(organisation.pk)
    held = holdings.held_by(actor, organisation.pk, [person.pk for person in people])
    told = [(person.pk, person.name, person.is_active) for person in people]
    context: dict[str, object] = {
        "organisation": organisation,
        "trail": administration_trail(organisation),
        "people": present_left_behind(told, held, organisation),
        "closed": present_closed_accounts(
            [(person.pk, person.name) for person in closed_accounts(organisation.pk)], organisation
        ),
    }
    return render_page(request, "organisations/left_behind.html", context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks, about whom, and what that person looks after."""

    actor: Actor
    organisation: Organisation
    person: Person
    held: list[Holding]


Service = Callable[..., object]


@only("GET", "POST")
def person(request: HttpRequest, slug: str, person_id: int) -> HttpResponse:
    """One person. The forms come back here; the pressed button says which."""
    asked = _asked(request, slug, person_id)
    do = request.POST.get("do", "")
    passing = PassOnForm(request.POST if do == "pass-on" else None, holdings=asked.held)
    data = request.POST if do in _SERVICES else None
    leaving = LeavingForm(data, has_work=bool(asked.held), auto_id="leaving-%s")
    typed = request.POST if do == "erase" else None
    erasing = EraseForm(typed, expected=asked.person.email, auto_id="erasing-%s")
    if request.method == "POST" and _erased(asked, erasing):
        return see_other(reverse("organisations:administer-people", args=[slug]))
    if request.method == "POST" and (_passed_on(asked, passing) or _done(asked, do, leaving)):
        return see_other(request.path)
    return _page(request, asked, passing, leaving, erasing)


def _asked(request: HttpRequest, slug: str, person_id: int) -> Asked:
    actor, organisation = administered_or_404(request, slug)
    found = person_administered(organisation.pk, person_id)
    if found is None:
        raise Http404
    held = holdings.held_by(actor, organisation.pk, [found.pk])
    return Asked(actor=actor, organisation=organisation, person=found, held=held)


def _passed_on(asked: Asked, form: PassOnForm) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    frame = {"actor": asked.actor, "organisation": asked.organisation, "now": timezone.now()}
    return applied(form, services.pass_on, choices=form.chosen(), **frame) is not None


def _erased(asked: Asked, form: EraseForm) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    told = {"person": asked.person, "reason": form.cleaned_data["reason"], "now": timezone.now()}
    applied(form, services.erase_member, actor=asked.actor, **told)
    return not form.errors


def _done(asked: Asked, do: str, form: LeavingForm) -> bool:
    """Make the one change that was asked for."""
    if not form.is_bound or not form.is_valid():
        return False
    applied(form, _SERVICES[do], asked=asked, told=form.told())
    return not form.errors


def _end_sign_in(*, asked: Asked, told: dict[str, Any]) -> None:
    services.end_sign_in(actor=asked.actor, person=asked.person, now=timezone.now(), **told)


def _allow_sign_in(*, asked: Asked, told: dict[str, Any]) -> None:
    reason = told["reason"]
    services.allow_sign_in(actor=asked.actor, person=asked.person, reason=reason, now=timezone.now())


def _end_roles(*, asked: Asked, told: dict[str, Any]) -> None:
    services.end_all_roles(
        actor=asked.actor,
        person=asked.person,
        organisation=asked.organisation,
        now=timezone.now(),
        **told,
    )


_SERVICES: dict[str, Service] = {"end": _end_sign_in, "allow": _allow_sign_in, "end-roles": _end_roles}


def _page(
    request: HttpRequest, asked: Asked, passing: PassOnForm, leaving: LeavingForm, erasing: EraseForm
) -> HttpResponse:
    is_wrong = bool(passing.errors or leaving.errors or erasing.errors)
    here, slug = asked.organisation.pk, asked.organisation.slug
    decides = who_lets_in(asked.person.pk)
    context: dict[str, object] = {
        "page": present_person(
            name=asked.person.name,
            email=asked.person.email,
            is_active=asked.person.is_active,
            is_own=asked.person.pk == asked.actor.person_id,
            roles=roles_of([asked.person.pk], [here]),
            works_elsewhere=bool(organisations_of(asked.person.pk) - {here}),
            may_let_in=may_let_in(asked.actor, roots_of(decides), count=len(decides)),
        ),
        "organisation": asked.organisation,
        "trail": (
            *administration_trail(asked.organisation),
            Crumb(text=_("People"), href=reverse("organisations:administer-people", args=[slug])),
        ),
        "passing": passing,
        "rows": list(passing.rows()),
        "leaving": leaving,
        "erasing": erasing,
        "title_mark": _("Not saved yet:") if is_wrong else "",
    }
    return render_page(
        request, "organisations/administer_person.html", context, status=422 if is_wrong else 200
    )
