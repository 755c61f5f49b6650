"""What a funnel is once it has been computed: frozen values, and nothing that computes or draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from wellrun_spc.results import Messages, Side

FunnelKind: TypeAlias = Literal["proportion", "rate", "ratio"]
FunnelMethod: TypeAlias = Literal["exact", "prediction", "arcsine", "log", "shmi", "cqc"]
Overdispersion: TypeAlias = Literal["none", "additive", "multiplicative"]
Level: TypeAlias = float
"""95 or 99.8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelLimits:
    """Lower and upper limits at 95 % and 99.8 %, on the scale of the plotted values."""

    lcl95: float
    ucl95: float
    lcl998: float
    ucl998: float

    def at(self, level: Level) -> tuple[float, float]:
        """The lower and the upper limit of a level."""
        return (self.lcl95, self.ucl95) if level == 95 else (self.lcl998, self.ucl998)

    def side(self, value: float, level: Level) -> Side | None:
        """The side on which a value lies strictly beyond the limits of a level."""
        low, high = self.at(level)
        room = 1e-12 * (abs(low) + abs(high))
        if value > high + room:
            return "high"
        return "low" if value < low - room else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelUnit:
    """One unit of those compared: a ward, a practice, a hospital. Its rows are added together."""

    unit: str
    numerator: float | None
    denominator: float | None
    """Cases, time at risk, or the expected number; both ``None`` where nothing was counted."""
    value: float | None
    """As plotted: numerator over denominator, times ``multiply``."""
    z: float | None
    """Standard errors from the target, on the scale of the method."""
    trimmed: bool
    """Whether the z-score was drawn in, or left out, when the spread of the units was measured."""
    unadjusted: FunnelLimits | None
    adjusted: FunnelLimits | None
    """Limits widened for over-dispersion; ``None`` where none was asked for."""
    outside95: Side | None
    outside998: Side | None
    """The side on which the unit lies beyond the limits that are in force."""
    sentence: str = ""
    """What to say about a unit outside the limits of the chosen level; otherwise empty."""
    plain: str = ""
    messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``sentence`` and ``plain``; none for a unit inside the limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """The limits at one denominator, for drawing."""

    denominator: float
    unadjusted: FunnelLimits
    adjusted: FunnelLimits | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelResult:
    """A computed funnel: units, limits, spread and reading. Nothing downstream does arithmetic."""

    kind: FunnelKind
    method: FunnelMethod
    overdispersion: Overdispersion
    level: Level
    """The level whose limits a unit must leave to be named: 99.8, or 95."""
    trim: float
    multiply: float
    percent: bool
    """Values are proportions to be shown as percentages."""
    target: float
    """The value all units are compared with, as plotted: the pooled value, or the one given."""
    target_given: bool
    phi: float | None
    """Mean squared z-score after trimming: 1 for chance alone, more where the units truly differ."""
    tau2: float | None
    """Variance between units on the scale of the method, by moments (DerSimonian & Laird)."""
    overdispersed: bool
    """Whether phi is larger than chance alone would give in 19 of 20 such funnels."""
    adjusted: bool
    """Whether the adjusted limits are in force: asked for, and phi more than 1."""
    units: tuple[FunnelUnit, ...]
    """In the order in which they were first given: a funnel never ranks."""
    curve: tuple[CurvePoint, ...]
    sentence: str
    plain: str
    notices: tuple[str, ...] = ()
    messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``sentence`` and ``plain``."""
    notice_messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``notices``."""

    @property
    def compared(self) -> tuple[FunnelUnit, ...]:
        """The units that have a value."""
        return tuple(unit for unit in self.units if unit.value is not None)

    @property
    def outside(self) -> tuple[FunnelUnit, ...]:
        """The units beyond the limits of the chosen level, in the order given."""
        return tuple(unit for unit in self.units if side_of(unit, self.level) is not None)


def side_of(unit: FunnelUnit, level: Level) -> Side | None:
    """The side on which a unit lies beyond the limits of a level."""
    return unit.outside95 if level == 95 else unit.outside998
