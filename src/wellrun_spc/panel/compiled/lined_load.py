"""One phase of a chart with a formula of its own, made ready: what is judged, and what sets its lines."""

from __future__ import annotations

from math import inf, nan
from typing import NamedTuple

from wellrun_spc.panel.compiled.jit import inner
from wellrun_spc.panel.compiled.load import LARGEST
from wellrun_spc.panel.compiled.records import Flags, Floats

NUMBERS, PROPORTIONS, RATES, WEIGHTED, BETWEEN, TIMES = range(6)
"""Kinds of chart: np, p', u', I', g and t."""
POWER = 3.6
VALUES, TOPS, BOTTOMS, ROOTS, RANGES = range(5)
"""Rows of the room for the points that set the lines."""


class Asked(NamedTuple):
    """What a chart is asked to be, as plain numbers."""

    kind: int
    cut: float
    """Ranges above so many mean ranges are screened out; 0 screens nothing."""
    factor: float
    """Standard error in mean ranges."""
    bridge: bool
    centre: float
    """A centre line that is given, as it is judged; NaN where it is computed."""
    times: float


@inner
def has_parts(kind: int) -> bool:
    """Whether a chart divides numerators by denominators."""
    return kind <= WEIGHTED


@inner
def fill_judged(asked: Asked, values: Floats, wholes: Floats, start: int, stop: int, judged: Floats) -> bool:
    """Fill in the values that are judged; return whether one cannot be computed with."""
    kind, most = asked.kind, LARGEST / max(asked.times, 1.0)
    least = -LARGEST if kind in (WEIGHTED, TIMES) else 0.0
    for point in range(start, stop):
        value = values[point]
        if value > LARGEST or value < least or (kind == TIMES and value <= 0.0):
            return True
        shown = value
        if has_parts(kind):
            whole = wholes[point]
            if whole > LARGEST or whole <= 0.0 or (kind in (NUMBERS, PROPORTIONS) and value > whole):
                return True
            judged[point] = value / whole
            shown = value if kind == NUMBERS and judged[point] == judged[point] else judged[point]
            if abs(judged[point]) > LARGEST:
                return True
        else:
            judged[point] = value ** (1 / POWER) if kind == TIMES else value
        if abs(shown) > most:
            return True
    return False


@inner
def gather(
    asked: Asked, data_values: Floats, wholes: Floats, excluded: Flags, start: int, baseline: int,
    scale: float, judged: Floats, room: Floats,
) -> int:  # fmt: skip
    """Put the points that set the lines in the room, one after the other; return how many there are."""
    found = 0
    for point in range(start, baseline):
        if len(excluded) > 0 and excluded[point]:
            continue
        value = judged[point]
        room[VALUES, found] = value
        if has_parts(asked.kind):
            room[TOPS, found] = data_values[point] if value == value else nan
            room[BOTTOMS, found] = wholes[point] if value == value else nan
            room[ROOTS, found] = wholes[point] / scale
        found += 1
    return found


@inner
def span_of(wholes: Floats, start: int, stop: int) -> tuple[float, float]:
    """The smallest and the largest denominator of a phase; 1 where there is none."""
    least, most = inf, -inf
    for point in range(start, stop):
        least = min(least, wholes[point]) if wholes[point] == wholes[point] else least
        most = max(most, wholes[point]) if wholes[point] == wholes[point] else most
    return (least, most) if most > -inf else (1.0, 1.0)
