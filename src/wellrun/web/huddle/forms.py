"""Forms of the huddle: a note about a test, and who does what next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.control.values import Weekday
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

    @classmethod
    def about(cls, cycle_id: int, data: Any = None, **kwargs: Any) -> HappenedForm:
        """Several stand on one page, so each has ids of its own."""
        return cls(data, auto_id=f"test-{cycle_id}-%s", **kwargs)


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
