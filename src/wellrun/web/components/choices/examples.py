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


def _dates() -> Mapping[str, object]:
    return {"form": _Dates(initial={"dates": "day-first"})}


EXAMPLES = (
    Example(title="A question we never guess", template="{% choices bound=form.dates %}", values=_dates),
)
