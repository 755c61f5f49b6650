"""Which row is the header: below title rows, above the first numbers, or not there at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from wellrun.exchange.cells import Cell, cell_text
from wellrun.exchange.dates import written_in
from wellrun.exchange.markers import absence_of
from wellrun.exchange.spelling import number_in

Row: TypeAlias = Sequence[Cell]
Kind: TypeAlias = Literal["blank", "mark", "text", "number", "date"]

DEEPEST = 30
"""Rows searched for a header; published workbooks carry ten or so rows of title and notes."""
BELOW = 12
"""Rows below a candidate that say what its columns hold."""
DATA = {"number", "date"}
YEAR = re.compile(r"(?:19|20)\d\d")


class Heading(NamedTuple):
    """Where the table starts: position of the header among the rows given, and of the first row of data."""

    header: int | None
    first: int


def kind_of(cell: Cell) -> Kind:
    """What a single cell looks like."""
    if not isinstance(cell, str):
        return "number" if isinstance(cell, float) else "date"
    bare = cell.strip()
    if not bare:
        return "blank"
    written = written_in(bare)
    if written and written.grain != "number":
        return "date"
    if number_in(bare):
        return "number"
    return "mark" if absence_of(bare) else "text"


def find_heading(rows: Sequence[Row]) -> Heading | None:
    """Find the header among the first rows of a file; ``None`` where every row is blank."""
    kinds = [[kind_of(cell) for cell in row] for row in rows]
    filled = [sum(kind != "blank" for kind in row) for row in kinds]
    if not any(filled):
        return None
    usual = _usual(filled)
    top = range(min(DEEPEST, len(rows)))
    candidates = [i for i in top if filled[i] * 2 >= usual and _only_words(kinds[i])]
    scores = {i: _score(kinds, i) for i in candidates}
    best = max(candidates, key=lambda i: (scores[i], -i), default=None)
    if best is not None and scores[best]:
        return Heading(best, best + 1)
    return _by_fullness(rows, kinds, filled, candidates)


def _usual(filled: list[int]) -> int:
    """The commonest number of filled cells in a row; the larger where two are as common."""
    counts = Counter(count for count in filled if count)
    return max(counts, key=lambda count: (counts[count], count))


def _only_words(kinds: list[Kind]) -> bool:
    return not DATA & set(kinds)


def _score(kinds: list[list[Kind]], at: int) -> int:
    """How many columns have a word here, and numbers or dates below: in the next row and in most others."""
    below = [row for row in kinds[at + 1 : at + 1 + BELOW] if any(kind != "blank" for kind in row)]
    if not below:
        return 0
    return sum(
        kind in {"text", "mark"} and _at(below[0], column) in DATA | {"mark"} and _mostly_data(below, column)
        for column, kind in enumerate(kinds[at])
    )


def _mostly_data(below: list[list[Kind]], column: int) -> bool:
    found = [kind for row in below if (kind := _at(row, column)) not in {"blank", "mark"}]
    return bool(found) and sum(kind in DATA for kind in found) * 2 > len(found)


def _at(row: list[Kind], column: int) -> Kind:
    return row[column] if column < len(row) else "blank"


def _by_fullness(
    rows: Sequence[Row], kinds: list[list[Kind]], filled: list[int], candidates: list[int]
) -> Heading:
    """No column speaks for a header: take the first full row if it is words, or periods above numbers."""
    usual = _usual(filled)
    first = next(i for i, count in enumerate(filled) if count >= usual)
    if first in candidates or _periods_above_numbers(rows, kinds, first):
        return Heading(first, first + 1)
    above = [i for i in candidates if i < first]
    return Heading(above[-1], above[-1] + 1) if above else Heading(None, first)


def _periods_above_numbers(rows: Sequence[Row], kinds: list[list[Kind]], at: int) -> bool:
    """A wide table: periods run across the header, and other things stand below them."""
    across = [column for column, kind in enumerate(kinds[at]) if kind in DATA]
    below = rows[at + 1 : at + 1 + BELOW]
    if not below or not across or len(across) == len(kinds[at]):
        return False
    first = across[0]
    return _is_period(rows[at][first]) and not any(
        _is_period(row[first]) for row in below if first < len(row)
    )


def _is_period(cell: Cell) -> bool:
    written = written_in(cell_text(cell))
    return written is not None and (written.grain != "number" or bool(YEAR.fullmatch(cell_text(cell))))


def names_of(cells: Row, width: int) -> tuple[list[str], list[str]]:
    """Name every column once, and say which names were made up or changed.

    Returns
    -------
    (names, notices)
    """
    names: list[str] = []
    notices: list[str] = []
    for position in range(width):
        cell = cells[position] if position < len(cells) else ""
        bare = " ".join(cell_text(cell).split()) or f"column {letters(position)}"
        name, turn = bare, 2
        while name in names:
            name, turn = f"{bare} ({turn})", turn + 1
        if name != bare:
            notices.append(f"Two columns are called “{bare}”. We call the second one “{name}”.")
        names.append(name)
    return names, notices


def letters(position: int) -> str:
    """The letters that a spreadsheet gives a column: A, B, ... Z, AA."""
    text = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
