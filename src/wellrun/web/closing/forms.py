"""Forms of a project's end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.control.values import REVIEW_FIELDS, NewItem, ReviewWords, SelfReport
from wellrun.core.vocabulary import worded_lazy
from wellrun.measures.queries import MeasureUse
from wellrun.projects.queries import Seat


def _told(label: Any, help_text: Any = "", *, rows: int = 2, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Fill this in, so that nobody has to ask on the day.")},
    )


class ReviewForm(forms.Form):
    """The look back. What did not work is asked in the same breath as what did."""

    self_report = forms.ChoiceField(
        label=worded_lazy(_("Does the team say that {the_aim} is met?")),
        help_text=_("Your own view. It is kept beside what the data say."),
        choices=[("", _("Not said yet")), *SelfReport.choices],
        required=False,
    )
    what_worked = _told(_("What worked?"), rows=3)
    for_whom = _told(_("For whom, and for whom not?"), _("Think of nights, weekends, languages, ages."))
    what_did_not = _told(_("What did not work?"), _("It saves the next team the same way round."), rows=3)
    unexpected = _told(_("What did you not expect?"), _("Good or bad, here or elsewhere."))
    value_outcomes = _told(
        _("Outcomes and experience of people"), _("What is better for them, in their words.")
    )
    value_staff = _told(_("Experience of staff"))
    value_productivity = _told(_("Productivity"), _("Time or work that is free for something else."))
    value_avoidance = _told(
        _("Cost avoided"), _("What would have been spent and was not. No budget got smaller.")
    )
    value_saving = _told(_("Cost saved"), _("What came out of a budget."))
    value_revenue = _told(_("Revenue"), _("Money that came in."))

    def words(self) -> ReviewWords:
        return ReviewWords(**{name: self.cleaned_data[name] for name in REVIEW_FIELDS})


class HandOverForm(forms.Form):
    """What daily work needs to keep the gain."""

    measure = forms.ChoiceField(
        label=_("Which measure shows that it holds?"),
        error_messages={"required": _("Choose a measure of this project.")},
    )
    owner = forms.ChoiceField(
        label=_("Who looks after it?"),
        help_text=_("One person by name."),
        error_messages={"required": _("Choose somebody of the team, who knows the work.")},
    )
    standard_work = _told(
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
    trigger = _told(
        _("What tells us that it slips?"),
        _("For example: a signal on the bad side of the chart."),
        required=True,
    )
    who_acts = forms.CharField(label=_("Who acts?"), max_length=300)
    first_step = _told(_("What is the first step?"), required=True)
    within = forms.CharField(
        label=_("Within how long?"), help_text=_("For example: two days."), max_length=120
    )

    def __init__(self, *args: Any, uses: Iterable[MeasureUse], seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = {str(seat.person_id): seat.person.name for seat in seats}
        self.fields["measure"].choices = [(str(use.measure_id), use.measure.name) for use in uses]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [("", _("Choose")), *people.items()]  # type: ignore[attr-defined]

    def item(self) -> NewItem:
        told = dict(self.cleaned_data)
        return NewItem(measure_id=int(told.pop("measure")), owner_id=int(told.pop("owner")), **told)


class CloseForm(forms.Form):
    """Why now."""

    reason = forms.CharField(
        label=_("Why do you close it now?"),
        help_text=_("A few words. Others learn from it."),
        max_length=500,
        error_messages={"required": _("Say why in a few words. Others learn from it.")},
    )
