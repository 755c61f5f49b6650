"""Ticks for a row of periods or cases: dates as months and years, numbers as round ones, labels as given."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from wellrun_spc.draw.along import Along
from wellrun_spc.draw.axes import number_axis
from wellrun_spc.draw.lettering import shorten, text_width
from wellrun_spc.draw.numerals import format_value
from wellrun_spc.draw.periods import PeriodTick, period_ticks
from wellrun_spc.results import X

_NUMBER_ROOM = 56.0
_LABEL_ROOM, _LABEL_GAP = 110.0, 8.0


def ticks_along(xs: Sequence[X], scale: Along, *, period: str, size: float) -> Sequence[PeriodTick]:
    """Ticks for these periods on their scale."""
    places = scale.places(xs)
    if scale.kind == "date":
        days = [x for x in xs if isinstance(x, date)]
        return period_ticks(days, places, period="point" if period == "case" else period, size=size)
    if scale.kind == "number":
        return _numbers([x for x in xs if isinstance(x, (int, float))], scale)
    return _labels(xs, places, size)


def _numbers(xs: Sequence[float], scale: Along) -> list[PeriodTick]:
    """Round numbers within the data; the only one where there is one."""
    if len(xs) == 1:
        return [PeriodTick(scale.place(xs[0]), format_value(xs[0]))]
    wanted = max(1, int((scale.right - scale.left) / _NUMBER_ROOM))
    axis = number_axis((xs[0], xs[-1]), wanted=wanted, whole=all(x == int(x) for x in xs))
    return [PeriodTick(scale.place(tick.at), tick.label) for tick in axis.ticks if xs[0] <= tick.at <= xs[-1]]


def _labels(xs: Sequence[X], places: Sequence[float], size: float) -> list[PeriodTick]:
    """Every label, or every second, third ... so that each has room for itself or its beginning."""
    spacing = (places[-1] - places[0]) / (len(places) - 1) if len(places) > 1 else _LABEL_ROOM
    longest = max(text_width(str(x), size) for x in xs)
    every = max(1, math.ceil((min(longest, _LABEL_ROOM) + _LABEL_GAP) / spacing))
    room = spacing * every - _LABEL_GAP
    return [
        PeriodTick(at, shorten(str(x), room, size) if index % every == 0 else "")
        for index, (at, x) in enumerate(zip(places, xs, strict=True))
    ]
