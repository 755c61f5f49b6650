"""The panel that is measured: 20 million points, 555,556 series of 36 months, 2 % of values missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as parquet

SERIES, MONTHS = 555_556, 36
POINTS = SERIES * MONTHS
FIRST_MONTH = np.datetime64("2021-01", "M")


def codes_and_values(series: int = SERIES) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
    """The series of each point, and its value."""
    chance = np.random.default_rng(1)
    values = np.round(chance.normal(50, 5, series * MONTHS), 2)
    values[chance.random(len(values)) < 0.02] = np.nan
    return np.repeat(np.arange(series, dtype=np.int32), MONTHS), values


def table_of(series: int = SERIES) -> pa.Table:
    """The same with months, as a table."""
    codes, values = codes_and_values(series)
    days = (FIRST_MONTH + np.arange(MONTHS)).astype("datetime64[D]")
    missing = pa.py_buffer(np.packbits(~np.isnan(values), bitorder="little"))
    value = pa.Array.from_buffers(pa.float64(), len(values), [missing, pa.py_buffer(values)])
    return pa.table({"unit": codes, "month": np.tile(days, series), "value": value})


def write_parquet(path: Path, series: int = SERIES) -> None:
    """The table as a Parquet file, in row groups of a million."""
    parquet.write_table(table_of(series), path, row_group_size=1_000_000)


def write_csv(path: Path, rows: int) -> None:
    """So many rows of named units, as people have them."""
    table = table_of(rows // MONTHS + 1).slice(0, rows)
    months = np.datetime_as_string(table["month"].to_numpy(), unit="D")
    values = ["" if value is None else repr(value) for value in table["value"].to_pylist()]
    units = table["unit"].to_pylist()
    with path.open("w", encoding="utf-8") as file:
        file.write("unit,month,value\n")
        lines = zip(units, months.tolist(), values, strict=True)
        file.writelines(f"Unit {unit:05d},{month},{value}\n" for unit, month, value in lines)
