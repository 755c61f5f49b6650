"""Where the panels of a large file go: lines of text, or rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import IO

import pyarrow as pa

from wellrun.cli.charting.panels.readings import readings_rows
from wellrun.cli.charting.panels.tables import write_rows
from wellrun.cli.charting.panels.tidy import tidy_rows
from wellrun.cli.charting.panels.words import Told, told_of
from wellrun_spc.panel import Panel
from wellrun_spc.panel.segments import points_named
from wellrun_spc.panel.value import Core
from wellrun_spc.panel.work import Sink


class Lines:
    """A line for each series, kept until all are known: they share their decimals."""

    def __init__(self) -> None:
        self.told: list[Told] = []

    def write(self, made: Panel) -> None:
        """Take the next panel."""
        self.told += told_of(made.core)

    def start_again(self) -> None:
        """Forget what has been taken."""
        self.told.clear()


class Rows:
    """Rows of a table, written as they come."""

    def __init__(
        self, file: IO[bytes], rows_of: Callable[[Core, Sequence[str]], pa.Table], by: Sequence[str]
    ):
        self._file = file
        self._rows_of = rows_of
        self._by = by

    def write(self, made: Panel) -> None:
        """Take the next panel."""
        write_rows(self._rows_of(made.core, self._by), self._file, with_header=not self._file.tell())

    def start_again(self) -> None:
        """Forget what has been taken."""
        self._file.seek(0)
        self._file.truncate()


class Reached:
    """Another sink, and whether a series had each of the points that are named."""

    def __init__(self, sink: Sink, named: Sequence[object]) -> None:
        self._sink = sink
        self._named = named
        self.is_there = [False] * len(named)

    def write(self, made: Panel) -> None:
        """Take the next panel."""
        core = made.core
        for place, at in enumerate(self._named):
            self.is_there[place] |= len(points_named(at, core.starts, core.periods)) > 0
        self._sink.write(made)

    def start_again(self) -> None:
        """Forget what has been taken."""
        self._sink.start_again()


def rows_for(form: str, file: IO[bytes], by: Sequence[str]) -> Rows:
    """A row for each point, or for each series."""
    return Rows(file, tidy_rows if form == "csv" else readings_rows, by)
