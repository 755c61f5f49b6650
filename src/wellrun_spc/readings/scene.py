"""What sentences draw on: a chart's columns, and how its numbers and periods are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from wellrun_spc.messages import Message
from wellrun_spc.readings.moments import moment_of, moment_phrase
from wellrun_spc.results import ChartKind, Direction, Phase, Side, X
from wellrun_spc.rules import RuleSet
from wellrun_spc.wording import decimals_of, format_rounded

LINE_NAMES: Mapping[str, str] = MappingProxyType({"run": "middle", "t": "typical"})
"""What the centre line is, where it is not an average: the mean of transformed times is none of the times."""


class Scene(NamedTuple):
    """Columns of a chart as plotted, one entry for each point; NaN where there is none."""

    chart: ChartKind
    rules: RuleSet
    direction: Direction
    period: str
    percent: bool
    decimals: int
    x: Sequence[X]
    values: Sequence[float]
    centre: Sequence[float]
    lower: Sequence[float]
    upper: Sequence[float]
    targets: Sequence[float]
    phases: Sequence[Phase]
    usable: Sequence[int]
    """Positions that are neither missing nor left out."""

    @property
    def latest(self) -> int:
        """Position of the latest usable point; -1 where there is none."""
        return self.usable[-1] if self.usable else -1

    @property
    def is_directed(self) -> bool:
        """Whether one side is better: never for ranges, which only say that something jumped."""
        return self.direction != "neutral" and self.chart != "mr"

    def number(self, value: float) -> str:
        """A computed value as people write it."""
        return format_rounded(value, self.decimals, percent=self.percent)

    def quoted(self, value: float) -> str:
        """A number that a person set, with all the decimals they gave it."""
        given = decimals_of(value * 100 if self.percent else value)
        return format_rounded(value, max(given, self.decimals), percent=self.percent)

    def moment(self, position: int) -> Message | str:
        """The short name of a point's period."""
        return moment_of(self.x[position], self.period)

    def named(self, position: int, name: str = "moment") -> Message:
        """A point's period as a phrase: "the week of 6 April 2026"."""
        return moment_phrase(self.x[position], self.period, name)

    def each(self, name: str = "period") -> Message:
        """The kind of period as a noun: "week"; ``name`` periods for several."""
        return f"{name}.{self.period}", {}

    def counted(self, count: int, period: str = "") -> Message:
        """A count of periods: "9 weeks"."""
        return f"count.{period or self.period}.{'one' if count == 1 else 'other'}", {"count": count}

    def centre_line(self, *positions: int) -> Message:
        """The centre at these points as a phrase: "the average of 3.4"."""
        values = {self.number(self.centre[position]) for position in positions}
        if len(values) > 1:
            return "averages", {}
        return LINE_NAMES.get(self.chart, "average"), {"value": values.pop()}

    def run_line(self, *positions: int) -> Message:
        """The line that runs are judged about, as a phrase: on g charts it is not the centre."""
        middle = self.middle_at(positions[0])
        return self.centre_line(*positions) if middle is None else ("middle", {"value": self.number(middle)})

    def middle_at(self, position: int) -> float | None:
        """The line that runs are judged about at a point, where it is not the centre."""
        if self.chart != "g":
            return None
        return next(phase.middle for phase in self.phases if position <= phase.end)

    def level(self, *positions: int) -> str | Message:
        """The height of the centre at these points: "3.4", or "3.4 to 5.1"."""
        heights = [self.centre[position] for position in positions]
        low, high = self.number(min(heights)), self.number(max(heights))
        return low if low == high else ("between", {"low": low, "high": high})

    def limit_line(self, positions: Sequence[int], side: Side) -> Message:
        """The limit on one side of these points: with its value where it is the same for all of them."""
        column = self.upper if side == "high" else self.lower
        limits = {self.number(column[position]) for position in positions}
        return (f"limits.{side}", {}) if len(limits) > 1 else (f"limit.{side}", {"value": limits.pop()})

    def usual_range(self) -> Message:
        """The limits at the latest point as a phrase: "the usual range of 2 to 9"."""
        low, high = self.lower[self.latest], self.upper[self.latest]
        if low == high:
            return "range.same", {"high": self.number(high)}
        # a limit below zero, where no value is below zero, is an end of the range that nobody knows
        if low < 0 and not any(value < 0 for value in self.values):
            return "range.up_to", {"high": self.number(high)}
        return "range", {"low": self.number(low), "high": self.number(high)}
