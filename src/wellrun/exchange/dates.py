"""One date or period as people write it: which day, week, month, quarter or year a text may mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal, TypeAlias

Grain: TypeAlias = Literal["day", "moment", "week", "month", "quarter", "year", "financial", "number"]
Period: TypeAlias = date | datetime | float | str

MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
EARLIEST, LATEST = 1900, 2100
"""Years outside this range are far more often typing slips, or no years at all, than periods of a measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One reading of a text. Numeric dates have two, and either may be impossible."""

    grain: Grain
    style: str
    """How it is written, in words, to tell two styles in one column apart."""
    value: Period | None
    """What it means; for numeric dates, when the day comes first."""
    other: Period | None = None
    """What else it may mean: a numeric date with the month first; for ``2011-12``, December 2011."""
    numeric: bool = False
    """A date of three numbers, so that the order of day and month matters."""
    key: tuple[int, int] | None = None
    """Where it sorts, for periods that keep their label."""


def written_in(text: str) -> Written | None:
    """Read a text as a date or a period, or ``None`` where it is neither."""
    bare = LEAD.sub("", " ".join(text.split())).strip().casefold()
    if not bare or len(bare) > LONGEST:
        return None
    if not DIGIT.search(bare):
        return None
    number = PLAIN.fullmatch(bare)
    if number and len(bare) not in PACKED:
        return _plain_number(number)
    for pattern, build in STYLES:
        if (found := _compiled(pattern).fullmatch(bare)) and (written := build(found)):
            return written
    return None


LONGEST = 48
DIGIT = re.compile(r"\d")
PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?")
PACKED = {6, 8}
"""Lengths at which a plain number may be a month (201604) or a day (20160401)."""
LEAD = re.compile(
    r"^(?:w/?[ec]|week (?:ending|commencing|beginning|of)|period ending|month ending)[:\s]+"
    r"|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+",
    re.IGNORECASE,
)
"""Words before a date that say what the date marks, and names of weekdays."""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _with_time(day: date | None, clock: re.Match[str] | None) -> Period | None:
    """Add the time of day; midnight says no more than the date."""
    if day is None or clock is None:
        return day
    hour, minute, second = int(clock["hour"]), int(clock["minute"]), int(clock["second"] or 0)
    if clock["half"] == "pm" and hour < 12:
        hour += 12
    elif clock["half"] == "am" and hour == 12:
        hour = 0
    if hour == minute == second == 0:
        return day
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001  # as written
    except ValueError:
        return None


CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<half>[ap]m)?"
    r"\s*(?:z|[+-]\d\d:?(?:\d\d)?)?"
)
TIME = r"(?:[t\s,]\s*(?P<time>\d{1,2}:\d\d\S*(?:\s*[ap]m)?(?:\s*z|\s*[+-]\d\d:?\d{0,2})?))?"


def _clock(found: re.Match[str]) -> tuple[bool, re.Match[str] | None]:
    """The time of day, and whether it is one."""
    if not found["time"]:
        return True, None
    clock = CLOCK.fullmatch(found["time"])
    return clock is not None, clock


def _iso(found: re.Match[str]) -> Written | None:
    right, clock = _clock(found)
    day = _day(int(found["y"]), int(found["m"]), int(found["d"])) if right else None
    value = _with_time(day, clock)
    return Written(grain="moment" if clock else "day", style="year-month-day", value=value) if value else None


def _numeric(found: re.Match[str]) -> Written | None:
    right, clock = _clock(found)
    if not right:
        return None
    first, second, year = int(found["a"]), int(found["b"]), _year(found["y"])
    day_first = _with_time(_day(year, second, first), clock)
    month_first = _with_time(_day(year, first, second), clock)
    if day_first is None and month_first is None:
        return None
    return Written(
        grain="moment" if clock else "day",
        style="three numbers",
        value=day_first,
        other=month_first,
        numeric=True,
    )


def _year(text: str) -> int:
    """Two-digit years are 1969 to 2068, as in POSIX."""
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year >= 69 else 2000)


def _month(name: str) -> int | None:
    short = name.rstrip(".")
    found = [number for number, month in enumerate(MONTHS, 1) if month.startswith(short)]
    return found[0] if len(short) >= 3 and len(found) == 1 else None


def _named_day(found: re.Match[str]) -> Written | None:
    right, clock = _clock(found)
    month = _month(found["month"])
    day = _day(_year(found["y"]), month, int(found["d"])) if right and month else None
    value = _with_time(day, clock)
    return (
        Written(grain="moment" if clock else "day", style="day, month name, year", value=value)
        if value
        else None
    )


def _named_month(found: re.Match[str]) -> Written | None:
    month = _month(found["month"])
    day = _day(_year(found["y"]), month, 1) if month else None
    return Written(grain="month", style="month name and year", value=day) if day else None


def _numbered_month(found: re.Match[str]) -> Written | None:
    """``2016-04``; but ``2019-20`` is the financial year, and so ``2011-12`` may be either."""
    year, second = int(found["y"]), int(found["m"])
    month = _day(year, second, 1)
    if found["sep"] in {"-", "/"} and second == (year + 1) % 100:
        return Written(
            grain="financial",
            style="financial year",
            value=f"{year}/{second:02d}",
            other=month,
            key=(year, 0),
        )
    return Written(grain="month", style="year and month", value=month) if month else None


def _month_year(found: re.Match[str]) -> Written | None:
    day = _day(int(found["y"]), int(found["m"]), 1)
    return Written(grain="month", style="month and year", value=day) if day else None


def _financial_year(found: re.Match[str]) -> Written | None:
    year, end = int(found["y"]), int(found["end"])
    if end % 100 != (year + 1) % 100 or (end > 99 and end != year + 1):
        return None
    return Written(
        grain="financial", style="financial year", value=f"{year}/{(year + 1) % 100:02d}", key=(year, 0)
    )


def _quarter(found: re.Match[str]) -> Written | None:
    year, quarter = int(found["y"]), int(found["q"])
    if not EARLIEST <= year <= LATEST:
        return None
    if not found["end"]:
        return Written(grain="quarter", style="quarter", value=date(year, 3 * quarter - 2, 1))
    if int(found["end"]) % 100 != (year + 1) % 100:
        return None
    label = f"{year}/{(year + 1) % 100:02d} Q{quarter}"
    return Written(grain="financial", style="quarter of a financial year", value=label, key=(year, quarter))


def _week(found: re.Match[str]) -> Written | None:
    try:
        monday = date.fromisocalendar(int(found["y"]), int(found["w"]), int(found["d"] or 1))
    except ValueError:
        return None
    grain: Grain = "day" if found["d"] else "week"
    return Written(grain=grain, style="year and week", value=monday)


def _plain_number(found: re.Match[str]) -> Written | None:
    """A number in order; the column as a whole decides whether it is a year."""
    value = float(found[0])
    return Written(grain="number", style="number", value=value) if abs(value) < 1e15 else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a style when it is first needed: all of them take longer than reading a small file."""
    return re.compile(pattern)


