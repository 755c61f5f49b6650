"""A number axis that people can read: round steps, whole numbers for counts, nought where it belongs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from wellrun_spc.draw.numerals import format_value, said

_LARGEST, _SMALLEST = 1e150, 1e-150
"""Beyond these a difference may overflow or vanish; marks are then drawn at the edge of the axis."""
_LARGEST_WRITTEN_OUT, _MOST_DECIMALS = 1e15, 9
"""Numbers beyond these are written with a power of ten."""
_ZERO_SHARE = 0.4
"""A scale starts at nought anyway where its lowest mark is below this share of the highest."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and its words; without words it is a small tick."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """A scale from `low` to `high` with its ticks, both ends included, in rising order."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def share(self, value: float) -> float:
        """How far up the axis a value lies: 0 at the bottom, 1 at the top, never beyond."""
        if value <= self.low:
            return 0.0
        return 1.0 if value >= self.high else (value - self.low) / (self.high - self.low)


def number_axis(
    values: Iterable[float],
    *,
    wanted: int = 6,
    from_zero: bool = False,
    whole: bool = False,
    percent: bool = False,
) -> NumberAxis:
    """An axis that holds all the values, with about `wanted` steps of 1, 2 or 5 times a power of ten.

    Parameters
    ----------
    values
        Everything that must be seen: points, limits, centre lines, targets. None at all gives 0 to 1.
    wanted
        About how many steps there is room for.
    from_zero
        Start at nought even if every value is far from it (counts and rates).
    whole
        Whole-number steps only (counts).
    percent
        The values are proportions: steps are round as percentages, and the axis stops at 100%.
    """
    low, high = _span(values)
    bounded = percent and high <= 1
    low, high = _widened(low, high)
    if from_zero or 0 <= low < high * _ZERO_SHARE:
        low, high = min(low, 0.0), max(high, 0.0)
    if bounded:
        high = min(high, 1.0)
    step = _step((high - low) / wanted, whole=whole, percent=percent)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if bounded:
        last = min(last, math.floor(1 / step + 1e-9))
    marks = [number * step for number in range(first, last + 1)]
    labels = _labels(marks, step, percent=percent)
    return NumberAxis(
        low=min(marks[0], low), high=max(marks[-1], high), ticks=tuple(map(Tick, marks, labels))
    )


def _span(values: Iterable[float]) -> tuple[float, float]:
    known = [min(_LARGEST, max(-_LARGEST, value)) for value in values]
    return (min(known), max(known)) if known else (0.0, 1.0)


def _widened(low: float, high: float) -> tuple[float, float]:
    """The span; from nought to beyond the value where all values are (as good as) equal."""
    size = max(abs(low), abs(high))
    if high - low > size * 1e-9 and high - low > _SMALLEST:
        return low, high
    if size <= _SMALLEST:
        return 0.0, 1.0
    return min(0.0, low * 1.5), max(0.0, high * 1.5)


def _step(raw: float, *, whole: bool, percent: bool) -> float:
    """The smallest round step no smaller than `raw`: 1, 2 or 5, or 25 where that needs no decimals."""
    power = math.floor(math.log10(raw))
    if whole:
        power = max(power, 0)
    quarters = power >= (-1 if percent else 1)
    for digit in (1.0, 2.0, 2.5, 5.0) if quarters else (1.0, 2.0, 5.0):
        step = digit * 10.0**power
        if step >= raw * (1 - 1e-9):
            return step
    return 10.0 ** (power + 1)


_UNITS = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))


def _labels(marks: list[float], step: float, *, percent: bool) -> list[str]:
    """All labels in one manner: the same decimals, the same unit."""
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if percent:
        return [format_value(mark, percent=True, decimals=max(0, decimals - 2)) for mark in marks]
    size = max(abs(mark) for mark in marks)
    if decimals > _MOST_DECIMALS or size >= _LARGEST_WRITTEN_OUT:
        return [said(f"{mark:.3g}") for mark in marks]
    for unit, name in _UNITS:
        if size >= unit * 10:
            return [
                format_value(mark / unit, reference=step / unit) + name if mark else "0" for mark in marks
            ]
    return [format_value(mark, decimals=decimals) for mark in marks]
