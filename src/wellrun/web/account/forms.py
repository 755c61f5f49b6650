"""Forms of a person's own account: django-allauth's, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.web.sign_in.forms import CODE, NEW_PASSWORD, AnyAddress, InOurWords, Words


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {
        "oldpassword": (_("Password that you use now"), ""),
        "password1": NEW_PASSWORD,
    }


class SetPasswordForm(InOurWords, account.SetPasswordForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"password1": NEW_PASSWORD}


class NewAddressForm(AnyAddress, account.AddEmailForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {
        "email": (_("New e-mail address"), _("We send a link there. Until you open it, the old one stays."))
    }


class AgainForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"password": (_("Password"), "")}


class CodeAgainForm(InOurWords, ReauthenticateForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"code": CODE}


class FirstCodeForm(InOurWords, ActivateTOTPForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"code": (_("Code"), _("The 6 digits that the app shows now."))}


class PasskeyForm(InOurWords, AddWebAuthnForm):  # type: ignore[misc]
    """Always one that can sign in by itself, with the device's own lock."""

    words: ClassVar[Mapping[str, Words]] = {
        "name": (_("Name"), _("So that you know which it is, like “My phone”."))
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].required = True

    def clean(self) -> dict[str, Any]:
        """What a script should have sent, but anybody can send anything."""
        try:
            return dict(super().clean())
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise get_adapter().validation_error("incorrect_code") from error
