"""A table that has been read: its header, its columns, and where each row stood in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wellrun.exchange.cells import Cell
from wellrun.exchange.refusals import TableError
from wellrun.exchange.spelling import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, column by column, as it stands in the file. Cells are not yet read as numbers or dates."""

    name: str
    """Name of the file, for messages; may be empty."""
    header: tuple[str, ...]
    columns: tuple[list[Cell], ...]
    row_numbers: Sequence[int]
    """Row number of each row as a spreadsheet shows it: the first row of the file is 1."""
    notices: tuple[str, ...] = ()
    """What was done to read the file, in sentences for the person who sent it."""
    lean: Decimal = "."
    """The decimal mark that the table as a whole speaks for, where one column could be read two ways."""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """Names of all sheets of a workbook."""

    def __len__(self) -> int:
        """Count the rows below the header."""
        return len(self.row_numbers)

    @property
    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The rows below the header, one by one."""
        return zip(*self.columns, strict=True)

    def name_of(self, wanted: str) -> str:
        """Find a column by name; capitals and spaces around it do not matter.

        Raises
        ------
        TableError
            Naming the columns that there are.
        """
        if wanted in self.header:
            return wanted
        bare = wanted.strip().casefold()
        for name in self.header:
            if name.casefold() == bare:
                return name
        shown = [f"“{name}”" for name in self.header[:12]]
        more = f" and {len(self.header) - 12} more" if len(self.header) > 12 else ""
        raise TableError(
            f"There is no column “{wanted}”.",
            column=wanted,
            remedy=f"The columns are {', '.join(shown)}{more}.",
        )

    def column(self, name: str) -> list[Cell]:
        """The cells of one column, by its name."""
        return self.columns[self.header.index(self.name_of(name))]

    def of_sheet(self, sheet: str, sheets: tuple[str, ...]) -> Table:
        """The same table, knowing which sheet of a workbook it came from."""
        return replace(self, sheet=sheet, sheets=sheets)

    def only(self, positions: Sequence[int]) -> Table:
        """The same table with only these rows (0-based positions), keeping their row numbers."""
        return replace(
            self,
            columns=tuple([column[i] for i in positions] for column in self.columns),
            row_numbers=[self.row_numbers[i] for i in positions],
        )
