"""Fields that repeat what was typed and name the fix."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from wellrun.core.lengths import too_long

PLAIN = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)")
THOUSANDS = re.compile(r"[-+]?\d{1,3}([, ]\d{3})+(\.\d+)?")
DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
DATE_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y")


class TooLong:
    """Django's words for a text that is too long, in ours, on every form. See `WebConfig.ready`."""

    def __mod__(self, found: Mapping[str, int]) -> str:
        return too_long(found["limit_value"], found["show_value"])


class NumberField(forms.CharField):
    """A number as people write it: 3, 4.5, 1,234. A decimal comma is asked about, never guessed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=30, **{"widget": widget, **kwargs})
        self.error_messages["required"] = _("Type a number, like 3.")

    def clean(self, value: Any) -> Any:
        text = super().clean(value).replace("\u2212", "-").replace("\u00a0", " ")
        if not text:
            return None
        if PLAIN.fullmatch(text) or THOUSANDS.fullmatch(text):
            return float(text.replace(",", "").replace(" ", ""))
        raise forms.ValidationError(_advice(text))


def _advice(text: str) -> str:
    if DECIMAL_COMMA.fullmatch(text):
        return _("Use a point for decimals, like %(fixed)s. You typed “%(typed)s”.") % {
            "fixed": text.replace(",", "."),
            "typed": text,
        }
    if text.endswith("%"):
        return _("Type the number without the sign. You typed “%(typed)s”.") % {"typed": text}
    return _("Type a number, like 3. You typed “%(typed)s”.") % {"typed": text}


class DayField(forms.CharField):
    """A date from the browser's picker, or typed as 2026-04-13 or 13 April 2026: nobody can misread them."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"})
        super().__init__(max_length=30, **{"widget": widget, **kwargs})
        self.error_messages["required"] = _("Choose a date.")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        day = parsed_day(text)
        if text and day is None:
            raise forms.ValidationError(
                _("Type a date like 2026-04-13 or 13 April 2026. You typed “%(typed)s”.") % {"typed": text}
            )
        return day


def parsed_day(text: str) -> date | None:
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day has no time zone
        except ValueError:
            continue
    return None
