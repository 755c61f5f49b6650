"""Where a period lies along a chart: dates on a true time scale, numbers by size, labels in given order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from wellrun_spc.results import X

Kind: TypeAlias = Literal["date", "number", "label"]


def days(moment: date) -> float:
    """Days since the year 1, with the time of day as a fraction."""
    whole = float(moment.toordinal())
    if isinstance(moment, datetime):
        whole += (moment.hour * 3600 + moment.minute * 60 + moment.second) / 86400
    return whole


def kind_of(xs: Sequence[X]) -> Kind:
    """What the periods of a series are; anything mixed is kept in its given order, as labels are."""
    if xs and all(isinstance(x, date) for x in xs):
        return "date"
    if xs and all(isinstance(x, (int, float)) for x in xs):
        return "number"
    return "label"


@dataclass(frozen=True, slots=True)
class Along:
    """The scale from periods to horizontal places between `left` and `right`."""

    kind: Kind
    first: float
    last: float
    left: float
    right: float
    order: dict[X, int] = field(default_factory=dict)
    """The place of each label in the given order."""

    def place(self, coordinate: float) -> float:
        """The horizontal place of a coordinate; a chart with one point has it in the middle."""
        span = self.last - self.first
        share = (coordinate - self.first) / span if span > 0 else 0.5
        return self.left + share * (self.right - self.left)

    def places(self, xs: Sequence[X]) -> tuple[float, ...]:
        """The horizontal places of the series' own periods."""
        if self.kind == "label":
            return tuple([self.place(float(index)) for index in range(len(xs))])
        return tuple([self.place(at) for at in map(self.coordinate, xs) if at is not None])

    def coordinate(self, x: X) -> float | None:
        """A period as a number on this scale; None for one that does not belong on it."""
        if self.kind == "date":
            return days(x) if isinstance(x, date) else None
        if self.kind == "number":
            return float(x) if isinstance(x, (int, float)) else None
        index = self.order.get(x)
        return None if index is None else float(index)


def along(xs: Sequence[X], left: float, right: float) -> Along:
    """The scale on which these periods fill the room from `left` to `right`."""
    kind = kind_of(xs)
    if kind == "label":
        order = {x: index for index, x in reversed(list(enumerate(xs)))}
        return Along(kind, 0.0, float(max(len(xs) - 1, 0)), left, right, order)
    bare = Along(kind, 0.0, 0.0, left, right)
    known = [place for place in map(bare.coordinate, (xs[0], xs[-1])) if place is not None]
    return Along(kind, known[0], known[-1], left, right)
