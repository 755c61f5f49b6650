"""Results written bit by bit: a Parquet or CSV file that has its name only once it is complete."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet

from wellrun_spc.series import SeriesError


class Result:
    """A file of results. Leaving it with an error leaves no file behind."""

    def __init__(self, path: Path) -> None:
        if path.suffix.lower() not in (".parquet", ".csv"):
            raise SeriesError(
                f"Results cannot be written to “{path.name}”.", remedy="Use a .parquet or a .csv file."
            )
        self._path = path
        self._partial = path.with_name(f".{path.name}.partial")
        self._writer: parquet.ParquetWriter | arrow_csv.CSVWriter | None = None

    def write(self, table: pa.Table) -> None:
        """Add rows; all tables have the same columns."""
        is_parquet = self._path.suffix.lower() == ".parquet"
        table = table if is_parquet else spelled_out(table)
        if self._writer is None:
            kind = parquet.ParquetWriter if is_parquet else arrow_csv.CSVWriter
            self._writer = kind(str(self._partial), table.schema)
        self._writer.write_table(table)

    def start_again(self) -> None:
        """Forget what has been written."""
        self._close()
        self._writer = None

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.close()

    def __enter__(self) -> Result:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        if error is None and self._writer is not None:
            self._partial.replace(self._path)
        else:
            self._partial.unlink(missing_ok=True)


def spelled_out(table: pa.Table) -> pa.Table:
    """The table with every text in its row, as a CSV file has it."""
    for index, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            table = table.set_column(index, field.name, table.column(index).cast(field.type.value_type))
    return table
