"""A person's own account in one page, and ending what they no longer want."""

from __future__ import annotations

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.socialaccount.internal.flows.connect import disconnect, validate_disconnect
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from wellrun.access import actor_of
from wellrun.access.own_account import second_step_of, sign_ons_of
from wellrun.access.second_step import must_have_second_step
from wellrun.access.sign_on_rule import SIGN_ON_FIRST, is_still_wanted, ways_in
from wellrun.accounts.queries import Session, person_with_id, sessions_of
from wellrun.accounts.services import end_other_sessions, end_session
from wellrun.web.account.presenters import devices, passkey_lines
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.sign_in.entering import refusal_sentences


def _marks(sessions: list[Session]) -> dict[str, str]:
    return {each.session_key: salted_hmac("device", each.session_key).hexdigest()[:20] for each in sessions}


@only("GET")
def overview(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    sessions = sessions_of(actor.id, now=timezone.now())
    steps = second_step_of(actor.id)
    must = must_have_second_step(actor)
    context: dict[str, object] = {
        "person": person_with_id(actor.id),
        "is_sent": "sent" in request.GET,
        "devices": devices(sessions, here=request.session.session_key or "", mark=_marks(sessions)),
        "has_other_devices": len(sessions) > 1,
        "steps": steps,
        "passkeys": passkey_lines(steps.passkeys),
        "must_set_up": must and not steps.is_set_up,
        "sign_ons": sign_ons_of(actor.id),
        "refused": refusal_sentences().get(request.GET.get("refused", ""), ""),
    }
    return render_page(request, "account/overview.html", context)


@only("GET", "POST")
def sign_on(request: HttpRequest) -> HttpResponse:
    """The organisation wants its own service used. Where it no longer does, a post goes on."""
    actor = actor_of(request)
    is_wanted = is_still_wanted(actor)
    if request.method == "POST" and not is_wanted:
        request.session.pop(SIGN_ON_FIRST, None)
        return see_other(reverse("today:today"))
    context: dict[str, object] = {"ways": ways_in(actor), "is_wanted": is_wanted}
    return render_page(request, "account/sign_on.html", context)


@only("POST")
def end_device(request: HttpRequest) -> HttpResponse:
    """One device, or all but this one."""
    actor, now = actor_of(request), timezone.now()
    sessions = sessions_of(actor.id, now=now)
    marks = _marks(sessions)
    wanted = request.POST.get("device", "")
    if wanted == "others":
        end_other_sessions(actor=actor, but=request.session.session_key or "", now=now)
    for session in sessions:
        if marks[session.session_key] == wanted:
            end_session(actor=actor, session=session, now=now)
    return see_other(reverse("account:overview"))


@only("POST")
def disconnect_sign_on(request: HttpRequest, sign_on_id: int) -> HttpResponse:
    """Come in through another service no longer. Not the last way in."""
    row = SocialAccount.objects.filter(user_id=actor_of(request).id, pk=sign_on_id).first()
    if row is None:
        raise Http404
    raise_if_reauthentication_required(request, app="allauth.socialaccount")
    try:
        validate_disconnect(request, row)
    except ValidationError:
        return see_other(f"{reverse('account_set_password')}")
    with transaction.atomic():
        disconnect(request, row)
    return see_other(reverse("account:overview"))
