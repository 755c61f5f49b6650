"""How django-allauth behaves here: our words, our addresses, and e-mail through the background."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from wellrun.access.actors import actor_for
from wellrun.access.second_step import may_remove_second_step
from wellrun.access.secrets import locked, unlocked
from wellrun.accounts.policies import normal_email
from wellrun.accounts.tasks import send_later
from wellrun.core.decision import Refused

JUST_NOW = 5 * 60
"""Seconds after signing in during which nobody is asked for their password again."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed. Ask an administrator where you work."),
        "email_password_mismatch": _("That e-mail address and password do not go together. Try once more."),
        "email_taken": _("This address cannot be used. Try another."),
        "duplicate_email": _("This is your address already."),
        "same_as_current": _("This is your address already."),
        "enter_current_password": _("Type the password that you use now."),
        "incorrect_password": _("This is not your password. Try once more."),
        "incorrect_code": _("This code does not fit. Wait for the next one and type that."),
        "too_many_login_attempts": _("That was tried too often. Wait five minutes, then try again."),
        "rate_limited": _("That was tried too often. Wait a few minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the signature is allauth's
        """People come by invitation."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Pages of this installation alone, by their path."""
        return bool(url) and is_ours(str(url))

    def clean_email(self, email: str) -> str:
        try:
            return normal_email(email)
        except Refused as refusal:
            raise ValidationError(refusal.sentence) from refusal

    def is_ajax(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """There are pages here and nothing else, whatever a script says it would like."""
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        return _in_letters(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return _in_letters(super().get_email_confirmation_url(request, emailconfirmation))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A plain letter from our own templates, in the background."""
        values = {**context, "email": email}
        subject = render_to_string(f"{template_prefix}_subject.txt", values)
        text = render_to_string(f"{template_prefix}_message.txt", values).strip() + "\n"
        send_later(to=email, subject=subject, text=text, now=timezone.now())

    def add_message(self, *_args: Any, **_kwargs: Any) -> None:
        """What happened is said by the page that follows."""

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("account:overview")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not right after signing in: the password was typed a moment ago."""
        asked: bool = super().is_reauthentication_required(app=app, **kwargs)
        request = self.request
        records = get_authentication_records(request, request.user) if request else []
        return asked and not any(time.time() - record["at"] < JUST_NOW for record in records)


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code does not fit. Wait for the next one and type that."),
        "cannot_delete_authenticator": _("An administrator keeps a second step. Add another one first."),
        "unverified_email": _("Confirm your new e-mail address first: we sent you a link."),
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
    }

    def encrypt(self, text: str) -> str:
        return locked(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unlocked(encrypted_text)

    def get_totp_issuer(self) -> str:
        return "Wellrun"

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return may_remove_second_step(actor_for(authenticator.user))

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002, ARG002
        return str(_("Passkey"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Wellrun"}


def _in_letters(address: str) -> str:
    """A link that is sent begins with the installation's own address, never with what a request called it."""
    return f"{settings.PUBLIC_ADDRESS}{urlsplit(address).path}"


def is_ours(address: str) -> bool:
    """Whether an address is a page here, whatever host it was asked under."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
