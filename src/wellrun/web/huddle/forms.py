"""Forms of the huddle: a note about a test, and who does what next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import Form
from django.utils.translation import gettext_lazy as _

from wellrun.control.values import Weekday
from wellrun.pdsa.queries import Cycle, Prediction
from wellrun.web.pdsa.forms.learning import ActForm, StudyForm
from wellrun.web.shell.fields import DayField


class HappenedForm(forms.Form):
    """What happened in a test. It goes to the test's own page."""

    happened = forms.CharField(
        label=_("What happened?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what happened, in a few words.")},
    )
    surprises = forms.CharField(
        label=_("What was not as planned?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class NoteForm(forms.Form):
    """A note on what a measure says. It goes to the conversation about that measure."""

    text = forms.CharField(
        label=_("What do you make of it?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write a few words first.")},
    )


@dataclass(frozen=True)
class Typed:
    """Forms about one test or measure that need another look, by their name: happened, study, act, note."""

    kind: str = ""
    about: int = 0
    forms: Mapping[str, Form] = field(default_factory=dict)

    def is_about(self, kind: str, about: int) -> bool:
        return (self.kind, self.about) == (kind, about)

    def form(self, kind: str, about: int, name: str) -> Form | None:
        return self.forms.get(name) if self.is_about(kind, about) else None


NOTHING_TYPED = Typed()


def ids(kind: str, about: int) -> str:
    """Several forms of one kind stand on the page, so each has ids of its own."""
    return f"{kind}-{about}-%s"


def happened_form(cycle: Cycle, *, version: int, typed: Typed) -> Form:
    initial = {"happened": cycle.happened, "surprises": cycle.surprises, "version": version}
    return typed.form("test", cycle.pk, "happened") or HappenedForm(
        auto_id=ids("happened", cycle.pk), initial=initial
    )


def study_form(
    cycle: Cycle, predictions: Sequence[Prediction], in_words: str, *, version: int, typed: Typed
) -> Form:
    """As on the page of the test: the first prediction finds beside it what the days add up to."""
    initial = {"learned": cycle.learned, "expected_version": version}
    if predictions and not predictions[0].happened:
        initial["happened-1"] = in_words
    form = typed.form("test", cycle.pk, "study") or StudyForm(
        predictions=predictions, theory=cycle.idea.why, auto_id=ids("study", cycle.pk), initial=initial
    )
    for name in form.fields:
        if name.startswith(("happened-", "matched-")):
            form.fields[name].help_text = ""  # the prediction stands above both
    return form


def act_form(cycle: Cycle, *, typed: Typed) -> Form:
    return typed.form("test", cycle.pk, "act") or ActForm(auto_id=ids("act", cycle.pk))


def note_form(measure_id: int, *, seen_by: str, typed: Typed) -> NoteForm:
    """With who reads it: a measure may be seen further than the project."""
    found = typed.form("measure", measure_id, "note")
    form = found if isinstance(found, NoteForm) else NoteForm(auto_id=ids("note", measure_id))
    form.fields["text"].help_text = _("%(seen_by)s. Name no patient.") % {"seen_by": seen_by}
    return form


class ActionForm(forms.Form):
    """Who does what, by when."""

    text = forms.CharField(
        label=_("What will be done next?"),
        max_length=300,
        error_messages={"required": _("Say in a few words what will be done.")},
    )
    person_id = forms.TypedChoiceField(
        label=_("Who?"), coerce=int, error_messages={"required": _("Choose somebody of the team.")}
    )
    due_on = DayField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, team: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [("", _("Choose")), *team]  # type: ignore[attr-defined]


class MeetingForm(forms.Form):
    """When the team meets."""

    weekday = forms.TypedChoiceField(
        label=_("Day"),
        choices=[("", _("No fixed day")), *Weekday.choices],
        coerce=int,
        required=False,
        empty_value=None,
    )
    at = forms.TimeField(
        label=_("Time"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("Type a time like 08:45.")},
    )
