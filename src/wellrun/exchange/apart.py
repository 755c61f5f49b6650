"""Which columns tell apart the rows of one period: each ward, each site, each measure its own line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from wellrun.exchange.cells import Cell
from wellrun.exchange.tables import Table

PERIODS = 5
"""Periods looked at. Rows can only clash within a period, so a few tell as much as all, and quicker."""
MOST_COLUMNS = 3
MOST_CANDIDATES = 10


def columns_apart(
    table: Table, x: str, candidates: Sequence[str], already: Sequence[str] = ()
) -> tuple[str, ...] | None:
    """The fewest columns that, with the period, name each row once; ``None`` where none do.

    Parameters
    ----------
    table : Table
        The rows.
    x : str
        Column of periods.
    candidates : sequence of str
        Columns to choose from; earlier ones are preferred.
    already : sequence of str
        Columns that are used in any case.
    """
    positions = _rows_of_few_periods(table.column(x))
    cells = {name: _cells(table, name, positions) for name in {x, *candidates, *already}}
    fixed = [cells[x], *(cells[name] for name in already)]
    for count in range(1, MOST_COLUMNS + 1):
        for chosen in combinations(candidates[:MOST_CANDIDATES], count):
            rows = list(zip(*fixed, *(cells[name] for name in chosen), strict=True))
            if len(set(rows)) == len(rows):
                return chosen
    return None


def repeats(cells: Iterable[Cell], rows: int) -> bool:
    """Whether periods come back so often that there must be several lines, not a slip or two."""
    return rows >= 1.5 * len(set(cells))


def _rows_of_few_periods(cells: Sequence[Cell]) -> list[int]:
    few: set[Cell] = set()
    for cell in cells:
        if len(few) == PERIODS:
            break
        few.add(cell)
    return [position for position, cell in enumerate(cells) if cell in few]


def _cells(table: Table, name: str, positions: list[int]) -> list[Cell]:
    column = table.column(name)
    return [column[position] for position in positions]
