"""Forms about limits, and about flags on the chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.web.measures.forms.fields import parsed_day

PeriodChoices = Sequence[tuple[str, str]]


class PeriodField(forms.ChoiceField):
    """One of the periods that have a number."""

    def clean(self, value: Any) -> date | None:
        return parsed_day(super().clean(value))


class PhaseForm(forms.Form):
    """From when the limits are redrawn, and why."""

    starts_on = PeriodField(label=_("From"))
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
    baseline_until = PeriodField(
        label=_("Which numbers set the new limits?"),
        help_text=_("Hold the limits to judge later numbers by them."),
        required=False,
    )

    def __init__(self, *args: Any, periods: PeriodChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose = self.fields["starts_on"], self.fields["baseline_until"]
        choose[0].choices = list(periods)  # type: ignore[attr-defined]
        choose[1].choices = [  # type: ignore[attr-defined]
            ("", str(_("All of them, from there on"))),
            *((value, str(_("Up to %(period)s") % {"period": text})) for value, text in periods),
        ]


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
    period = PeriodField(label=_("From"))

    def __init__(self, *args: Any, periods: PeriodChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = list(periods)  # type: ignore[attr-defined]
