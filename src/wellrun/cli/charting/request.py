"""What a person asked the chart command to do, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from wellrun.exchange.date_order import DateOrder
from wellrun.exchange.spelling import Decimal
from wellrun_spc.results import ChartKind, Direction

Format: TypeAlias = Literal["svg", "png", "json", "csv", "text"]
Screening: TypeAlias = Literal["once", "none"]
ChartFormat: TypeAlias = Format | Literal["readings"]
"""Charts can also be a table of readings, with a row for each."""
READINGS = "readings"
NumberStyle: TypeAlias = Literal["point", "comma", "space"]
"""1,234.5 as in English; 1.234,5; or 1 234,5."""
SUFFIXES: dict[str, Format] = {
    ".svg": "svg",
    ".png": "png",
    ".json": "json",
    ".csv": "csv",
    ".txt": "text",
    ".text": "text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Every option of the command, as given; ``None`` and empty mean that it was left out."""

    file: str
    """Path of the file, or ``-`` for standard input."""
    x: str | None = None
    y: str | None = None
    n: str | None = None
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    sheet: str | None = None
    dates: DateOrder | None = None
    decimal: Decimal | None = None
    chart: ChartKind | None = None
    rules: str = "anhoej/1"
    freeze: str | None = None
    phases: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    subgroup: str | None = None
    screen: Screening | None = None
    centre: str | None = None
    bridge_gaps: bool = False
    target: str | None = None
    trajectory: str | None = None
    direction: Direction = "neutral"
    multiply: float = 1.0
    title: str = ""
    numbers: NumberStyle | None = None
    """How numbers are written on drawings."""
    format: ChartFormat = "text"
    output: Path | None = None
    skip_bad: bool = False
    quiet: bool = False
