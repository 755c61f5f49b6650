"""What happens around signing in, written into the audit record. Connected once, by `web.apps`."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as social
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from wellrun.access.sessions import DEVICE_KEY, SEEN_KEY, SIGNED_IN_KEY, device_named
from wellrun.access.sign_on_rule import note_way_in
from wellrun.accounts.models import Person
from wellrun.core import audit
from wellrun.core.actor import NOBODY, Actor


def note(person: Person, action: str, after: dict[str, Any] | None = None) -> None:
    """One record, by the person about themselves."""
    _record(Actor(person_id=person.pk, name=person.name, is_demo=person.is_demo), person.pk, action, after)


def _record(actor: Actor, person_id: int, action: str, after: dict[str, Any] | None) -> None:
    thing = audit.Thing(kind="person", id=person_id, part="sign-in")
    with transaction.atomic():
        audit.record(actor=actor, action=action, thing=thing, now=timezone.now(), after=after)


def address_mark(address: str) -> str:
    """Tells apart which address was tried, without saying which: a keyed digest."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, address.strip().casefold().encode(), hashlib.sha256).hexdigest()[:16]


@receiver(user_logged_in, dispatch_uid="wellrun.begin_session")
def begin_session(request: HttpRequest, **_kwargs: Any) -> None:
    """Every way of signing in starts the clocks of the session."""
    now = timezone.now().timestamp()
    request.session[SIGNED_IN_KEY] = now
    request.session[SEEN_KEY] = now
    request.session[DEVICE_KEY] = device_named(request.META.get("HTTP_USER_AGENT", ""))


@receiver(account.user_logged_in, dispatch_uid="wellrun.signed_in")
def _signed_in(request: HttpRequest, user: Person, sociallogin: Any = None, **_kwargs: Any) -> None:
    note_way_in(request, user, sociallogin.account.provider if sociallogin else "")
    note(user, "person.signed_in", {"with": sociallogin.account.provider if sociallogin else "wellrun"})


@receiver(user_login_failed, dispatch_uid="wellrun.sign_in_failed")
def _sign_in_failed(credentials: dict[str, Any], **_kwargs: Any) -> None:
    tried = str(credentials.get("email") or credentials.get("username") or "")
    _record(NOBODY, 0, "person.sign_in_failed", {"address": address_mark(tried)})


@receiver(mfa.authentication_failed, dispatch_uid="wellrun.second_step_failed")
def _second_step_failed(user: Person, **_kwargs: Any) -> None:
    _record(NOBODY, user.pk, "person.second_step_failed", None)


@receiver(account.password_changed, dispatch_uid="wellrun.password_changed")
@receiver(account.password_set, dispatch_uid="wellrun.password_set")
@receiver(account.password_reset, dispatch_uid="wellrun.password_reset")
def _password_changed(user: Person, **_kwargs: Any) -> None:
    note(user, "person.password_changed")


@receiver(account.email_changed, dispatch_uid="wellrun.email_changed")
def _email_changed(user: Person, **_kwargs: Any) -> None:
    note(user, "person.email_changed")


@receiver(mfa.authenticator_added, dispatch_uid="wellrun.second_step_added")
def _second_step_added(user: Person, authenticator: Any, **_kwargs: Any) -> None:
    note(user, "person.second_step_added", {"kind": str(authenticator.type)})


@receiver(mfa.authenticator_removed, dispatch_uid="wellrun.second_step_removed")
def _second_step_removed(user: Person, authenticator: Any, **_kwargs: Any) -> None:
    note(user, "person.second_step_removed", {"kind": str(authenticator.type)})


@receiver(mfa.authenticator_reset, dispatch_uid="wellrun.recovery_codes_renewed")
def _recovery_codes_renewed(user: Person, **_kwargs: Any) -> None:
    note(user, "person.recovery_codes_renewed")


@receiver(social.social_account_added, dispatch_uid="wellrun.sign_on_connected")
def _sign_on_connected(request: HttpRequest, sociallogin: Any, **_kwargs: Any) -> None:
    note_way_in(request, sociallogin.user, sociallogin.account.provider)
    note(sociallogin.user, "person.sign_on_connected", {"with": sociallogin.account.provider})


@receiver(social.social_account_removed, dispatch_uid="wellrun.sign_on_disconnected")
def _sign_on_disconnected(socialaccount: Any, **_kwargs: Any) -> None:
    note(socialaccount.user, "person.sign_on_disconnected", {"with": socialaccount.provider})
