"""What a chart is made of: one series point by point, and all series of a table together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from wellrun.exchange.dates import Period
from wellrun.exchange.periods import Periods
from wellrun.exchange.refusals import TableError


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesData:
    """One series, point by point; every list has one entry for each point."""

    key: str
    """Name of the group, or of the column where there are no groups."""
    parts: tuple[str, ...] = ()
    """Name of the group, one part for each column that splits the table."""
    x: list[Period] | None
    """Periods in order; ``None`` where the rows are only numbered."""
    values: list[float | None]
    """Values, or numerators where there is ``n``. Percentages are proportions: 95% is 0.95."""
    n: list[float | None] | None
    notes: list[str]
    suppressed: list[bool]
    """The number was hidden on purpose; its value is ``None``."""
    rows: list[int]
    """Row of each point in the file."""
    percent: bool = False
    """The cells carried percent signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset(Sequence[SeriesData]):
    """All series of a table, and what was done to read them."""

    series: tuple[SeriesData, ...]
    said: tuple[str, ...]
    """What was assumed or moved, in sentences."""
    periods: Periods | None
    """How the periods were read, so that a date typed elsewhere can be read the same way."""
    skipped: tuple[tuple[str, TableError], ...] = ()
    """Groups that could not be read, with the reason; only where that was asked for."""

    @overload
    def __getitem__(self, index: int) -> SeriesData: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[SeriesData, ...]: ...
    def __getitem__(self, index: int | slice) -> SeriesData | tuple[SeriesData, ...]:
        return self.series[index]

    def __len__(self) -> int:
        return len(self.series)

    def __iter__(self) -> Iterator[SeriesData]:
        return iter(self.series)
