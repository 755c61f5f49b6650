"""Forms for whoever comes for the first time: with an invitation, or to set Wellrun up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from wellrun.accounts.policies import normal_email, normal_name
from wellrun.core.decision import Refused
from wellrun.web.sign_in.forms import NEW_PASSWORD


class JoinForm(forms.Form):
    """A name and a password; the invitation says the rest."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As colleagues know you, in any script."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=NEW_PASSWORD[0],
        help_text=NEW_PASSWORD[1],
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_name(self) -> str:
        return _kept(normal_name, self.cleaned_data["name"])

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class SetUpForm(JoinForm):
    """The first organisation and its administrator."""

    organisation = forms.CharField(
        label=_("Your organisation"), help_text=_("Its name, as people say it."), max_length=200
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("organisation", "name", "email", "password")

    def clean_email(self) -> str:
        return _kept(normal_email, self.cleaned_data["email"])


def _kept(rule: Any, text: str) -> str:
    """The text as the rule keeps it, or its refusal beside the field."""
    try:
        return str(rule(text))
    except Refused as refusal:
        raise forms.ValidationError(refusal.sentence) from refusal
