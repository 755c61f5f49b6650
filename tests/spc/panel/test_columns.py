"""Columns and batches at their edges."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from wellrun_spc.panel import panel_arrays
from wellrun_spc.panel.arrow import floats_in, valid_in, values_in
from wellrun_spc.panel.compiled import jit
from wellrun_spc.panel.periods import period_column
from wellrun_spc.panel.reading import column_names
from wellrun_spc.panel.scenes import Moments
from wellrun_spc.panel.spill import parts_of
from wellrun_spc.panel.whole import whole_series


@pytest.mark.parametrize(
    "periods",
    [
        [date(2026, 4, 14), date(1969, 12, 31)],
        [datetime(2026, 4, 14, 9, 30), datetime(1960, 1, 1)],
        [3, 1],
        [0.5, 2.0],
        ["Week B", "Week A", "Week B"],
    ],
)
def test_periods_come_out_of_a_column_as_they_went_in(periods: list[Any]) -> None:
    assert period_column(periods).to_pylist() == periods


def test_columns_of_nothing() -> None:
    nothing = pa.nulls(3)
    assert valid_in(nothing).tolist() == [False] * 3
    assert np.isnan(floats_in(nothing)).all()
    assert valid_in(pa.array([1, 2])).tolist() == [True, True]
    assert values_in(pa.array([], pa.int32())).dtype == np.int32


def test_the_periods_of_a_series_are_a_sequence() -> None:
    made = panel_arrays([1, 1, 1, 2], [1.0, 2.0, 3.0, 4.0])
    moments = Moments(made.core, 0, 3)
    assert (list(moments), moments[-1], moments[1:]) == ([1, 2, 3], 3, [2, 3])
    with pytest.raises(IndexError):
        moments[3]


def batches(size: int) -> list[pa.RecordBatch]:
    units = [1] * 20 + [2, 3] * 20 + [1] * 5
    return pa.table({"unit": units, "row": range(len(units))}).to_batches(max_chunksize=size)


@pytest.mark.parametrize("size", [1, 7, 100])
@pytest.mark.parametrize("rows", [1, 30, 1_000])
def test_parts_on_disk_hold_whole_series_in_the_order_of_their_rows(size: int, rows: int) -> None:
    found: dict[int, list[int]] = {}
    for table in parts_of(batches(size), ["unit"], rows):
        units = table["unit"].to_pylist()
        assert not set(units) & set(found), "each series is in one table"
        for unit, row in zip(units, table["row"].to_pylist(), strict=True):
            found.setdefault(unit, []).append(row)
    assert found == {1: [*range(20), *range(60, 65)], 2: list(range(20, 60, 2)), 3: list(range(21, 60, 2))}


@pytest.mark.parametrize("size", [1, 3, 100])
def test_no_series_is_cut_where_batches_cut_it(size: int) -> None:
    table = pa.table({"unit": ["a"] * 9 + ["b"] + ["c"] * 8, "row": range(18)})
    tables = list(whole_series(table.to_batches(max_chunksize=size), ["unit"], 2))
    assert pa.concat_tables(tables).equals(table)
    units = [set(part["unit"].to_pylist()) for part in tables]
    assert sum(map(len, units)) == len(set.union(*units))


def test_the_columns_of_a_parquet_file_are_named(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"unit": [1], "value": [2.0]}), tmp_path / "rows.parquet")
    assert column_names(tmp_path / "rows.parquet") == ["unit", "value"]


def test_where_the_system_has_no_owners_any_folder_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o777)
    monkeypatch.delattr(os, "getuid")
    assert jit.writable_root([tmp_path]) == tmp_path
    assert jit.roots()[-1].name == "wellrun-user"


def test_flags_that_are_never_set_change_nothing() -> None:
    plain, flagged = (panel_arrays([1] * 3, [1.0, 2.0, 4.0], excluded=flags) for flags in (None, [False] * 3))
    assert flagged.points().equals(plain.points())
