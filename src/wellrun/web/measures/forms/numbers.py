"""Forms about one period's numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.web.measures.forms.refusable import RefusableForm
from wellrun.web.shell.fields import DayField, NumberField

LONGEST_NOTE = 500


class NumbersForm(RefusableForm):
    """The numbers of one period: one number, or a part and a whole.

    ``labels`` are the measure's own words.
    """

    period = DayField(label=_("Date"))
    value = NumberField(label=_("Number"))
    numerator = NumberField(label=_("First number"))
    denominator = NumberField(label=_("Second number"))
    note = forms.CharField(
        label=_("What was different"),
        help_text=_("Leave empty if nothing. No names or details of patients."),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    can_correct = False
    """The period has a number already; sending once more with ``correct`` changes it."""

    def __init__(
        self, *args: Any, is_ratio: bool, labels: dict[str, str], fixed: date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("value",) if is_ratio else ("numerator", "denominator"):
            del self.fields[name]
        for name, label in labels.items():
            if name in self.fields and label:
                self.fields[name].label = label
        if fixed:
            del self.fields["period"]
        self.fixed = fixed

    def arguments(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "period": self.fixed or data["period"],
            "value": data.get("value"),
            "numerator": data.get("numerator"),
            "denominator": data.get("denominator"),
            "note": data["note"],
            "expected_version": data["version"],
        }


class ReasonForm(RefusableForm):
    """Why a number is left out."""

    reason = forms.CharField(
        label=_("Why is it left out?"),
        help_text=_("For example: the ward was closed for two days."),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
