"""Coming for the first time: with an invitation, or to set Wellrun up."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from wellrun.access import actor_of
from wellrun.access.sign_on import providers
from wellrun.access.sign_on_rule import note_joined, note_way_in
from wellrun.access.trail import note
from wellrun.accounts.queries import Person, confirmed_address, has_real_people, person_with
from wellrun.core import first_key, place
from wellrun.core.decision import Refused
from wellrun.organisations import services
from wellrun.organisations.queries import Invitation, open_invitation
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other
from wellrun.web.shell.sign_in import open_to_all
from wellrun.web.sign_in.joining_forms import JoinForm, SetUpForm


def _welcome(request: HttpRequest, person: object) -> HttpResponse:
    """Signed in at once: they have just chosen their password."""
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")  # type: ignore[arg-type]
    record_authentication(request, request.user, "password", reauthenticated=True)
    note_way_in(request, person)  # type: ignore[arg-type]
    note(person, "person.signed_in", {"with": "wellrun"})  # type: ignore[arg-type]
    return see_other(reverse("today:today"))


@open_to_all
@only("GET", "POST")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What the link in an invitation opens: a new account, or a new role for somebody who has one."""
    found = open_invitation(token, now=timezone.now())
    if found is None:
        return render_page(request, "sign_in/invitation_gone.html", {}, status=404)
    if actor_of(request).is_signed_in:
        return _join_as_oneself(request, found, token)
    if person_with(found.email) is not None:
        return see_other(f"{reverse('account_login')}?next={request.path}")
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = applied(
            form, services.join_by_invitation, token=token, now=timezone.now(), **form.cleaned_data
        )
        if person is not None:
            return _welcome(request, person)
    context = {"form": form, "invitation": found, "providers": providers()}
    return render_page(request, "sign_in/invitation.html", context, status=422 if form.errors else 200)


def _join_as_oneself(request: HttpRequest, found: Invitation, token: str) -> HttpResponse:
    actor, refused = actor_of(request), ""
    address = confirmed_address(actor.id)
    if request.method == "POST":
        try:
            services.accept_invitation(actor=actor, token=token, email=address, now=timezone.now())
        except Refused as refusal:
            refused = refusal.sentence
        else:
            note_joined(request, request.user)  # type: ignore[arg-type]
            return see_other(reverse("today:today"))
    context = {
        "invitation": found,
        "person": actor.name,
        "refused": refused,
        "is_mine": address == found.email,
        "address": address,
    }
    return render_page(request, "sign_in/invitation_for_me.html", context, status=409 if refused else 200)


@open_to_all
@only("GET", "POST")
def set_up(request: HttpRequest, token: str) -> HttpResponse:
    """The first organisation and its administrator, with the address that `wellrun serve` printed."""
    if not first_key.fits(place.data_folder(), token) or has_real_people():
        raise Http404
    form = SetUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = _set_up_once(form, token)
        if person is not None:
            return _welcome(request, person)
    return render_page(request, "sign_in/set_up.html", {"form": form}, status=422 if form.errors else 200)


def _set_up_once(form: SetUpForm, token: str) -> Person | None:
    folder, given = place.data_folder(), form.cleaned_data
    if not first_key.take(folder, token):
        raise Http404
    name, person = given["organisation"].strip(), None
    try:
        person = applied(
            form,
            services.set_up,
            organisation=services.NewOrganisation(name=name, slug=slugify(name)[:60] or "organisation"),
            administrator=services.FirstAdministrator(
                name=given["name"], email=given["email"], password=given["password"]
            ),
            now=timezone.now(),
        )
    finally:
        (first_key.use_up if person else first_key.put_back)(folder)
    return person
