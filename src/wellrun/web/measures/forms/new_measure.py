"""The form that says what a new measure is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.measures.values import RATIO_CHARTS, Chart, Direction, MeasureDefinition, NumberWords
from wellrun.web.measures.forms.definition import RULES_HELP, rule_choices
from wellrun.web.measures.forms.refusable import RefusableForm
from wellrun.web.shell.fields import NumberField

SCALES = (
    ("1", gettext_lazy("for each one")),
    ("100", gettext_lazy("for every 100")),
    ("1000", gettext_lazy("for every 1,000")),
    ("10000", gettext_lazy("for every 10,000")),
    ("100000", gettext_lazy("for every 100,000")),
)


class NewMeasureForm(RefusableForm):
    """Name, place, direction, chart, target and rules. The definition in words can follow."""

    name = forms.CharField(
        label=gettext_lazy("What do you call it?"),
        help_text=gettext_lazy("For example: Falls each week."),
        required=False,
        max_length=160,
    )
    place = forms.CharField(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy("A team, ward or service."),
        required=False,
        max_length=160,
    )
    organisation = forms.ChoiceField(
        label=gettext_lazy("Whose measure is it?"),
        error_messages={"required": gettext_lazy("Choose the organisation whose measure it is.")},
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Which unit?"),
        help_text=gettext_lazy("Its team can see it, and helps to look after it."),
        required=False,
    )
    y_label = forms.CharField(
        label=gettext_lazy("What is one number?"),
        help_text=gettext_lazy("Beside the chart, with its unit, for example: Minutes to wait."),
        required=False,
        max_length=160,
    )
    direction = forms.ChoiceField(label=gettext_lazy("Which way is better?"), choices=Direction.choices)
    target = NumberField(
        label=gettext_lazy("Target"),
        help_text=gettext_lazy("Leave empty if there is none. For percentages type 95, not 0.95."),
        required=False,
    )
    chart = forms.ChoiceField(label=gettext_lazy("Chart"))
    multiply = forms.ChoiceField(label=gettext_lazy("Rate"), choices=SCALES, required=False)
    rules = forms.ChoiceField(
        label=gettext_lazy("How we spot change"), help_text=RULES_HELP, choices=rule_choices
    )

    def __init__(
        self,
        *args: Any,
        is_ratio: bool,
        organisations: Sequence[tuple[int, str]],
        units: Sequence[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        none = ("", _("No unit: the organisation as a whole"))
        self.fields["unit"].choices = [none, *((str(pk), name) for pk, name in units)]  # type: ignore[attr-defined]
        charts = [choice for choice in Chart.choices if (choice[0] in RATIO_CHARTS) == is_ratio]
        self.fields["chart"].choices = charts  # type: ignore[attr-defined]
        places = [(str(pk), name) for pk, name in organisations]
        self.fields["organisation"].choices = places if len(places) == 1 else [("", _("Choose one")), *places]  # type: ignore[attr-defined]
        if not is_ratio:
            del self.fields["multiply"]
        self.is_ratio = is_ratio

    @property
    def scale(self) -> float:
        return (
            float(self.cleaned_data.get("multiply") or 1)
            if self.cleaned_data.get("chart") == Chart.U
            else 1.0
        )

    @property
    def target_on_chart(self) -> float | None:
        """Targets of percentages are typed as percentages and kept as proportions."""
        target = self.cleaned_data.get("target")
        return target / 100 if target is not None and self.cleaned_data.get("chart") == Chart.P else target

    def definition(self, *, place: str, numerator: str, denominator: str) -> MeasureDefinition:
        """What was typed, as the value the service takes; the columns' own names say what the numbers are."""
        data = self.cleaned_data
        words = NumberWords(
            y_label=data["y_label"],
            numerator=numerator[:160] if self.is_ratio else "",
            denominator=denominator[:160] if self.is_ratio else "",
        )
        return MeasureDefinition(
            name=data["name"],
            place=data["place"] or place,
            direction=data["direction"],
            chart=data["chart"],
            rules=data["rules"],
            target=self.target_on_chart,
            multiply=self.scale,
            words=words,
        )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if not name:
            raise forms.ValidationError(_("Give the measure a name, like “Falls each week”."))
        return name
