"""Forms about limits, and about flags on the chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.web.shell.fields import DayField, parsed_day

PeriodChoices = Sequence[tuple[str, str]]


class PeriodField(forms.ChoiceField):
    """One of the periods that have a number."""

    def clean(self, value: Any) -> date | None:
        return parsed_day(super().clean(value))


class PhaseForm(forms.Form):
    """From when the limits are redrawn, and why."""

    starts_on = DayField(label=_("From"), help_text=_("Any day of the first period of the new normal."))
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Say what changed, how you know, and why you expect it to last."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    name = forms.CharField(
        label=_("Name of the new phase"),
        help_text=_("Shown on the chart, for example: Since huddles began. You can leave it empty."),
        required=False,
        max_length=120,
    )
    baseline_until = DayField(
        label=_("Hold the limits after"),
        help_text=_(
            "Later numbers are judged by them and do not move them. Leave empty if all numbers count."
        ),
        required=False,
    )


class PhaseEndForm(forms.Form):
    """Which limits are taken back, and why."""

    starts_on = PeriodField(label=_("Limits that start at"))
    reason = forms.CharField(label=_("Why?"), required=False, max_length=1000)

    def __init__(self, *args: Any, periods: PeriodChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].choices = list(periods)  # type: ignore[attr-defined]


class AnnotationForm(forms.Form):
    """What the team changed, and when."""

    label = forms.CharField(
        label=_("What did you change?"),
        help_text=_("A few words, for example: Huddles twice a day."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    period = DayField(label=_("From"), help_text=_("The first day that it was in use."))
