"""What came of a test: Do, its days, Study and Act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.pdsa.queries import Cycle, Prediction
from wellrun.pdsa.services import DayTaken
from wellrun.pdsa.values import Act, Answer, DaySeen, Decision, Match
from wellrun.web.pdsa.forms.texts import long_text, whole_number
from wellrun.web.shell.fields import DayField


class DoForm(forms.Form):
    happened = long_text(_("What happened?"), _("What you did and what you counted."), rows=3)
    surprises = long_text(_("What was not as planned?"), _("Good surprises and bad ones."))
    done_on = DayField(label=worded_lazy(_("Last day of {the_test}")), required=False)
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class DayForm(forms.Form):
    """One day of a test. The numbers are named as the plan names them."""

    day = DayField(label=_("Day"))
    count = whole_number(_("Number"), least=0)
    out_of = whole_number(_("Out of"), least=0)
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

    result = long_text(_("What came out?"), rows=3)
    learned = long_text(
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
    why = long_text(_("Why, and what will you change?"))

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
