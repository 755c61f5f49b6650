"""Forms of partner organisations."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.projects.values import PARTNER_ROLES, SeatRole

QUIET = {"autocomplete": "off", "dir": "auto"}


class InvitePartnerForm(forms.Form):
    """Which organisation, and why."""

    organisation = forms.CharField(
        label=_("Which organisation?"),
        help_text=_("Its name or its code, as it is in Wellrun."),
        max_length=200,
        widget=forms.TextInput(attrs=QUIET),
        error_messages={"required": _("Type the name of the organisation.")},
    )
    message = forms.CharField(
        label=_("What do you ask of them?"),
        help_text=_("They see this and the name of the project before they answer, and nothing else."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )


class OwnPersonForm(forms.Form):
    """Somebody of the partner joins the team."""

    email = forms.CharField(
        label=_("Their e-mail address"),
        help_text=_("Of somebody who works with you. They see this one project, and nothing else there."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Type the e-mail address they sign in with.")},
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(role.value, role.label) for role in PARTNER_ROLES],
        initial=SeatRole.MEMBER,
    )
    title = forms.CharField(
        label=_("What do they bring?"),
        help_text=_("In their own words. You can leave it empty."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs=QUIET),
    )
