"""What a person asked `wellrun funnel` or `wellrun pareto` to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wellrun.cli.charting.request import Format
from wellrun.exchange.spelling import Decimal
from wellrun_spc.limits.funnel.values import FunnelKind, FunnelMethod, Overdispersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What both commands have in common."""

    file: str
    where: tuple[tuple[str, str], ...] = ()
    sheet: str | None = None
    decimal: Decimal | None = None
    title: str = ""
    format: Format = "text"
    output: Path | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelAsked(Asked):
    """Every option of `wellrun funnel`."""

    unit: str | None = None
    y: str | None = None
    n: str | None = None
    kind: FunnelKind | None = None
    method: FunnelMethod = "exact"
    level: float = 99.8
    overdispersion: Overdispersion = "none"
    trim: float = 0.1
    target: float | None = None
    multiply: float = 1.0
    highlight: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParetoAsked(Asked):
    """Every option of `wellrun pareto`."""

    kind: str | None = None
    y: str | None = None
    top: int | None = None
    keep_missing: bool = False
