"""Forms of signing in: django-allauth's, in our words and with nothing to type twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.mfa.adapter import get_adapter as get_second_step_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wellrun.accounts.policies import normal_email
from wellrun.core.decision import Refused

Words = tuple[Any, Any]
"""A field's label and its help: words that are translated when they are shown."""
NEW_PASSWORD: Words = (
    _("New password"),
    _("12 characters or more. Three or four words that do not belong together are good."),
)
EMAIL: Words = (_("E-mail address"), "")
CODE: Words = (_("Code"), _("The 6 digits in your app, or one of your recovery codes."))


class InOurWords:
    """Label and help for each field; no words inside a field, and nothing to be typed twice."""

    words: ClassVar[Mapping[str, Words]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.label, field.help_text = self.words.get(name, (field.label or "", ""))
            field.widget.attrs.pop("placeholder", None)


class ReadableCredential:
    """What a script should have sent, but anybody can send anything: nothing of it may stop the server."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise get_second_step_adapter().validation_error("incorrect_code") from error


class PasskeySignInForm(ReadableCredential, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey instead of address and password."""


class PasskeyStepForm(ReadableCredential, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second step."""


class SignInForm(InOurWords, LoginForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"login": EMAIL, "password": (_("Password"), "")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attributes = {"autocomplete": "username", "autocapitalize": "none"}
        self.fields["login"] = forms.CharField(
            label=EMAIL[0], max_length=254, widget=forms.EmailInput(attrs=attributes)
        )
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """Written as it is kept, so that "Mina@Example.ORG" finds her. What is no address is nobody's."""
        try:
            return normal_email(self.cleaned_data["login"])
        except Refused:
            return str(self.cleaned_data["login"])


class AnyAddress(InOurWords):
    """An address however it is typed: `normal_email` says what is wrong with it, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label, hint = self.words["email"]
        box = forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none"})
        self.fields["email"] = forms.CharField(label=label, help_text=hint, max_length=254, widget=box)

    def clean_email(self) -> str:
        """As it is kept: letters go there, never to one that mail servers read in another way."""
        super().clean_email()  # type: ignore[misc]
        return normal_email(self.cleaned_data["email"])  # type: ignore[attr-defined]


class ForgottenForm(AnyAddress, ResetPasswordForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"email": EMAIL}

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """For an address that nobody has, as much is done: a letter is written, to nobody."""
        email: str = super().save(request, **kwargs)
        if not self.users:
            get_adapter().send_mail("account/email/password_reset_key", "", {"password_reset_url": ""})
        return email


class NewPasswordForm(InOurWords, ResetPasswordKeyForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"password1": NEW_PASSWORD}


class CodeForm(InOurWords, AuthenticateForm):  # type: ignore[misc]
    words: ClassVar[Mapping[str, Words]] = {"code": CODE}
