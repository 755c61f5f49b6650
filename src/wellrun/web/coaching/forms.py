"""Forms of coaching."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.projects.values import LEVELS
from wellrun.web.shell.fields import DayField


def _scores() -> list[tuple[str, str]]:
    """Each score with its name, in the language of the page."""
    return [(f"{score:g}", f"{score:g}: {name}") for score, name in LEVELS.items()]


class NoteForm(forms.Form):
    """What you talked about, and what comes next."""

    on = DayField(label=_("When did you talk?"))
    what = forms.CharField(
        label=_("What did you talk about?"),
        help_text=_("Team and coach read this, nobody else."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words what you talked about.")},
    )
    next_step = forms.CharField(
        label=_("Next step"),
        help_text=_("One thing, small enough to do before you meet again. The team is told."),
        required=False,
        max_length=300,
    )


class ProgressForm(forms.Form):
    """The score that coach and team agree on."""

    score = forms.TypedChoiceField(
        label=_("Where is the project, in your eyes?"),
        choices=_scores,
        coerce=float,
        error_messages={"required": _("Choose one of the scores in the list.")},
    )
    note = forms.CharField(
        label=_("Why?"),
        help_text=_("Needed where you differ from the record. Whoever sees the project reads it."),
        required=False,
        max_length=500,
    )
