"""What is wrong with one series of a panel, and series that are left out for it."""

from __future__ import annotations

from wellrun_spc.series import SeriesError


class OneSeriesError(SeriesError):
    """An error in one series, which it names: the others may be fine."""


class LeftOut:
    """Series that could not be computed and were left out, in the order they were met."""

    def __init__(self) -> None:
        self.series: list[tuple[str, SeriesError]] = []
        """The name of each, and what is wrong with it."""

    def add(self, name: str, error: SeriesError) -> None:
        """Leave out one series."""
        self.series.append((name, error))
