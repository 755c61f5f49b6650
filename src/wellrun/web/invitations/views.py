"""Who is invited, a form to invite, and a button to take it back."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.access.letters import send_invitation
from wellrun.access.sign_on_rule import note_joined
from wellrun.accounts.queries import confirmed_address
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.organisations.queries import (
    Unit,
    invitation_for,
    invitations_of,
    invitations_to,
    units_to_administer,
)
from wellrun.organisations.services import answer_invitation, invite, withdraw_invitation
from wellrun.web.invitations.forms import InviteForm
from wellrun.web.invitations.presenters import lines_of, own_lines
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


def _units_of(actor: Actor) -> list[Unit]:
    """Where this person may invite to. Without one the page does not exist for them."""
    here = actor.organisation_id
    units = [] if here is None else list(units_to_administer(actor, organisation_id=here))
    if not units:
        raise Http404
    return units


@only("GET", "POST")
def invitations(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    units = _units_of(actor)
    form = InviteForm(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        made = applied(form, invite, actor=actor, now=now, **form.chosen())
        if made is not None:
            row, token = made
            address = settings.PUBLIC_ADDRESS + reverse("invitation", args=[token])
            send_invitation(row, address=address, by=actor.name, now=now)
            return see_other(f"{reverse('invitations:list')}?sent=1")
    rows = invitations_of(actor, organisation_id=units[0].organisation_id)
    context = {
        "form": form,
        "lines": lines_of(rows, now=now),
        "is_sent": "sent" in request.GET,
        "is_kept_here": bool(settings.EMAIL_FILE_PATH),
    }
    return render_page(request, "invitations/list.html", context, status=422 if form.errors else 200)


@only("POST")
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    actor = actor_of(request)
    found = invitation_for(actor, invitation_id)
    if found is None:
        raise Http404
    withdraw_invitation(actor=actor, invitation=found, now=timezone.now())
    return see_other(reverse("invitations:list"))


@only("GET")
def mine(request: HttpRequest) -> HttpResponse:
    """What the person asking is invited to, by the address that is theirs."""
    return _own_page(request)


@only("POST")
def answer(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Yes or no to one of one's own."""
    actor = actor_of(request)
    try:
        answer_invitation(
            actor=actor,
            invitation_id=invitation_id,
            email=confirmed_address(actor.id),
            is_yes=request.POST.get("answer") == "yes",
            now=timezone.now(),
        )
    except Refused as refusal:
        return _own_page(request, trouble=refusal.sentence)
    note_joined(request, request.user)  # type: ignore[arg-type]
    return see_other(reverse("invitations:mine"))


def _own_page(request: HttpRequest, *, trouble: str = "") -> HttpResponse:
    address = confirmed_address(actor_of(request).id)
    rows = invitations_to(address, now=timezone.now())
    context: dict[str, object] = {"rows": own_lines(rows), "address": address, "trouble": trouble}
    return render_page(request, "invitations/mine.html", context, status=409 if trouble else 200)
