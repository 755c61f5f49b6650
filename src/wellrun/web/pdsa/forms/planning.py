"""The plan of a test as a form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.pdsa.policies import locked_words
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Plan
from wellrun.web.pdsa.forms.texts import long_text, whole_number
from wellrun.web.shell.fields import DayField


class PlanForm(forms.Form):
    """What, how large, who, when; and what you think will happen."""

    idea = forms.ChoiceField(
        label=_("Which idea do you try?"), error_messages={"required": _("Choose an idea.")}
    )
    question = long_text(
        _("What do you want to find out?"),
        worded_lazy(_("A question that one small {test} can answer.")),
        missing=_("What do you want to find out? Write it as a question."),
    )
    prediction = long_text(
        _("What do you predict?"),
        worded_lazy(
            _("One prediction on each line, with a number if you can. Locked when {the_test} begins.")
        ),
        rows=4,
    )
    people = whole_number(_("How many people?"))
    days = whole_number(_("How many days?"))
    sites = whole_number(_("How many places?"))
    who = forms.CharField(label=_("Who does it?"), required=False, max_length=300)
    where = forms.CharField(label=_("Where?"), required=False, max_length=300)
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)
    what = long_text(_("What will you do?"))
    counted = long_text(_("What will you count?"), _("And who counts it. A few tallies are enough."))
    count_label = forms.CharField(
        label=_("What is the number of each day?"),
        help_text=_("For a small table of days, like “Cards in 24 hours”. Leave it empty for words alone."),
        required=False,
        max_length=60,
    )
    out_of_label = forms.CharField(
        label=_("Out of what?"),
        help_text=_("Only for a share, like “New people”."),
        required=False,
        max_length=60,
    )
    measure = forms.ChoiceField(label=_("Is there a measure for it?"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        measures: Sequence[tuple[str, str]],
        ideas: Sequence[tuple[str, str]] | None = None,
        locked: str | None = None,
        **kwargs: Any,
    ) -> None:
        """``locked`` is the prediction that stays as it is, since the test began."""
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = [("", _("No")), *measures]  # type: ignore[attr-defined]
        self.locked = locked
        if ideas is None:
            del self.fields["idea"]
        else:
            self.fields["idea"].choices = [("", _("Choose")), *ideas]  # type: ignore[attr-defined]
        if locked is not None:
            del self.fields["prediction"]

    def clean(self) -> dict[str, Any]:
        """A page from before the test began may still send a prediction: that is said, not dropped."""
        typed = " ".join(self.data.get("prediction", "").split())
        if self.locked is not None and typed not in ("", " ".join(self.locked.split())):
            self.add_error(None, locked_words())
        return self.cleaned_data

    @property
    def opens_counting(self) -> bool:
        """What a first test can leave out is folded, until something is in it."""
        names = ("count_label", "out_of_label", "measure")
        return any(self[name].value() or self[name].errors for name in names)

    def plan(self) -> Plan:
        names = (
            "question", "who", "where", "starts_on", "ends_on", "what", "count_label", "out_of_label",
            "people", "days", "sites",
        )  # fmt: skip
        return Plan(
            prediction=self.cleaned_data.get("prediction", self.locked or ""),
            data=self.cleaned_data["counted"],
            **{name: self.cleaned_data[name] for name in names},
        )

    def measure_id(self) -> int | None:
        chosen = self.cleaned_data["measure"]
        return int(chosen) if chosen else None


def plan_as_typed(plan: Plan | Cycle) -> dict[str, object]:
    """A plan as its form shows it."""
    names = (
        "question", "prediction", "who", "where", "starts_on", "ends_on", "what", "count_label",
        "out_of_label", "people", "days", "sites",
    )  # fmt: skip
    measure = getattr(plan, "measure_id", None)
    typed: dict[str, object] = {name: getattr(plan, name) for name in names}
    return typed | {"counted": plan.data, "measure": str(measure) if measure else ""}
