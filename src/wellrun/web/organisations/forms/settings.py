"""The form of an organisation's settings, and the filters of its history."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wellrun.core.folding import folded
from wellrun.organisations.services import OrganisationSettings
from wellrun.organisations.values import Method
from wellrun.organisations.values.countries import COUNTRIES, country_name
from wellrun.web.organisations.forms.units import QUIET
from wellrun.web.shell.fields import DayField


class SettingsForm(forms.Form):
    """What an administrator says about the organisation."""

    name = forms.CharField(
        label=_("Name"), required=False, max_length=200, widget=forms.TextInput(attrs=QUIET)
    )
    code = forms.CharField(
        label=_("Code"),
        help_text=_("How others know the organisation, for example RXX. You can leave it empty."),
        required=False,
        max_length=40,
    )
    code_scheme = forms.CharField(
        label=_("Whose code is it?"),
        help_text=_("For example: ods for England’s Organisation Data Service, dhis2, or your ministry’s."),
        required=False,
        max_length=40,
    )
    country = forms.ChoiceField(
        label=_("Country"),
        help_text=_("It says which numbers of patients are looked for in what people write."),
        required=False,
        error_messages={"invalid_choice": _("Choose one of the countries in the list.")},
    )
    language = forms.ChoiceField(label=_("Language"))
    method = forms.ChoiceField(
        label=_("Improvement method"),
        help_text=_("The words that teams here use. The record underneath is the same for all."),
        choices=Method.choices,
    )

    def __init__(self, *args: Any, language: str, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(code, str(name)) for code, name in settings.LANGUAGES]
        here = [] if language in dict(known) else [(language, language)]
        self.fields["language"].choices = [*known, *here]  # type: ignore[attr-defined]
        self.fields["country"].choices = _countries(country)  # type: ignore[attr-defined]

    def settings(self) -> OrganisationSettings:
        return OrganisationSettings(**self.cleaned_data)


def _countries(current: str) -> list[tuple[str, str]]:
    """By name; a code that is kept and has none is not lost."""
    codes = {*COUNTRIES, *filter(None, [current])}
    named = [(code, country_name(code)) for code in codes]
    return [("", str(_("Not said"))), *sorted(named, key=lambda each: folded(each[1]))]


class HistoryForm(forms.Form):
    """Which records of the history are wanted."""

    who = forms.CharField(label=_("Who"), required=False, max_length=100, widget=forms.TextInput(attrs=QUIET))
    kind = forms.ChoiceField(
        label=_("About"),
        required=False,
        choices=[
            ("", _("Everything")),
            ("unit", _("Units")),
            ("membership", _("Roles")),
            ("measure", _("Measures")),
            ("organisation", _("The organisation")),
        ],
    )
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("To"), required=False)
