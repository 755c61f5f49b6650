"""Fields that several forms of a test share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def long_text(label: Any, help_text: Any = "", *, rows: int = 2, missing: Any = "") -> forms.CharField:
    """A text of several lines; with ``missing`` it must be filled, and that is what is said if it is not."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing} if missing else None,
    )


def whole_number(label: Any, *, least: int = 1) -> forms.IntegerField:
    above = _("Type a whole number above 0.") if least else _("Type a whole number. Nobody is 0.")
    words = {
        "invalid": _("Type a whole number, like 4."),
        "min_value": above,
        "max_value": _("That is too many."),
    }
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=1_000_000, error_messages=words
    )
