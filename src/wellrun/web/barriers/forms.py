"""Forms of barriers: a minute to ask, a minute to answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.projects.values import Helped
from wellrun.web.shell.fields import DayField


class BarrierForm(forms.Form):
    """What stands in the way, and who can help."""

    text = forms.CharField(
        label=_("What stands in your way?"),
        help_text=_("A few words, like: No pay for partners on bank holidays. Name no patient."),
        max_length=300,
        error_messages={"required": _("Say in a few words what stands in your way.")},
    )
    wanted = forms.CharField(
        label=_("What would help?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    person_id = forms.TypedChoiceField(
        label=_("Who can help?"),
        help_text=_(
            "They see this question and the name of your project. They see nothing else that your team has"
            " not shared with them."
        ),
        coerce=int,
        error_messages={"required": _("Choose who can help.")},
    )
    reply_by = DayField(label=_("Answer by"), help_text=_("14 days, unless you change it."), required=False)

    def __init__(self, *args: Any, helpers: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [("", _("Choose")), *helpers]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What the leader will do, and by when."""

    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_("What you will do and by when, or why it cannot be done. The whole team reads it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what you will do, or why it cannot be done.")},
    )

    @classmethod
    def about(cls, barrier_id: int, data: Any = None, **kwargs: Any) -> AnswerForm:
        """Several stand on one page, so each has ids of its own."""
        return cls(data, auto_id=f"answer-{barrier_id}-%s", **kwargs)


class ClosingForm(forms.Form):
    """Did it help?"""

    helped = forms.ChoiceField(
        label=_("Did it help?"),
        choices=Helped.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it helped.")},
    )
    words = forms.CharField(label=_("In your words"), required=False, max_length=500)

    @classmethod
    def about(cls, barrier_id: int, data: Any = None) -> ClosingForm:
        return cls(data, auto_id=f"close-{barrier_id}-%s")
