"""Rows of a Parquet or CSV file in batches, with only the columns that are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet

from wellrun_spc.panel.arrow import texts
from wellrun_spc.panel.lenient import with_faults
from wellrun_spc.panel.periods import period_column
from wellrun_spc.series import SeriesError

_BLOCK = 8 << 20
"""Bytes of a CSV file that are read at a time."""

_ROWS = 100_000
"""Rows of a Parquet file that are read at a time."""

Progress = Callable[[float], None]
"""Called with the share of the file that has been read: from 0 to 1."""


PeriodFormat: TypeAlias = str | Callable[[str], Any]
"""How periods are written: as ``strptime`` has it, or a function that reads one."""


class Source(NamedTuple):
    """A file, and which of its columns hold what."""

    path: Path
    keys: Sequence[str]
    period: str | None
    numbers: Sequence[str]
    flags: Sequence[str]
    labels: Sequence[str]
    period_format: PeriodFormat | None = None
    """How dates are written: %d/%m/%Y for 14/04/2026. ISO dates need none."""
    missing: Sequence[str] = ()
    """Cells of a text file that mean no number, besides the usual ones."""
    where: Mapping[str, Sequence[str]] = MappingProxyType({})
    """Only rows that hold one of these texts are kept."""
    is_lenient: bool = False
    """A cell that cannot be read is noted in the column `FAULT` and does not stop the reading."""


def column_names(path: Path) -> list[str]:
    """The names of the columns of a file; raises `SeriesError` where it cannot be read."""
    _require_kind(path)
    with _kindly():
        if path.suffix.lower() == ".parquet":
            return list(parquet.read_schema(path).names)
        with pa.OSFile(str(path)) as file:
            return list(_open(file, path, {}, 1 << 16).schema.names)


def batches_of(source: Source, progress: Progress | None) -> Iterator[pa.RecordBatch]:
    """The rows of a file in batches; raises `SeriesError` for what cannot be read."""
    _require_kind(source.path)
    reader = _parquet if source.path.suffix.lower() == ".parquet" else _csv
    with _kindly():
        row = 2
        for batch in reader(source, progress or _nobody):
            yield with_periods(_kept(_noted(batch, source, row), source.where), source)
            row += batch.num_rows


def _noted(batch: pa.RecordBatch, source: Source, row: int) -> pa.RecordBatch:
    """The batch with what cannot be read, where it may be."""
    if not source.is_lenient:
        return batch
    form = source.period_format
    return with_faults(batch, source.numbers, source.missing, source.period, form, row)


def _require_kind(path: Path) -> None:
    kind = path.suffix.lower()
    if kind not in (".parquet", ".csv", ".txt", ".tsv"):
        raise SeriesError(
            f"A panel cannot be read from a {kind or 'nameless'} file.",
            remedy="Use a .parquet or a .csv file.",
        )


@contextmanager
def _kindly() -> Iterator[None]:
    """Errors of the file as `SeriesError`."""
    try:
        yield
    except OSError as error:
        raise SeriesError(
            f"The file cannot be read: {error}.", remedy="Check its name, and that you may."
        ) from None
    except pa.ArrowInvalid as error:
        raise SeriesError(
            f"The file does not fit: {error}.", remedy="Correct it, or name other columns."
        ) from None


def _nobody(done: float) -> None:
    """Nobody wants to know."""


def wanted(source: Source) -> list[str]:
    """The columns that are read, each once."""
    period = [] if source.period is None else [source.period]
    columns = [*source.keys, *period, *source.numbers, *source.flags, *source.labels, *source.where]
    return list(dict.fromkeys(columns))


def require_columns(source: Source, found: Sequence[str]) -> None:
    """All columns are there; raises `SeriesError` naming those that are."""
    for name in wanted(source):
        if name not in found:
            raise SeriesError(f"There is no column “{name}”.", remedy=f"The columns are {', '.join(found)}.")


def _parquet(source: Source, progress: Progress) -> Iterator[pa.RecordBatch]:
    with parquet.ParquetFile(source.path) as file:
        require_columns(source, file.schema_arrow.names)
        total, done = file.metadata.num_rows, 0
        for batch in file.iter_batches(batch_size=_ROWS, columns=wanted(source)):
            done += batch.num_rows
            progress(done / total)
            yield batch


def _csv(source: Source, progress: Progress) -> Iterator[pa.RecordBatch]:
    total = max(source.path.stat().st_size, 1)
    with pa.OSFile(str(source.path)) as file:
        reader = _open(file, source.path, _types(source), _BLOCK, source.missing)
        require_columns(source, reader.schema.names)
        for batch in reader:
            progress(min(file.tell() / total, 1.0))
            yield batch.select(wanted(source))


def _open(
    file: pa.NativeFile, path: Path, types: dict[str, pa.DataType], block: int, missing: Sequence[str] = ()
) -> arrow_csv.CSVStreamingReader:
    return arrow_csv.open_csv(
        file,
        read_options=arrow_csv.ReadOptions(block_size=block),
        parse_options=arrow_csv.ParseOptions(delimiter="\t" if path.suffix.lower() == ".tsv" else ","),
        convert_options=arrow_csv.ConvertOptions(
            column_types=types, null_values=[*arrow_csv.ConvertOptions().null_values, *missing]
        ),
    )


def _types(source: Source) -> dict[str, pa.DataType]:
    """Keys are text and numbers are numbers, whatever the first rows look like."""
    types = {name: pa.string() for name in (*source.keys, *source.labels, *source.where)}
    numbers = pa.string() if source.is_lenient else pa.float64()
    types |= dict.fromkeys(source.numbers, numbers) | {name: pa.bool_() for name in source.flags}
    if source.period is not None and source.period_format is not None:
        types[source.period] = pa.string()
    return types


def _kept(batch: pa.RecordBatch, where: Mapping[str, Sequence[str]]) -> pa.RecordBatch:
    """The rows that hold the texts that are wanted."""
    for name, wanted_texts in where.items():
        cells = batch.column(name).cast(pa.large_string())
        batch = batch.filter(pc.is_in(cells, value_set=texts(list(wanted_texts))))
    return batch


def with_periods(batch: pa.RecordBatch, source: Source) -> pa.RecordBatch:
    """The batch with periods that are written in a given way read as dates."""
    name, form = source.period, source.period_format
    if name is None or form is None or not pa.types.is_string(batch.schema.field(name).type):
        return batch
    column = batch.column(name)
    if isinstance(form, str):
        read = pc.strptime(column, format=form, unit="s").cast(pa.date32())
    else:
        written = column.dictionary_encode()
        periods = period_column([form(text) for text in written.dictionary.to_pylist()])
        read = periods.take(written.indices)
    return batch.set_column(batch.schema.get_field_index(name), name, read)
