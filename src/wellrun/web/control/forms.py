"""What daily work needs to keep a gain, as forms ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.control.values import ItemWords
from wellrun.web.shell.fields import DayField


def told(label: Any, help_text: Any = "", *, rows: int = 2, required: bool = False) -> forms.CharField:
    """A few sentences in a team's own words."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Fill this in, so that nobody has to ask on the day.")},
    )


class ResponseForm(forms.Form):
    """Who looks after it, how people work now, and what to do when it slips."""

    owner = forms.ChoiceField(
        label=_("Who looks after it?"),
        help_text=_("One person by name."),
        error_messages={"required": _("Choose somebody of the team, who knows the work.")},
    )
    standard_work = told(
        _("How do we work now?"),
        _("The new way, in a few steps that a newcomer can follow."),
        rows=4,
        required=True,
    )
    standard_link = forms.CharField(
        label=_("Where is it written down?"),
        help_text=_("A link that begins with https://. Leave it empty if there is none."),
        required=False,
        max_length=500,
    )
    trigger = told(
        _("What tells us that it slips?"),
        _("For example: a signal on the bad side of the chart."),
        required=True,
    )
    who_acts = forms.CharField(
        label=_("Who acts?"),
        help_text=_("A role that is there on every shift, like: the nurse in charge."),
        max_length=300,
        error_messages={"required": _("Say who acts, so that nobody waits for somebody else.")},
    )
    first_step = told(_("What is the first step?"), _("Small enough to do the same day."), required=True)
    within = forms.CharField(
        label=_("Within how long?"),
        help_text=_("For example: two days."),
        max_length=120,
        error_messages={"required": _("Say within how long, like: two days.")},
    )
    next_review = DayField(
        label=_("When do you look at it again?"),
        help_text=_("The limits, the way of working and this plan. A quarter from now is usual."),
        required=False,
    )


class ItemForm(ResponseForm):
    """The same once it is in use."""

    takes_new_limits = forms.BooleanField(required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, keepers: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [(str(number), name) for number, name in keepers.items()]  # type: ignore[attr-defined]

    def words(self) -> ItemWords:
        told = {name: each for name, each in self.cleaned_data.items() if name != "version"}
        return ItemWords(owner_id=int(told.pop("owner")), **told)
