"""From rows to a table: header found, blank rows and footnotes left out, every row as wide as the header."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter

from wellrun.exchange.cells import Cell
from wellrun.exchange.refusals import TableError
from wellrun.exchange.spelling import Decimal, decimal_evidence
from wellrun.exchange.tables.headings import Heading, find_heading, kind_of, names_of
from wellrun.exchange.tables.limits import Limits
from wellrun.exchange.tables.table import Table

SAMPLE = 200
CHUNK = 5_000
FEW = 20_000
"""Up to this many different texts in a column are kept once and shared, which saves most of the memory."""


def table_of(
    rows: Iterator[list[Cell]],
    *,
    limits: Limits,
    name: str = "",
    lean: Decimal | None = None,
    notices: Sequence[str] = (),
    at_once: Callable[[int, int], list[list[Cell]] | None] | None = None,
) -> Table:
    """Make a table of rows as they come from a file; the first row given is row 1.

    ``at_once`` may know all columns below so many rows, of so many cells each, without the rows.

    Raises
    ------
    TableError
        No header, no rows, rows of unequal width, or more than the limits allow.
    """
    skipped, rows = _skip_blank(rows)
    sample = list(islice(rows, SAMPLE))
    heading = find_heading(sample)
    if heading is None:
        raise TableError("The file is empty.", remedy="Choose a file with a header row and some numbers.")
    head = sample[heading.header] if heading.header is not None else []
    body = Body(_width(head, sample[heading.first :], limits), skipped + heading.first + 1, limits)
    whole = at_once(skipped + heading.first, body.width) if at_once else None
    if whole is None or len(whole[0]) > limits.rows:
        body.read(chain(iter(sample[heading.first :]), rows))
    else:
        body.take(whole)
    footnotes = body.drop_footnotes()
    body.check_ragged(skipped + heading.header + 1 if heading.header is not None else None)
    if not body.numbers:
        raise TableError(
            "There is a header, but no row below it.",
            remedy="Add at least one row of numbers.",
            row=skipped + heading.first,
        )
    names, renamed = names_of(head, body.width)
    kept = [i for i in range(body.width) if _is_filled(head[i : i + 1]) or _is_filled(body.columns[i])]
    return Table(
        name=name,
        header=tuple(names[i] for i in kept),
        columns=tuple(body.columns[i] for i in kept),
        row_numbers=body.row_numbers(),
        notices=(*notices, *_said_heading(heading, skipped), *renamed, *footnotes),
        lean=decimal_evidence(chain.from_iterable(column[:SAMPLE] for column in body.columns)) or lean or ".",
    )


def _width(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], limits: Limits) -> int:
    """How many columns to read. Empty columns cost memory too, so they count where there are many."""
    width = len(head) or max(map(len, rows))
    if width > limits.columns:
        seen = [head, *rows]
        width = 1 + max(i for row in seen for i in range(len(row)) if _filled(row[i]))
    if width > limits.columns:
        raise TableError(
            f"The table has {width:,} columns. We take up to {limits.columns:,}.", remedy=limits.advice
        )
    return width


def _skip_blank(rows: Iterator[list[Cell]]) -> tuple[int, Iterator[list[Cell]]]:
    """Pass over blank rows at the top: a workbook may have a million of them."""
    skipped = 0
    for row in rows:
        if any(map(_filled, row)):
            return skipped, chain([row], rows)
        skipped += 1
    return skipped, iter(())


class Body:
    """The rows below the header, gathered column by column as they stream past."""

    def __init__(self, width: int, first_number: int, limits: Limits) -> None:
        self.width = width
        self.columns: list[list[Cell]] = [[] for _ in range(width)]
        self.first_number = first_number
        self.limits = limits
        self.seen = 0
        self.blank: set[int] = set()
        """Numbers of blank rows."""
        self.uneven: dict[int, int] = {}
        """Row number and number of cells of rows that are narrower or wider than the header."""
        self._shared: list[dict[Cell, Cell]] = [{} for _ in range(width)]

    @property
    def numbers(self) -> int:
        """Count the rows kept."""
        return self.seen - len(self.blank)

    def row_numbers(self) -> Sequence[int]:
        """Row number of each row kept."""
        every = range(self.first_number, self.first_number + self.seen)
        return every if not self.blank else [number for number in every if number not in self.blank]

    def read(self, rows: Iterator[list[Cell]]) -> None:
        """Take in all rows, in chunks so that a million rows never stand in memory twice."""
        while chunk := list(islice(rows, CHUNK)):
            number = self.first_number + self.seen
            self.seen += len(chunk)
            if set(map(len, chunk)) != {self.width} or not all(map(itemgetter(0), chunk)):
                chunk = list(self._even(chunk, number))
            for column, shared, cells in zip(
                self.columns, self._shared, zip(*chunk, strict=True), strict=False
            ):
                column.extend(map(shared.setdefault, cells, cells) if len(shared) < FEW else cells)
            if self.numbers > self.limits.rows:
                raise TableError(
                    f"The table has more than {self.limits.rows:,} rows.", remedy=self.limits.advice
                )

    def take(self, columns: list[list[Cell]]) -> None:
        """Take in all rows at once, none of them blank or of another width."""
        self.columns, self.seen = columns, len(columns[0])

    def _even(self, chunk: list[list[Cell]], number: int) -> Iterator[list[Cell]]:
        for at, row in enumerate(chunk, number):
            if not any(map(_filled, row)):
                self.blank.add(at)
                continue
            if len(row) < self.width or any(map(_filled, row[self.width :])):
                self.uneven[at] = len(row)
            yield [*row[: self.width], *[""] * (self.width - len(row))]

    def drop_footnotes(self) -> list[str]:
        """Leave out the notes below a table: rows at the end with words in their first cell only."""
        numbers = self.row_numbers()
        kept = len(numbers)
        while (
            kept
            and self.width > 1
            and self._is_footnote(kept - 1)
            and self.uneven.get(numbers[kept - 1], 1) == 1
        ):
            kept -= 1
        if kept == len(numbers) or kept == 0:
            return []
        dropped = list(numbers[kept:])
        for column in self.columns:
            del column[kept:]
        self.seen = numbers[kept - 1] - self.first_number + 1
        self.blank = {number for number in self.blank if number <= numbers[kept - 1]}
        self.uneven = {number: cells for number, cells in self.uneven.items() if number not in dropped}
        where = f"row {dropped[0]}" if len(dropped) == 1 else f"rows {dropped[0]} to {dropped[-1]}"
        return [f"We left out the notes below the table ({where})."]

    def _is_footnote(self, at: int) -> bool:
        return kind_of(self.columns[0][at]) == "text" and not any(
            _filled(column[at]) for column in self.columns[1:]
        )

    def check_ragged(self, header: int | None) -> None:
        """Refuse rows narrower or wider than the header: their cells may stand in the wrong column."""
        if not self.uneven:
            return
        row, cells = min(self.uneven.items())
        most = f"but the header in row {header} has {self.width}" if header else f"not {self.width}"
        remedy = "Add the missing cells. They may be empty."
        if cells > self.width:
            remedy = 'Put text or numbers that contain the separator in quotes, like "1,234".'
        raise TableError(
            f"Row {row} has {cells} {'cell' if cells == 1 else 'cells'}, {most}.", row=row, remedy=remedy
        )


def _is_filled(cells: Sequence[Cell]) -> bool:
    return any(map(_filled, cells))


def _filled(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(cell and not cell.isspace())


def _said_heading(heading: Heading, skipped: int) -> list[str]:
    if heading.header is None:
        return ["There is no header row. We call the columns by their letters."]
    if heading.header == 0:
        return []
    rows = "1 row" if heading.header == 1 else f"{heading.header} rows"
    return [f"The header is in row {skipped + heading.header + 1}. We left out {rows} above it."]
