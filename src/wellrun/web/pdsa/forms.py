"""Forms of a test: its plan, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.pdsa.policies import locked_words
from wellrun.pdsa.queries import Cycle, Prediction
from wellrun.pdsa.services import DayTaken
from wellrun.pdsa.values import Act, Answer, DaySeen, Decision, Match, Plan
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


def _count(label: Any, *, least: int = 1) -> forms.IntegerField:
    above = _("Type a whole number above 0.") if least else _("Type a whole number. Nobody is 0.")
    words = {
        "invalid": _("Type a whole number, like 4."),
        "min_value": above,
        "max_value": _("That is too many."),
    }
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=1_000_000, error_messages=words
    )


class PlanForm(forms.Form):
    """What, how large, who, when; and what you think will happen."""

    idea = forms.ChoiceField(
        label=_("Which idea do you try?"), error_messages={"required": _("Choose an idea.")}
    )
    question = _long(
        _("What do you want to find out?"),
        worded_lazy(_("A question that one small {test} can answer.")),
        missing=_("What do you want to find out? Write it as a question."),
    )
    prediction = _long(
        _("What do you predict?"),
        worded_lazy(
            _("One prediction on each line, with a number if you can. Locked when {the_test} begins.")
        ),
        rows=4,
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


class DoForm(forms.Form):
    happened = _long(_("What happened?"), _("What you did and what you counted."), rows=3)
    surprises = _long(_("What was not as planned?"), _("Good surprises and bad ones."))
    done_on = DayField(label=worded_lazy(_("Last day of {the_test}")), required=False)
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class DayForm(forms.Form):
    """One day of a test. The numbers are named as the plan names them."""

    day = DayField(label=_("Day"))
    count = _count(_("Number"), least=0)
    out_of = _count(_("Out of"), least=0)
    note = forms.CharField(label=_("What we saw"), required=False, max_length=300)
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, cycle: Cycle, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "day-%s", **kwargs})
        for name, label in (("count", cycle.count_label), ("out_of", cycle.out_of_label)):
            self.fields[name].label = label
            if not label:
                del self.fields[name]
        self.is_taken = False
        """Whether the day says something else already, which can be replaced."""
        self.taken: DayTaken | None = None
        """What it says, beside what was typed."""

    def seen(self) -> DaySeen:
        told = {
            name: self.cleaned_data[name]
            for name in ("day", "count", "out_of", "note")
            if name in self.fields
        }
        return DaySeen(**told)


class StudyForm(forms.Form):
    """What happened beside each prediction; where nothing was predicted, in one text."""

    result = _long(_("What came out?"), rows=3)
    learned = _long(
        _("What does this say about your theory?"), _("Your theory is why you think that the idea will help.")
    )
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, predictions: Sequence[Prediction], theory: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **{"auto_id": "study-%s", **kwargs})
        self.predictions = predictions
        if theory:
            self.fields["learned"].help_text = _("Your theory: %(why)s") % {"why": theory}
        if predictions:
            del self.fields["result"]
        for each in predictions:
            self.fields[f"happened-{each.position}"] = forms.CharField(
                label=_("What came out?"),
                help_text=each.text,
                required=False,
                max_length=4000,
                initial=each.happened,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"matched-{each.position}"] = forms.ChoiceField(
                label=_("Did it match?"),
                help_text=each.text,
                required=False,
                choices=[("", _("Choose")), *Match.choices],
                initial=each.matched,
            )

    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each prediction with its two questions."""
        return [
            (each.text, self[f"happened-{each.position}"], self[f"matched-{each.position}"])
            for each in self.predictions
        ]

    def told(self) -> dict[str, object]:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        answers = tuple(
            Answer(
                position=each.position,
                happened=typed[f"happened-{each.position}"],
                matched=typed[f"matched-{each.position}"],
            )
            for each in self.predictions
        )
        names = ("result", "learned", "expected_version")
        return {"answers": answers} | {name: typed[name] for name in names if name in typed}


class ActForm(forms.Form):
    """What a team decides. Asked together with Study it is sent with that form, which is somewhere else."""

    decision = forms.ChoiceField(
        label=_("What will you do?"),
        choices=Decision.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    why = _long(_("Why, and what will you change?"))

    def __init__(self, *args: Any, sent_with: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sent_with:
            for field in self.fields.values():
                field.widget.attrs["form"] = sent_with


def act_told(form: forms.Form | None, *, is_asked: bool) -> Act | None:
    """What was decided beside Study; nothing where nobody has, and nobody was asked to."""
    if form is None:
        return None
    decision, why = form.cleaned_data["decision"], form.cleaned_data["why"]
    return Act(decision=decision, why=why) if is_asked or decision or why.strip() else None
