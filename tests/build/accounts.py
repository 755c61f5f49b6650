"""People who can sign in: a password, a confirmed address, an authenticator app, and the letters they get."""

from __future__ import annotations

import re
import time
from functools import cache

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.hashers import make_password
from django.test import Client

from wellrun.accounts.models import Letter, Person
from wellrun.core.actor import Actor

PASSWORD = "otter lamp violin 7"
SIGN_IN = "/sign-in/"


@cache
def _kept() -> str:
    """The password as it is kept: made once, because making it is slow by design."""
    return make_password(PASSWORD)


def can_sign_in(actor: Actor) -> Person:
    """The actor's person, with a password and an address that is known to be theirs."""
    person = Person.objects.get(pk=actor.id)
    person.password = _kept()
    person.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(user=person, email=person.email, verified=True, primary=True)
    return person


def an_app(person: Person) -> str:
    """An authenticator app of the person; gives its secret."""
    secret: str = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code_now(secret: str, *, steps: int = 0) -> str:
    """What the app shows now, or some half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def has_second_step(person: Person) -> bool:
    return Authenticator.objects.filter(user=person).exists()


def try_to_sign_in(client: Client, email: str, password: str = PASSWORD, **more: str):  # type: ignore[no-untyped-def]
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


def link_in_letter(to: str) -> str:
    """The path of the link in the latest letter to an address."""
    letter = Letter.objects.filter(to=to).order_by("-pk")[0]
    return re.findall(r"https?://[^/\s]+(/\S+)", letter.text)[0]
