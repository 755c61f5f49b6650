"""How numbers, dates and periods are written for people: in sentences, on charts, in tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Gaps in days that count as one period; months, quarters and years are not all of one length.
_GAPS = ((1, 1, "day"), (7, 7, "week"), (28, 31, "month"), (89, 92, "quarter"), (365, 366, "year"))
_MOST_DECIMALS = 12
_LARGEST_WRITTEN_OUT = 1e15


def decimals_for(values: Iterable[float | None]) -> int:
    """How many decimals tell these numbers apart as people would, and no more.

    The step of the last digit is at most a twentieth of the spread (of the size, where there is no spread).

    >>> decimals_for([0, 3.4, 8.9])
    1
    >>> decimals_for([300, 340, 420])
    0
    """
    known = [value for value in values if value is not None and value == value]
    if not known:
        return 0
    spread = max(known) - min(known) or max(abs(value) for value in known)
    if not 0 < spread < _LARGEST_WRITTEN_OUT:
        return 0
    decimals, step = 0, 1.0
    while step * 20 > spread * (1 + 1e-9) and decimals < _MOST_DECIMALS:
        decimals, step = decimals + 1, step / 10
    return decimals


def decimals_of(value: float, most: int = 4) -> int:
    """How many decimals a number that a person typed has: 2.45 has 2."""
    for decimals in range(most):
        if abs(round(value, decimals) - value) <= 1e-9 * abs(value):
            return decimals
    return most


def format_value(
    value: float,
    *,
    percent: bool = False,
    reference: float | Sequence[float | None] | None = None,
    decimals: int | None = None,
) -> str:
    """A number as people write it.

    Parameters
    ----------
    value
        The number; a proportion where ``percent``.
    percent
        Write a proportion as a percentage.
    reference
        Numbers on the same scale (limits, centre): decimals enough to tell them apart. Without it, three
        digits.
    decimals
        Exactly this many decimals, with zeros at the end kept, for columns of figures. Numbers from 10^15 on
        are written with a power of ten all the same.

    Returns
    -------
    str
        For example "1,234", "95.3%", "4.8".

    Examples
    --------
    >>> format_value(1234), format_value(0.9531, percent=True), format_value(4.8)
    ('1,234', '95.3%', '4.8')
    >>> format_value(8.934, reference=[0, 3.4, 8.934]), format_value(3, decimals=1)
    ('8.9', '3.0')
    """
    scale = 100.0 if percent else 1.0
    if decimals is None:
        return format_rounded(value, _decimals(value, reference, scale), percent=percent)
    shown = value * scale
    written_out = abs(shown) < _LARGEST_WRITTEN_OUT
    text = _without_minus_zero(f"{shown:,.{decimals}f}" if written_out else f"{shown:.3g}")
    return f"{text}%" if percent else text


def format_rounded(value: float, decimals: int, *, percent: bool = False) -> str:
    """A number with at most so many decimals and no zeros at the end: "8.9", "3", "95%"."""
    shown = value * 100.0 if percent else value
    text = f"{shown:,.{decimals}f}" if abs(shown) < _LARGEST_WRITTEN_OUT else f"{shown:.3g}"
    if decimals and "." in text and "e" not in text:
        text = text.rstrip("0").rstrip(".")
    text = _without_minus_zero(text)
    return f"{text}%" if percent else text


class Written(NamedTuple):
    """A number as it stands in an English sentence, taken apart for another language."""

    text: str
    """For example "1,234.5" or "95%"."""
    value: float
    """As it is written: 95 for "95%"."""
    decimals: int
    percent: bool


_NUMBER = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?(e[+-]?[0-9]+)?%?")


def number_in(text: str) -> Written | None:
    """The number that a text is; ``None`` where it is none that we wrote."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    decimals = len(found[1] or ".") - 1
    return Written(text, float(text.rstrip("%").replace(",", "")), decimals, text.endswith("%"))


def number_style(*, decimal: str, thousands: str = "", percent: str = "%") -> Callable[[Written], str]:
    """Numbers as a language writes them, for `wellrun_spc.render`.

    Parameters
    ----------
    decimal, thousands
        The marks between whole and part, and between thousands.
    percent
        What follows a percentage, with the space before it where there is one.

    Returns
    -------
    Callable
        It says a `Written` number.

    Examples
    --------
    >>> german = number_style(decimal=",", thousands=".", percent=" %")
    >>> german(number_in("1,234.5")), german(number_in("95.3%")), german(number_in("-0.2"))
    ('1.234,5', '95,3 %', '-0,2')
    """
    marks = str.maketrans({".": decimal, ",": thousands, "%": percent})
    return lambda written: written.text.translate(marks)


def _decimals(value: float, reference: float | Sequence[float | None] | None, scale: float) -> int:
    if reference is None:
        return _three_digits(abs(value * scale))
    numbers = (reference,) if isinstance(reference, (int, float)) else reference
    return decimals_for(number * scale for number in numbers if number is not None)


def _three_digits(size: float) -> int:
    """Decimals that leave three digits from the first one that is not zero."""
    decimals, edge = 0, 100.0
    while 0 < size < edge * (1 - 1e-9) and decimals < _MOST_DECIMALS:
        decimals, edge = decimals + 1, edge / 10
    return decimals


def _without_minus_zero(text: str) -> str:
    return text[1:] if text.startswith("-") and not text.strip("-0.,") else text


def format_date(day: date) -> str:
    """A date in full: "14 April 2026"; with the time where there is one: "14 April 2026, 09:30"."""
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if isinstance(day, datetime) and (day.hour or day.minute):
        text += f", {day.hour:02d}:{day.minute:02d}"
    return text


def format_moment(x: object, period: str) -> str:
    """The shortest full name of a period: "14 April 2026" (a day, a week), "April 2026", "2026 Q2", "24"."""
    if not isinstance(x, date):
        return format_value(x) if isinstance(x, float) else str(x)
    if period == "month":
        return f"{MONTHS[x.month - 1]} {x.year}"
    if period == "quarter":
        return f"{x.year} Q{(x.month + 2) // 3}"
    if period == "year":
        return str(x.year)
    return format_date(x)


def format_period(x: object, period: str) -> str:
    """A period named in full: "week of 14 April 2026", "April 2026", "2026 Q2", "point 24"."""
    moment = format_moment(x, period)
    if period == "week":
        return f"week of {moment}"
    return moment if isinstance(x, (date, str)) else f"point {moment}"


def period_of(xs: Sequence[object]) -> str:
    """The kind of period that neighbours in x are apart: day, week, month, quarter, year; otherwise point.

    Points that are missing leave wider gaps, so the middle gap decides.
    """
    days = [x.toordinal() for x in xs if isinstance(x, date)]
    if len(days) != len(xs) or len(days) < 2:
        return "point"
    gaps = sorted([later - earlier for earlier, later in pairwise(days)])
    middle = gaps[(len(gaps) - 1) // 2]
    for shortest, longest, period in _GAPS:
        if shortest <= middle <= longest:
            return period
    return "point"


def plural(period: str, count: float) -> str:
    """A count of periods: "1 week", "9 weeks"."""
    return f"{format_value(count)} {period}" if count == 1 else f"{format_value(count)} {period}s"
