"""Forms of involvement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.projects.values import NEEDS_PARTNERS, Involvement, Often, Question, State


class LevelForm(forms.Form):
    """The level, and what it looks like."""

    level = forms.ChoiceField(
        label=_("How are service users and carers involved?"),
        choices=Involvement.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the levels.")},
    )
    practice = forms.CharField(
        label=_("What does it look like in practice?"),
        help_text=_("For example: Marcus leads the meetings with Amina, and is paid for his time."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WordForm(forms.Form):
    """A partner's yes or not yet."""

    target = forms.ChoiceField(
        label=_("What do you say it about?"),
        choices=[(state.value, state.label) for state in State if state in NEEDS_PARTNERS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you say yes or no to.")},
    )
    is_yes = forms.TypedChoiceField(
        label=_("Is the project ready for that?"),
        choices=[("yes", _("Yes")), ("no", _("Not yet"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or not yet.")},
    )
    words = forms.CharField(
        label=_("In your words"),
        help_text=_("Not yet? Say what is still missing."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CheckForm(forms.Form):
    """Three questions, answered in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in Question:
            self.fields[question.value] = forms.TypedChoiceField(
                label=question.label,
                choices=Often.choices,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one answer.")},
            )
