"""Forms of a test: its plan, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Decision, Plan
from wellrun.web.shell.fields import DayField


def _long(label: Any, help_text: Any = "", *, rows: int = 2, missing: Any = "") -> forms.CharField:
    """A text of several lines; with ``missing`` it must be filled, and that is what is said if it is not."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing} if missing else None,
    )


def _count(label: Any) -> forms.IntegerField:
    words = {"invalid": _("Type a whole number, like 4."), "min_value": _("Type a whole number above 0.")}
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=1_000_000, error_messages=words
    )


class PlanForm(forms.Form):
    """What, how large, who, when; and what you think will happen."""

    idea = forms.ChoiceField(
        label=_("Which idea do you test?"), error_messages={"required": _("Choose an idea.")}
    )
    question = _long(
        _("What do you want to find out?"),
        worded_lazy(_("A question that one small {test} can answer.")),
        missing=_("What do you want to find out? Write it as a question."),
    )
    prediction = _long(
        _("What do you predict?"),
        worded_lazy(_("Before you start, with a number if you can. It is locked when {the_test} begins.")),
        rows=3,
    )
    people = _count(_("How many people?"))
    days = _count(_("How many days?"))
    sites = _count(_("How many places?"))
    who = forms.CharField(label=_("Who does it?"), required=False, max_length=300)
    where = forms.CharField(label=_("Where?"), required=False, max_length=300)
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)
    what = _long(_("What will you do?"))
    counted = _long(_("What will you count?"), _("And who counts it. A few tallies are enough."))
    measure = forms.ChoiceField(label=_("Is there a measure for it?"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        measures: Sequence[tuple[str, str]],
        ideas: Sequence[tuple[str, str]] | None = None,
        is_locked: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = [("", _("No")), *measures]  # type: ignore[attr-defined]
        if ideas is None:
            del self.fields["idea"]
        else:
            self.fields["idea"].choices = [("", _("Choose")), *ideas]  # type: ignore[attr-defined]
        if is_locked:
            del self.fields["prediction"]

    def plan(self, locked_prediction: str = "") -> Plan:
        names = (
            "question", "who", "where", "starts_on", "ends_on", "what", "people", "days", "sites",
        )  # fmt: skip
        return Plan(
            prediction=self.cleaned_data.get("prediction", locked_prediction),
            data=self.cleaned_data["counted"],
            **{name: self.cleaned_data[name] for name in names},
        )

    def measure_id(self) -> int | None:
        chosen = self.cleaned_data["measure"]
        return int(chosen) if chosen else None


def plan_as_typed(plan: Plan | Cycle) -> dict[str, object]:
    """A plan as its form shows it."""
    names = (
        "question", "prediction", "who", "where", "starts_on", "ends_on", "what", "people", "days", "sites",
    )  # fmt: skip
    measure = getattr(plan, "measure_id", None)
    typed: dict[str, object] = {name: getattr(plan, name) for name in names}
    return typed | {"counted": plan.data, "measure": str(measure) if measure else ""}


class DoForm(forms.Form):
    happened = _long(_("What happened?"), _("What you did and what you counted."), rows=3)
    surprises = _long(_("What was not as planned?"), _("Good surprises and bad ones."))
    done_on = DayField(label=worded_lazy(_("Last day of {the_test}")), required=False)
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class StudyForm(forms.Form):
    result = _long(_("What came out?"), _("Beside your prediction, with the same numbers."), rows=3)
    learned = _long(_("What does this say about your theory?"))
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ActForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("What will you do?"),
        choices=Decision.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    why = _long(_("Why, and what will you change?"))
