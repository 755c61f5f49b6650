"""Sign in and out. In the demo world a visitor chooses whom to be."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from wellrun.access import actor_of
from wellrun.access.demo import people_to_become, person_to_become
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.shell.sign_in import open_to_all


def where_next(asked: str) -> str:
    """The page somebody was going to, if it is ours."""
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours else reverse("today:today")


@open_to_all
@only("GET")
def sign_in(request: HttpRequest) -> HttpResponse:
    if actor_of(request).is_signed_in:
        return see_other(where_next(request.GET.get("next", "")))
    context: dict[str, object] = {
        "people": people_to_become(),
        "next": request.GET.get("next", ""),
    }
    return render_page(request, "sign_in/sign_in.html", context)


@open_to_all
@only("POST")
def become(request: HttpRequest) -> HttpResponse:
    """Become somebody of the demo world. With real people in the database there is nobody to become."""
    chosen = request.POST.get("person", "")
    person = person_to_become(int(chosen)) if chosen.isdecimal() and len(chosen) < 19 else None
    if person is None:
        return see_other(reverse("sign-in:sign-in"))
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return see_other(where_next(request.POST.get("next", "")))


@open_to_all
@only("POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return see_other(reverse("sign-in:sign-in"))
