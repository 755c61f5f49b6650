"""Text files with cells that cannot be read: their rows say what is wrong, to be left out later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from wellrun_spc.panel.arrow import arrow, flags_in, texts, values_in
from wellrun_spc.series import SeriesError

FAULT = "what cannot be read"
"""The column that says what is wrong with a row; empty where nothing is."""
NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"


def with_faults(
    batch: pa.RecordBatch, numbers: Sequence[str], missing: Sequence[str], period: str | None, form: object,
    first: int,
) -> pa.RecordBatch:  # fmt: skip
    """The batch with texts as numbers, and the column `FAULT`.

    Parameters
    ----------
    batch
        Rows of a file.
    numbers, period
        The names of columns; of text, where they are to be read here.
    missing
        Cells that mean no number, besides the usual ones.
    form
        A function that reads one period, where there is one.
    first
        The number of the first row in the file.
    """
    said = [""] * batch.num_rows
    for name in dict.fromkeys(numbers):
        if pa.types.is_string(batch.schema.field(name).type):
            batch = _with_numbers(batch, name, missing, first, said)
    if period is not None and callable(form) and pa.types.is_string(batch.schema.field(period).type):
        batch = _with_periods(batch, period, form, first, said)
    return batch.append_column(FAULT, texts(said))


def _with_numbers(
    batch: pa.RecordBatch, name: str, missing: Sequence[str], first: int, said: list[str]
) -> pa.RecordBatch:
    cells = pc.utf8_trim_whitespace(batch.column(name))
    nothing = texts([*arrow_csv.ConvertOptions().null_values, *missing]).cast(pa.string())
    is_number = pc.match_substring_regex(cells, NUMBER)
    for place in np.flatnonzero(~flags_in(pc.or_(is_number, pc.is_in(cells, value_set=nothing)))).tolist():
        said[place] = f"Row {first + place} has “{cells[place]}” in column “{name}”. We need a number there."
    numbers = pc.if_else(is_number, cells, pa.scalar(None, pa.string())).cast(pa.float64())
    return batch.set_column(batch.schema.get_field_index(name), name, numbers)


def _with_periods(
    batch: pa.RecordBatch, name: str, form: Callable[[str], Any], first: int, said: list[str]
) -> pa.RecordBatch:
    """Rows whose period cannot be read get one that can: they are left out all the same."""
    written = batch.column(name).dictionary_encode()
    problems = [_problem(form, text) for text in written.dictionary.to_pylist()]
    codes = values_in(written.indices)
    bad = np.array([bool(problem) for problem in problems])[codes]
    if bad.all():
        return batch
    for place in np.flatnonzero(bad).tolist():
        said[place] = said[place] or f"Row {first + place}: {problems[codes[place]]}"
    rows = np.where(bad, np.argmin(bad), np.arange(batch.num_rows))
    return batch.set_column(batch.schema.get_field_index(name), name, batch.column(name).take(arrow(rows)))


def _problem(form: Callable[[str], Any], text: str) -> str:
    try:
        form(text)
    except SeriesError as error:
        return error.problem
    return ""
