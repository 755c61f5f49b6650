"""`{% field %}`: a question with one answer, from a Django form's field."""

from __future__ import annotations

from typing import Literal

from django.forms import BoundField

Look = Literal["full", "short", "cell", "cell-short"]


def first_error_is(bound: BoundField) -> bool:
    """Whether this is the first field of its form that needs another look: it takes the focus."""
    return next((name for name in bound.form.fields if name in bound.form.errors), None) == bound.name


def describe(bound: BoundField, hint: str) -> dict[str, str | bool]:
    """What the control tells a screen reader: its help, its error, and whether it takes the focus."""
    ids = [f"{bound.auto_id}-hint"] * bool(hint) + [f"{bound.auto_id}-error"] * bool(bound.errors)
    attrs: dict[str, str | bool] = {"aria-describedby": " ".join(ids)} if ids else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
        attrs["autofocus"] = first_error_is(bound)
    return attrs


def field(*, bound: BoundField, look: Look = "full") -> dict[str, object]:
    """Label above, help under the label, error in words.

    ``cell`` is for a row of a table, whose head is the label.
    """
    hint = str(bound.help_text)
    classes = "input input--short" if look.endswith("short") else "input"
    # A browser that is told the longest text cuts what is pasted without a word. The form says it instead.
    control = bound.as_widget(attrs={"class": classes, "maxlength": False, **describe(bound, hint)})
    return {
        "bound": bound,
        "hint": hint,
        "error": " ".join(str(error) for error in bound.errors),
        "control": control,
        "is_cell": look.startswith("cell"),
        "is_hidden": bound.is_hidden,
    }
