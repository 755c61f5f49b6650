"""From the file that was named to series, with everything that was assumed said aloud."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from wellrun.cli.charting.by_row import ByRow, Moving, Subgroups, moving_in, subgroups_in
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.together import require_fitting
from wellrun.exchange.columns import Roles, guess_roles
from wellrun.exchange.dataset import series_from
from wellrun.exchange.periods import Periods
from wellrun.exchange.selection import keep_rows
from wellrun.exchange.series import Dataset
from wellrun.exchange.tables import Limits, Table, read_table
from wellrun_spc.series import WITH_DENOMINATORS, WITHOUT_DENOMINATORS, a_chart

WITHOUT_WHOLE = WITHOUT_DENOMINATORS | {"run", "i", "mr"}
"""Charts of a number as it stands: a denominator is used only where it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Series, and what each column was taken for."""

    dataset: Dataset
    roles: Roles
    said: tuple[str, ...]
    """Notices, guesses and assumptions, in the order they were made."""
    subgroups: Subgroups | None = None
    """The point that each row belongs to, where there are several rows to a point."""
    moving: Moving | None = None
    """A target that moves."""

    @property
    def periods(self) -> Periods | None:
        """How the periods were read, so that a date typed elsewhere can be read the same way."""
        return self.subgroups.periods if self.subgroups else self.dataset.periods

    @property
    def title(self) -> str:
        """What is charted, by the names of the columns."""
        return title_of(self.roles)

    @property
    def label(self) -> str:
        """What the numbers are, over an axis."""
        return f"{self.roles.y} / {self.roles.n}" if self.roles.n else self.roles.y


def title_of(roles: Roles) -> str:
    """What is charted, by the names of the columns."""
    what = f"{roles.y} out of {roles.n}" if roles.n else roles.y
    return f"{what} by {roles.x}" if roles.x else what


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table as it stands in the file, and what its columns are taken for."""

    table: Table
    roles: Roles
    said: tuple[str, ...]


def found_in(request: Request) -> Found:
    """Read the file as the request says, and guess what is not said.

    Raises
    ------
    TableError
        The file cannot be read as a table.
    Refused
        The file cannot be opened, or lacks a column that the chart needs.
    """
    require_fitting(request)
    return found_of(request, opened(request.file, request.sheet))


def found_of(request: Request, whole: Table) -> Found:
    """The same of a table that has been read, or of its first rows."""
    table = keep_rows(whole, request.where)
    guess = guess_roles(
        table,
        x=request.subgroup or request.x,
        y=request.y,
        n=request.n,
        by=request.by,
        alone=request.chart in WITHOUT_WHOLE or request.subgroup is not None,
        reserved=[request.trajectory] if request.trajectory else (),
        together=request.subgroup is not None,
    )
    roles = guess.roles
    if request.chart is not None and request.chart in WITH_DENOMINATORS and roles.n is None:
        raise Refused(
            f"{a_chart(request.chart).capitalize()} needs a column of denominators.",
            remedy=f"Name it. The columns are {', '.join(table.header[:12])}.",
            option="--n COLUMN",
        )
    return Found(table=table, roles=roles, said=(*whole.notices, *guess.said))


def source_of(request: Request, found: Found) -> Source:
    """Split what was found into series.

    Raises
    ------
    TableError
        A cell cannot be read, or a period comes twice.
    """
    table, roles = found.table, found.roles
    subgroups = subgroups_in(table, roles.x, request.dates) if request.subgroup and roles.x else None
    dataset = series_from(
        table,
        # the rows of a subgroup share their period, which would be refused in a series
        replace(roles, x=None) if subgroups else roles,
        dates=request.dates,
        decimal=request.decimal,
        skip_bad=request.skip_bad,
    )
    moving = moving_in(table, request.trajectory, request.decimal) if request.trajectory else None
    said = (*found.said, *_said(subgroups), *dataset.said, *_said(moving))
    return Source(dataset=dataset, roles=roles, said=said, subgroups=subgroups, moving=moving)


def _said(columns: ByRow | None) -> tuple[str, ...]:
    return columns.said if columns else ()


def opened(file: str, sheet: str | None) -> Table:
    """Read the table in a file, or in standard input where the name is ``-``.

    Raises
    ------
    TableError
        The file holds no table.
    Refused
        The file cannot be opened.
    """
    if file == "-":
        return read_table(_standard_input(), name="standard input", sheet=sheet)
    path = Path(file)
    try:
        # A pipe with a name (as in `<(...)`) can be read only once, and a table is read in several goes.
        return read_table(path.read_bytes() if path.is_fifo() else path, name=path.name, sheet=sheet)
    except FileNotFoundError:
        raise Refused(f"There is no file “{file}”.", remedy="Check the name and the folder.") from None
    except IsADirectoryError:
        raise Refused(f"“{file}” is a folder.", remedy="Name a file in it.") from None
    except OSError as error:
        raise Refused(
            f"We cannot read “{file}”: {(error.strerror or 'it failed').lower()}.",
            remedy="Check that the file is there and that you may read it.",
        ) from None


def _standard_input() -> bytes:
    limit = Limits().bytes
    return sys.stdin.buffer.read(limit + 1)
