"""The form that invites somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.organisations.queries import Unit
from wellrun.organisations.values import Perspective, Role


class InviteForm(forms.Form):
    email = forms.CharField(
        label=_("E-mail address"),
        help_text=_("The invitation works for this address alone."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    unit = forms.ChoiceField(label=_("Where"))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.MEMBER)
    perspective = forms.ChoiceField(
        label=_("They know the work as"), choices=Perspective.choices, initial=Perspective.STAFF
    )
    title = forms.CharField(
        label=_("What they do there"),
        help_text=_("In their own words, like “Ward manager”. You can leave it out."),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.pk): unit for unit in units}
        choices = [(key, unit.name) for key, unit in self.units.items()]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        return {**self.cleaned_data, "unit": self.units[self.cleaned_data["unit"]]}
