"""What sentences draw on: a chart's lines and points, and how its numbers and periods are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wellrun_spc.messages import Message
from wellrun_spc.results import ChartKind, Direction, Phase, X
from wellrun_spc.rules import RuleSet
from wellrun_spc.wording import format_moment, format_rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Columns of a chart as plotted, one entry for each point; ``None`` where there is none."""

    chart: ChartKind
    rules: RuleSet
    direction: Direction
    period: str
    percent: bool
    decimals: int
    x: Sequence[X]
    values: Sequence[float | None]
    lower: Sequence[float | None]
    upper: Sequence[float | None]
    targets: Sequence[float | None]
    phases: Sequence[Phase]
    usable: Sequence[int]
    """Positions that are neither missing nor left out."""

    @property
    def latest(self) -> int:
        """Position of the latest usable point; -1 where there is none."""
        return self.usable[-1] if self.usable else -1

    def number(self, value: float) -> str:
        """A value as people write it."""
        return format_rounded(value, self.decimals, percent=self.percent)

    def moment(self, position: int) -> str:
        """The short name of a point's period."""
        return format_moment(self.x[position], self.period)

    def named(self, position: int, name: str = "moment") -> Message:
        """A point's period as a phrase: "the week of 6 April 2026"."""
        if self.period == "week":
            name += ".week"
        elif not isinstance(self.x[position], str) and not hasattr(self.x[position], "year"):
            name += ".point"
        return name, {"moment": self.moment(position)}

    def counted(self, count: int) -> Message:
        """A count of periods: "9 weeks"."""
        return f"count.{self.period}.{'one' if count == 1 else 'other'}", {"count": count}

    def centre_line(self, phase: int) -> Message:
        """The centre as a phrase: "the average of 3.4"."""
        centre = self.phases[phase].centre
        assert centre is not None
        name = "line.middle" if self.chart == "run" else "line.average"
        return name, {"value": self.number(centre)}

    def limit_line(self, positions: Sequence[int], side: str) -> Message:
        """The limit on one side of these points: one phrase where it is the same for all of them."""
        column = self.upper if side == "high" else self.lower
        limits = {self.number(limit) for i in positions if (limit := column[i]) is not None}
        if len(limits) > 1:
            return f"lines.{side}", {}
        return f"line.{side}", {"value": limits.pop()}
