"""Examples of choices."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from wellrun.web.components.part import Example


class _Dates(forms.Form):
    dates = forms.ChoiceField(
        label="How are the dates written?",
        help_text="Row 2 says 03/04/2026.",
        choices=[("day-first", "Day first: 3 April 2026"), ("month-first", "Month first: 4 March 2026")],
        widget=forms.RadioSelect,
    )


class _Measures(forms.Form):
    measures = forms.MultipleChoiceField(
        label="Which measures show that it holds?",
        help_text="One or more.",
        choices=[("1", "Restraints each week"), ("2", "Evenings with two walks")],
        widget=forms.CheckboxSelectMultiple,
    )


def _several() -> Mapping[str, object]:
    return {
        "form": _Measures(initial={"measures": ["1"]}),
        "helps": {"1": "Average 1.8, usual range 0 to 5.8", "2": "No limits yet"},
    }


def _dates() -> dict[str, object]:
    return {"form": _Dates(initial={"dates": "day-first"})}


def _helped() -> Mapping[str, object]:
    return _dates() | {"helps": {"day-first": "As in most of the world.", "month-first": "As in the USA."}}


EXAMPLES = (
    Example(title="A question we never guess", template="{% choices bound=form.dates %}", values=_dates),
    Example(
        title="With what each one means",
        template="{% choices bound=form.dates helps=helps %}",
        values=_helped,
    ),
    Example(
        title="Several of them",
        template="{% choices bound=form.measures helps=helps %}",
        values=_several,
    ),
)
