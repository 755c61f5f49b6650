"""A story in its team's own words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.learning.values import STORY_FIELDS, StoryWords


def _part(label: Any, help_text: Any = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class StoryForm(forms.Form):
    """The parts in the order in which people ask for them."""

    title = forms.CharField(
        label=_("Title"),
        max_length=160,
        error_messages={"required": worded_lazy(_("Give {the_story} a name."))},
    )
    problem = _part(_("The problem"), _("In the words of the people affected."))
    aim = _part(worded_lazy(_("{The_aim}")), rows=2)
    what_we_did = _part(_("What we did"), rows=6)
    what_the_data_say = _part(_("What the data say"))
    learned = _part(_("What we learned"))
    did_not_work = _part(_("What did not work"), _("The most useful part for many readers."))
    advice = _part(_("Our advice to others"), _("What would you do first, and what would you leave out?"))

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def words(self) -> StoryWords:
        return StoryWords(**{name: self.cleaned_data[name] for name in STORY_FIELDS})
