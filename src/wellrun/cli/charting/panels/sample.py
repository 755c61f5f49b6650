"""The first rows of a large file, as the table from which the roles of columns are guessed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet

from wellrun.cli.charting.refused import Refused
from wellrun.exchange.cells import Cell
from wellrun.exchange.tables import Table, read_table

ROWS = 20_000
BYTES = 2_000_000


def sample_of(path: Path) -> Table:
    """The first rows of a Parquet file or of a text file.

    Raises
    ------
    TableError
        The rows are no table.
    Refused
        The file cannot be read.
    """
    return _of_parquet(path) if is_parquet(path) else _of_text(path)


def is_parquet(path: Path) -> bool:
    """Whether a file is Parquet, by its first bytes."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def _of_text(path: Path) -> Table:
    with path.open("rb") as file:
        head = file.read(BYTES)
    whole_lines = head[: head.rfind(b"\n") + 1] or head
    return read_table(whole_lines, name=path.name)


def _of_parquet(path: Path) -> Table:
    try:
        with parquet.ParquetFile(path) as file:
            batch = next(file.iter_batches(batch_size=ROWS), None)
            names = file.schema_arrow.names
    except (OSError, pa.ArrowInvalid) as error:
        raise Refused(
            f"We cannot read “{path.name}” as Parquet: {error}.", remedy="Check that it is whole."
        ) from None
    if batch is None:
        raise Refused(f"“{path.name}” has no rows.", remedy="Choose another file.")
    columns = tuple([_cell(value) for value in column.to_pylist()] for column in batch.columns)
    return Table(name=path.name, header=tuple(names), columns=columns, row_numbers=range(1, len(batch) + 1))


def _cell(value: Any) -> Cell:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, date, datetime)):
        return "" if value is None else str(value)
    return value if isinstance(value, date) else float(value)
