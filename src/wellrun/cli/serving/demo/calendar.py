"""The demo's days: written as if it were loaded in one week of 2026, and moved to the week of the loading.

A moved demo is the same demo: weeks move by whole weeks, so that a Monday stays a Monday, and months by whole
months. Its last complete week and month are those before the day on which it is loaded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wellrun_spc.wording import format_date

WRITTEN_IN = date(2026, 4, 13)
"""The Monday of the week in which the files tell their stories; nothing in them has happened later."""
_IN_TEXT = re.compile(r"\{(\d{4})-(\d{2})(?:-(\d{2}))?\}")
"""A day or a month in the words of a file: "{2026-06-30}" reads 30 June 2026, "{2025-09}" September 2025."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Calendar:
    """How far the days of the files are from ``today``."""

    today: date

    def day(self, day: date) -> date:
        """A day, moved by whole weeks."""
        monday = self.today - timedelta(days=self.today.weekday())
        return day + (monday - WRITTEN_IN)

    def period(self, day: date, every: str) -> date:
        """The first day of a week, month, quarter or year of a measure."""
        length = _MONTHS_IN.get(every)
        if length is None:
            return self.day(day)
        apart = _month_number(self.today) // length - _month_number(WRITTEN_IN) // length
        return _in_month(_month_number(day) + apart * length, day.day)

    def text(self, text: str) -> str:
        return _IN_TEXT.sub(self._in_words, text)

    def moved(self, told: Any, every: str = "day") -> Any:
        """All that a file tells of one thing, with its days moved; ``every`` is the period of its numbers."""
        match told:
            case date():
                return self.period(told, every)
            case str():
                return self.text(told)
            case list():
                return [self.moved(each, every) for each in told]
            case dict():
                return {self._key(key, every): self.moved(each, every) for key, each in told.items()}
        return told

    def _key(self, key: str, every: str) -> str:
        """Notes stand under the day of their period."""
        return self.period(date.fromisoformat(key), every).isoformat() if _DAY.fullmatch(key) else key

    def _in_words(self, found: re.Match[str]) -> str:
        year, month, day = found.groups()
        if day:
            return format_date(self.day(date(int(year), int(month), int(day))))
        return f"{self.period(date(int(year), int(month), 1), 'month'):%B %Y}"


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _in_month(number: int, day: int) -> date:
    return date(number // 12, number % 12 + 1, day)
