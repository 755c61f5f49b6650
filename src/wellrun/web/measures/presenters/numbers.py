"""The numbers of a measure as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

import wellrun_spc as spc
from wellrun.measures.values import NumberWords
from wellrun.web.measures.presenters.style import number_text
from wellrun.web.measures.presenters.words import moment_text, period_head, periods_text
from wellrun_spc.wording import decimals_for, format_value

SHOWN = 8
"""Rows before one asks for all: the last two months of weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number. ``label`` says on a phone which column it was."""

    text: str
    label: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """One period: its numbers as they are written, what was different, and what the rules say about it."""

    period: str
    href: str
    cells: tuple[Cell, ...]
    note: str
    marks: str
    by: str
    is_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersTable:
    """The table, newest first."""

    period_head: str
    heads: tuple[str, ...]
    rows: tuple[NumberRow, ...]
    more: str
    """The words of the link to all rows; empty when all are shown."""
    is_ratio: bool


def number_words(words: NumberWords, *, is_ratio: bool) -> dict[str, str]:
    """The measure's own words for its numbers, by the form's field."""
    if not is_ratio:
        return {"value": words.y_label or _("Number")}
    return {
        "numerator": words.numerator or _("First number"),
        "denominator": words.denominator or _("Second number"),
    }


def value_head(chart: spc.Chart | None) -> str:
    return _("Percentage") if chart and chart.percent else _("Rate")


def _typed(number: float | None) -> str:
    """A number as it was typed, thousands set apart: nothing is rounded away."""
    return "" if number is None else number_text(f"{number:,.15g}")


def plain_number(number: float | None) -> str:
    """A number as a field holds it, without anything that could be misread when it comes back."""
    return "" if number is None else f"{number:.15g}"


def _cells(point: spc.Point, heads: tuple[str, ...], *, decimals: int, percent: bool) -> tuple[Cell, ...]:
    """One number, or a part, a whole and what they make."""
    hidden = _("hidden") if point.suppressed and point.value is None else ""
    if len(heads) == 1:
        return (Cell(text=hidden or _typed(point.value), is_strong=True),)
    made = "" if point.value is None else format_value(point.value, percent=percent, decimals=decimals)
    made = number_text(made)
    texts = (_typed(point.numerator) or hidden, _typed(point.denominator), made)
    return tuple(
        Cell(text=text, label=head, is_strong=head == heads[-1])
        for text, head in zip(texts, heads, strict=True)
    )


def _marks(point: spc.Point) -> str:
    """Which rules found something at this point, in words, and whether it is left out."""
    words = {
        "outside": _("outside the limits"),
        "shift": _("part of a long run"),
        "longest_run": _("part of a long run"),
        "trend": _("part of a trend"),
        "two_of_three": _("close to a limit, twice"),
    }
    found = (
        [_("left out of the limits")] if point.excluded else [words.get(name, name) for name in point.signals]
    )
    text = "; ".join(dict.fromkeys(found))
    return text[:1].upper() + text[1:]


def present_numbers(
    measure_id: int,
    chart: spc.Chart | None,
    *,
    words: NumberWords,
    is_ratio: bool,
    period: str,
    entered_by: Sequence[str],
    shows_all: bool = False,
) -> NumbersTable:
    """Rows newest first. ``entered_by`` are names in the order of the chart's points."""
    points = list(chart.points if chart else ())
    percent = bool(chart and chart.percent)
    decimals = decimals_for(
        [point.value * (100 if percent else 1) for point in points if point.value is not None]
    )
    heads = (*number_words(words, is_ratio=is_ratio).values(), *((value_head(chart),) if is_ratio else ()))
    pairs = list(zip(points, entered_by, strict=True))[::-1]
    rows = tuple(
        NumberRow(
            period=moment_text(point.x, period),
            href=reverse("measures:number", args=[measure_id, point.x.isoformat()]),
            cells=_cells(point, heads, decimals=decimals, percent=percent),
            note=point.note,
            marks=_marks(point),
            by=name,
            is_out=point.excluded,
        )
        for point, name in (pairs if shows_all else pairs[:SHOWN])
        if isinstance(point.x, date)
    )
    more = (
        _("Show all %(periods)s") % {"periods": periods_text(period, len(pairs))}
        if len(pairs) > len(rows)
        else ""
    )
    return NumbersTable(period_head=period_head(period), heads=heads, rows=rows, more=more, is_ratio=is_ratio)