Y4, END = r"(?P<y>\d{4})", r"(?P<end>\d{2}|\d{4})"
NAME = r"(?P<month>[a-z]{3,9}\.?)"
GAP = r"[\s\-/.,]+"
STYLES: list[tuple[str, Callable[[re.Match[str]], Written | None]]] = [
    (rf"{Y4}([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}}){TIME}", _iso),
    (rf"{Y4}(?P<m>\d\d)(?P<d>\d\d)(?P<time>)", _iso),
    (rf"(?P<a>\d{{1,2}})([-/.])(?P<b>\d{{1,2}})\2(?P<y>\d{{4}}|\d\d){TIME}", _numeric),
    (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:{GAP})?{NAME}(?:{GAP})?(?P<y>\d{{4}}|\d\d){TIME}", _named_day),
    (rf"{NAME}{GAP}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{GAP}(?P<y>\d{{4}}){TIME}", _named_day),
    (rf"{Y4}{GAP}{NAME}{GAP}(?P<d>\d{{1,2}}){TIME}", _named_day),
    (rf"{NAME}(?:{GAP}|['’\s]+)?(?P<y>\d{{4}}|\d\d)", _named_month),
    (rf"{Y4}(?:{GAP})?{NAME}", _named_month),
    (rf"{Y4}(?P<sep>[-/.]|-?m)(?P<m>\d{{1,2}})", _numbered_month),
    (rf"{Y4}(?P<sep>)(?P<m>0[1-9]|1[0-2])", _numbered_month),
    (rf"(?P<m>\d{{1,2}})[-/.]{Y4}", _month_year),
    (rf"(?:fy\s*)?{Y4}\s*[-/–]\s*{END}", _financial_year),
    (rf"(?:fy\s*)?{Y4}(?:\s*[-/–]\s*{END})?[\s\-/]*q(?:uarter|tr)?\s*(?P<q>[1-4])", _quarter),
    (rf"q(?:uarter|tr)?\s*(?P<q>[1-4])[\s\-/,]*(?:of\s+)?(?:fy\s*)?{Y4}(?:\s*[-/–]\s*{END})?", _quarter),
    (rf"{Y4}-?\s*w(?:eek|k)?\s*(?P<w>\d{{1,2}})(?:-(?P<d>[1-7]))?", _week),
    (rf"w(?:eek|k)?\s*(?P<w>\d{{1,2}})[\s\-/,]+{Y4}(?P<d>)", _week),
    (PLAIN.pattern, _plain_number),
]
