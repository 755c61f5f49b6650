"""Periods on a calendar: which one a date falls in, and which comes next."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def snapped(day: date, period: str, anchor: date | None) -> date:
    """The start of the period that ``day`` falls in, on the calendar that ``anchor`` (a period in use) sets.

    Weeks begin on the anchor's weekday (Monday without one). Months, quarters and years keep the anchor's day
    of the month, so that a measure dated by month ends stays so.
    """
    if period == "week":
        weekday = anchor.weekday() if anchor else 0
        return day - timedelta(days=(day.weekday() - weekday) % 7)
    if period in _MONTHS:
        anchor = anchor or date(day.year, 1, 1)
        step = _MONTHS[period]
        months = day.year * 12 + day.month - 1
        return _on_day(months - (months - anchor.month + 1) % step, anchor)
    return day


def next_period(latest: date, period: str) -> date:
    """The period after ``latest``; for ``point`` the next day."""
    if period == "week":
        return latest + timedelta(days=7)
    if period in _MONTHS:
        return _on_day(latest.year * 12 + latest.month - 1 + _MONTHS[period], latest)
    return latest + timedelta(days=1)


def _on_day(months: int, anchor: date) -> date:
    """The anchor's day in a month counted from year 0; the last day stays the last day."""
    year, month = divmod(months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    anchor_is_last = anchor.day == calendar.monthrange(anchor.year, anchor.month)[1]
    return date(year, month + 1, length if anchor_is_last else min(anchor.day, length))
