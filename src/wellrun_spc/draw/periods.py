"""Ticks along the time axis: the finest step of days, weeks, months, quarters or years that has room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wellrun_spc.draw.lettering import text_width
from wellrun_spc.wording import MONTHS

_GAP = 8.0
"""Least room between two labels."""
_MINOR_GAP = 5.0
"""Least room between two small ticks."""
_STRAY, _BEGUN = 0.7, 0.95
"""Nearer to its neighbour than this share of the usual distance, a label goes; and the first of all goes."""
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class PeriodTick:
    """A tick under the axis: its words, and the year under them where it begins; a small tick has neither."""

    at: float
    label: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class _Level:
    """One way to label the axis: which periods begin a group, and what the group is called."""

    key: Callable[[date], tuple[int, ...]]
    label: Callable[[date], str]
    wanted: Callable[[date], bool] = lambda _day: True
    years: bool = True
    """Whether the year stands on a second line."""


def _day_label(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _month_label(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def _month_level(step: int) -> _Level:
    return _Level(
        key=lambda day: (day.year, day.month),
        label=_month_label,
        wanted=lambda day: (day.month - 1) % step == 0,
    )


def _quarter_level(step: int) -> _Level:
    return _Level(
        key=lambda day: (day.year, _quarter(day)),
        label=lambda day: f"Q{_quarter(day)}",
        wanted=lambda day: (_quarter(day) - 1) % step == 0,
    )


def _year_level(step: int) -> _Level:
    return _Level(
        key=lambda day: (day.year,),
        label=lambda day: str(day.year),
        wanted=lambda day: day.year % step == 0,
        years=False,
    )


_DAYS = _Level(key=lambda day: (day.toordinal(),), label=_day_label)
_WEEKS = _Level(key=lambda day: tuple(day.isocalendar()[:2]), label=_day_label)
_MONTHS = tuple(map(_month_level, (1, 2, 3, 6)))
_QUARTERS = tuple(map(_quarter_level, (1, 2)))
_YEARS = tuple(map(_year_level, _YEAR_STEPS))

_LEVELS: dict[str, tuple[_Level, ...]] = {
    "day": (_DAYS, _WEEKS, *_MONTHS, *_YEARS),
    "week": (_DAYS, *_MONTHS, *_YEARS),
    "month": (*_MONTHS, *_YEARS),
    "quarter": (*_QUARTERS, *_YEARS),
    "year": _YEARS,
    "point": (_DAYS, *_MONTHS, *_YEARS),
}


def period_ticks(
    days: Sequence[date], places: Sequence[float], *, period: str, size: float
) -> tuple[PeriodTick, ...]:
    """Ticks for dated points, in order along the axis, labels never touching.

    A tick stands at the first point of its month (quarter, year), so that a mark and its label always agree,
    whether a month is dated by its first or its last day. The year stands under the first label and wherever
    it changes.

    Parameters
    ----------
    days, places
        The dates of the points, rising, and their places along the axis.
    period
        What a point stands for: day, week, month, quarter, year or point.
    size
        Text size, in the unit of the places.
    """
    for level in _LEVELS[period]:
        groups = _groups(days, places, level)
        chosen = [(day, at) for day, at in groups if level.wanted(day)]
        labelled = _with_room(chosen, level, size)
        if labelled:
            return tuple(_dressed(labelled, groups, level, size))
    return (PeriodTick(places[0], str(days[0].year)),) if days else ()


def _groups(days: Sequence[date], places: Sequence[float], level: _Level) -> list[tuple[date, float]]:
    """The first point of each group."""
    begun: list[tuple[date, float]] = []
    last: tuple[int, ...] | None = None
    for day, at in zip(days, places, strict=True):
        key = level.key(day)
        if key != last:
            begun.append((day, at))
        last = key
    return begun


def _with_room(
    chosen: Sequence[tuple[date, float]], level: _Level, size: float
) -> list[tuple[date, float, str]]:
    """The labels, if they have room; none at all if they do not.

    A label much nearer to its neighbour than is usual is a stray (a month that has only just begun, a gap in
    the data), and gives way: the first one to the second, any other to the one before it.
    """
    kept: list[tuple[date, float, str]] = []
    end = float("-inf")
    usual = (chosen[-1][1] - chosen[0][1]) / max(len(chosen) - 1, 1) if chosen else 0.0
    for day, at in chosen:
        label = level.label(day)
        half = text_width(label, size) / 2
        if at - half < end + _GAP:
            if at - kept[-1][1] > usual * (_STRAY if len(kept) > 1 else _BEGUN):
                return []
            if len(kept) > 1:
                continue
            kept.clear()
        kept.append((day, at, label))
        end = at + half
    return kept


def _dressed(
    labelled: Sequence[tuple[date, float, str]],
    groups: Sequence[tuple[date, float]],
    level: _Level,
    size: float,
) -> Iterator[PeriodTick]:
    years = _years(labelled, size) if level.years else {}
    spoken = {at for _, at, _ in labelled}
    small = [at for _, at in groups if at not in spoken]
    if len(groups) > 1 and (groups[-1][1] - groups[0][1]) / (len(groups) - 1) < _MINOR_GAP:
        small = []
    ticks = [PeriodTick(at, label, years.get(at, "")) for _, at, label in labelled]
    yield from sorted([*ticks, *map(PeriodTick, small)], key=lambda tick: tick.at)


def _years(labelled: Iterable[tuple[date, float, str]], size: float) -> dict[float, str]:
    """The year by place: under the first label and wherever it changes; of two that touch, the first goes."""
    width = text_width("0000", size) + _GAP
    begun: list[tuple[float, str]] = []
    for day, at, _ in labelled:
        year = str(day.year)
        if begun and begun[-1][1] == year:
            continue
        if begun and at - begun[-1][0] < width:
            begun.pop()
        begun.append((at, year))
    return dict(begun)
