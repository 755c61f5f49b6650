"""Sign in and out. In the demo world a visitor chooses whom to be."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wellrun.access import actor_of
from wellrun.access.account_adapter import is_ours
from wellrun.access.demo import people_to_become, person_to_become
from wellrun.access.trail import note
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.shell.sign_in import open_to_all
from wellrun.web.sign_in.entering import SignIn
from wellrun.web.sign_in.presenters import groups_of


def where_next(asked: str) -> str:
    """The page somebody was going to, if it is ours."""
    return asked if is_ours(asked) else reverse("today:today")


@open_to_all
@only("GET", "POST")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Whom to be, in the demo world; else an address and a password, a passkey, or another service."""
    if actor_of(request).is_signed_in:
        return see_other(where_next(request.GET.get("next", "")))
    people = people_to_become()
    if not people:
        answer: HttpResponse = SignIn.as_view()(request)
        return answer
    context: dict[str, object] = {"groups": groups_of(people), "next": request.GET.get("next", "")}
    return render_page(request, "sign_in/demo.html", context)


@open_to_all
@only("POST")
def become(request: HttpRequest) -> HttpResponse:
    """Become somebody of the demo world. With real people in the database there is nobody to become."""
    chosen = request.POST.get("person", "")
    person = person_to_become(int(chosen)) if chosen.isdecimal() and len(chosen) < 19 else None
    if person is None:
        return see_other(reverse("account_login"))
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    note(person, "person.signed_in", {"with": "demo"})
    return see_other(where_next(request.POST.get("next", "")))


@open_to_all
@only("POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    person = request.user
    if person.is_authenticated:
        note(person, "person.signed_out")
    get_adapter().logout(request)
    return see_other(reverse("account_login"))
