"""Fields that repeat what was typed and name the fix."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.core.lengths import too_long

PLAIN = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)")
THOUSANDS = re.compile(r"[-+]?\d{1,3}([, ]\d{3})+(\.\d+)?")
ELSEWHERE = re.compile(
    r"(?P<sign>[-+]?)(?P<whole>\d{1,3}(?P<mark>[.'\u066c ])\d{3}(?:(?P=mark)\d{3})*|\d+)"
    r"(?:[,\u066b](?P<part>\d+))?"
)
"""A number as people write it elsewhere: 4,5; 1.234,5; 1 234,5; 1'234; with the marks of Arabic as well."""
SAME_SIGNS = str.maketrans(
    {"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'"}
)
"""Minus signs and blanks that look alike, and mean the same."""
YEARS = range(1000, 3000)
"""Others are slips of the hand: 0026, 20260. Which of these make sense, each service says."""
DATE_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y")


class TooLong:
    """Django's words for a text that is too long, in ours, on every form. See `WebConfig.ready`."""

    def __mod__(self, found: Mapping[str, int]) -> str:
        return too_long(found["limit_value"], found["show_value"])


def say_it_in_our_words() -> None:
    """What Django says by itself of a field, in words that say what to do, on every form."""
    forms.Field.default_error_messages["required"] = gettext_lazy("Fill this in.")
    forms.ChoiceField.default_error_messages["invalid_choice"] = gettext_lazy(
        "Choose one of the list. It may have changed while this page was open."
    )
    forms.IntegerField.default_error_messages["invalid"] = gettext_lazy("Type a whole number, like 4.")
    MinValueValidator.message = gettext_lazy("Type a number that is not below %(limit_value)s.")
    MaxValueValidator.message = gettext_lazy("Type a number up to %(limit_value)s.")


class NumberField(forms.CharField):
    """A number as people write it: 3, 4.5, 1,234. A decimal comma is asked about, never guessed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=30, **{"widget": widget, **kwargs})
        self.error_messages["required"] = _("Type a number, like 3.")

    def clean(self, value: Any) -> Any:
        text = super().clean(value).translate(SAME_SIGNS)
        if not text:
            return None
        if PLAIN.fullmatch(text) or THOUSANDS.fullmatch(text):
            return float(text.replace(",", "").replace(" ", ""))
        raise forms.ValidationError(_advice(text))


def _advice(text: str) -> str:
    if elsewhere := ELSEWHERE.fullmatch(text):
        found = elsewhere.groupdict(default="")
        fixed = found["sign"] + _figures(found["whole"])
        if found["part"]:
            words = _("Use a point for decimals, like %(fixed)s. You typed “%(typed)s”.")
            fixed += f".{_figures(found['part'])}"
        else:
            words = _("Type it as %(fixed)s. You typed “%(typed)s”.")
        return words % {"fixed": fixed, "typed": text}
    if text.endswith("%"):
        return _("Type the number without the sign. You typed “%(typed)s”.") % {"typed": text}
    return _("Type a number, like 3. You typed “%(typed)s”.") % {"typed": text}


def _figures(text: str) -> str:
    """The figures alone, as every keyboard has them."""
    return "".join(str(unicodedata.decimal(each)) for each in text if each.isdecimal())


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
        if day is not None and day.year not in YEARS:
            raise forms.ValidationError(
                _("Check the year: you typed %(year)s. Write it with four figures, like 2026.")
                % {"year": text if "-" not in text else text.partition("-")[0]}
            )
        return day


def parsed_day(text: str) -> date | None:
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day has no time zone
        except ValueError:
            continue
    return None
