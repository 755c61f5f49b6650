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
from wellrun.web.control.forms import ResponseForm, told


class ReviewForm(forms.Form):
    """The look back. What did not work is asked in the same breath as what did."""

    self_report = forms.ChoiceField(
        label=worded_lazy(_("Does the team say that {the_aim} is met?")),
        help_text=_("Your own view. It is kept beside what the data say."),
        choices=[("", _("Not said yet")), *SelfReport.choices],
        required=False,
    )
    what_worked = told(_("What worked?"), rows=3)
    for_whom = told(_("For whom, and for whom not?"), _("Think of nights, weekends, languages, ages."))
    what_did_not = told(_("What did not work?"), _("It saves the next team the same way round."), rows=3)
    unexpected = told(_("What did you not expect?"), _("Good or bad, here or elsewhere."))
    value_outcomes = told(
        _("Outcomes and experience of people"), _("What is better for them, in their words.")
    )
    value_staff = told(_("Experience of staff"))
    value_productivity = told(_("Productivity"), _("Time or work that is free for something else."))
    value_avoidance = told(
        _("Cost avoided"), _("What would have been spent and was not. No budget got smaller.")
    )
    value_saving = told(_("Cost saved"), _("What came out of a budget."))
    value_revenue = told(_("Revenue"), _("Money that came in."))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def words(self) -> ReviewWords:
        return ReviewWords(**{name: self.cleaned_data[name] for name in REVIEW_FIELDS})


class HandOverForm(ResponseForm):
    """What daily work needs to keep the gain."""

    measures = forms.MultipleChoiceField(
        label=_("Which measures show that it holds?"),
        help_text=_("One or more. Each keeps the limits that it has today."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one measure of this project.")},
    )
    field_order = ("measures",)

    def __init__(self, *args: Any, uses: Iterable[MeasureUse], seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = {str(seat.person_id): seat.person.name for seat in seats}
        self.fields["measures"].choices = [(str(use.measure_id), use.measure.name) for use in uses]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [("", _("Choose")), *people.items()]  # type: ignore[attr-defined]

    def item(self) -> NewItem:
        said = dict(self.cleaned_data)
        measures = tuple(int(each) for each in said.pop("measures"))
        return NewItem(measure_ids=measures, owner_id=int(said.pop("owner")), **said)


class CloseForm(forms.Form):
    """Why now."""

    reason = forms.CharField(
        label=_("Why do you close it now?"),
        help_text=_("A few words. Others learn from it."),
        max_length=500,
        error_messages={"required": _("Say why in a few words. Others learn from it.")},
    )
