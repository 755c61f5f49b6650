"""What each column of a table seems to hold, judged by a sample of its cells and by its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from wellrun.exchange.cells import Cell
from wellrun.exchange.dates import EARLIEST, LATEST
from wellrun.exchange.numbers import read_numbers
from wellrun.exchange.refusals import TableError
from wellrun.exchange.spelling import Decimal
from wellrun.exchange.tables import Table
from wellrun.exchange.tables.headings import kind_of

Kind: TypeAlias = Literal["empty", "date", "number", "text"]

SAMPLE = 2_000
MOST = 0.8
"""Share of cells that must look alike; the rest may be slips, which are named when the column is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One column at a glance."""

    name: str
    kind: Kind
    distinct: int
    """Different cells among those looked at."""
    looked_at: int
    numbers: tuple[float | None, ...] = ()
    """The sample as numbers, for columns of numbers."""
    numeric: int = 0
    """How many of the cells looked at are numbers."""
    slip: tuple[int, str] | None = None
    """Row and text of a cell that is no number, for columns of text that hold numbers too."""

    @property
    def words(self) -> str:
        """The name in lower case, with one space for all that is no letter: ``bed_days`` is bed days."""
        return plain_words(self.name)

    @property
    def is_years(self) -> bool:
        """Whether every number may be a year."""
        known = [value for value in self.numbers if value is not None]
        return bool(known) and all(v.is_integer() and EARLIEST <= v <= LATEST for v in known)

    @property
    def counts_rows(self) -> bool:
        """Whether the numbers only count: 1, 2, 3, ..."""
        known = [value for value in self.numbers if value is not None]
        return len(known) > 2 and all(b > a for a, b in pairwise(known)) and self._even(known)

    @staticmethod
    def _even(known: list[float]) -> bool:
        return len({b - a for a, b in pairwise(known)}) == 1

    @property
    def counts_things(self) -> bool:
        """Whether every number is whole and not below zero."""
        return all(value is None or (value >= 0 and value.is_integer()) for value in self.numbers)


def plain_words(name: str) -> str:
    """A column name for comparing."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))).casefold()


def profiles_of(table: Table) -> list[Profile]:
    """Profile every column on the same rows, spread evenly over the table."""
    step = max(1, len(table) // SAMPLE)
    return [
        _profile(name, cells[::step], table.row_numbers[::step], table.lean)
        for name, cells in zip(table.header, table.columns, strict=True)
    ]


def _profile(name: str, cells: Sequence[Cell], rows: Sequence[int], lean: Decimal) -> Profile:
    counts = Counter(cells)
    kinds: Counter[str] = Counter()
    kind_by_cell = {cell: kind_of(cell) for cell in counts}
    for cell, count in counts.items():
        kinds[kind_by_cell[cell]] += count
    kind = _kind(kinds)
    numbers: tuple[float | None, ...] = ()
    if kind == "number":
        known = [cell if kind_by_cell[cell] in {"number", "date"} else "" for cell in cells]
        numbers = _as_numbers(name, known, rows, lean)
    slip = None
    if kind == "text" and kinds["number"]:
        found = zip(rows, cells, strict=True)
        slip = next((row, str(cell)) for row, cell in found if kind_by_cell[cell] == "text")
    return Profile(
        name=name, kind=kind, distinct=len(counts), looked_at=len(cells), numbers=numbers,
        numeric=kinds["number"], slip=slip,
    )  # fmt: skip


def _kind(kinds: Counter[str]) -> Kind:
    found = kinds["number"] + kinds["date"] + kinds["text"]
    if not found:
        return "empty" if not kinds["mark"] else "number"  # every number is hidden
    if kinds["number"] + kinds["date"] < MOST * found:
        return "text"
    return "date" if kinds["date"] >= kinds["number"] else "number"


def _as_numbers(
    name: str, cells: Sequence[Cell], rows: Sequence[int], lean: Decimal
) -> tuple[float | None, ...]:
    try:
        return tuple(read_numbers(cells, column=name, rows=rows, lean=lean).values)
    except TableError:  # two decimal marks: said when the column is read in earnest
        return ()


def rank(profile: Profile, names: Sequence[str]) -> int | None:
    """Place of a column's name in a list of names, best first; ``None`` where it is not among them."""
    return names.index(profile.words) if profile.words in names else None


def ranked(profiles: Sequence[Profile], names: Sequence[str]) -> list[Profile]:
    """The columns whose names are in the list, best first."""
    known = [each for each in profiles if rank(each, names) is not None]
    return sorted(known, key=lambda each: rank(each, names) or 0)


def choices(others: Sequence[Profile]) -> str:
    """What else it could have been, as a sentence to follow another; empty where there is nothing else."""
    names = " or ".join(f"“{each.name}”" for each in others[:4])
    return f" It could also be {names}." if names else ""
