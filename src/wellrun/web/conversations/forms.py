"""Forms of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 4000


class CommentForm(forms.Form):
    """What somebody says, and perhaps whom they ask."""

    text = forms.CharField(
        label=_("Your words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write a few words first.")},
    )
    person_id = forms.TypedChoiceField(
        label=_("Ask somebody"),
        help_text=_("They are told. You can also type @ and a name."),
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": _("Choose one of the people in the list.")},
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, str]], seen_by: str) -> None:
        super().__init__(data, auto_id="talk-%s")
        self.fields["person_id"].choices = [("", _("Nobody in particular")), *people]  # type: ignore[attr-defined]
        self.fields["text"].help_text = _("%(seen_by)s. Name no patient.") % {"seen_by": seen_by}


class EditForm(forms.Form):
    """One's own words again."""

    text = forms.CharField(
        label=_("Your words"),
        help_text=_("How they read before stays to be read. Name no patient."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write a few words first.")},
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
