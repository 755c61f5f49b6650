"""Forms about one unit: what it is called, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

QUIET = {"autocomplete": "off", "dir": "auto"}
Choices = Sequence[tuple[str, str]]


class UnitForm(forms.Form):
    """Name, kind and code."""

    name = forms.CharField(
        label=_("What is it called?"),
        help_text=_("For example: Alder Ward."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=QUIET),
    )
    kind = forms.CharField(
        label=_("What kind of unit is it?"),
        help_text=_("Directorate, service, ward, team, clinic. You can leave it empty."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs=QUIET),
    )
    code = forms.CharField(
        label=_("Code"),
        help_text=_("As your other systems know it. With it, a file can bring changes later."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class MoveForm(forms.Form):
    """Where a unit goes, among the places that a search has found."""

    parent = forms.ChoiceField(
        label=_("Where does it go?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the unit that it will stand below."),
            "invalid_choice": _("Choose one of the units in the list. Search again if yours is not there."),
        },
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("It stays in the history. You can leave it empty."),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs=QUIET),
    )

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = list(places)  # type: ignore[attr-defined]
