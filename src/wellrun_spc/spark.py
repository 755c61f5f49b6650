"""Panels of Spark data frames: the same kernel, in the workers where the data already are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Literal, TypeAlias, get_args

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from wellrun_spc.panel import Panel
from wellrun_spc.panel import panel as panel_of
from wellrun_spc.panel.files import ROWS_AT_A_TIME
from wellrun_spc.panel.frames import names_in
from wellrun_spc.panel.whole import whole_series
from wellrun_spc.panel.writing import spelled_out
from wellrun_spc.series import SeriesError

Result: TypeAlias = Literal["readings", "series", "phases", "points", "signals"]
ROWS_IN_A_BATCH = 50_000
"""Rows that are handed back to Spark at a time."""


def panel(
    df: DataFrame,
    *,
    by: str | Sequence[str],
    period: str,
    result: Result = "readings",
    rows: int = ROWS_AT_A_TIME,
    **options: Any,
) -> DataFrame:
    """Compute a chart for each of many series in a Spark data frame.

    Rows are brought together by series, sorted by period, and handed to the compiled kernel in large Arrow
    batches. Every number, signal and word is the one that `wellrun_spc.panel.panel` gives on one machine.

    Parameters
    ----------
    df
        A row for each point, in any order and any partitions.
    by
        The column, or columns, that say which series a row is part of.
    period
        The column of periods: dates, times or numbers. Rows of a data frame in Spark have no order of their
        own, so there must be one, and labels are not enough.
    result
        Which table of the panel to give: ``readings``, ``series``, ``phases``, ``points`` or ``signals``.
    rows
        About how many rows each task has in memory at a time. A series that is longer is read whole.
    **options
        As for `wellrun_spc.panel.panel`: ``value``, ``numerator``, ``denominator``, ``chart``, ``rules`` ...

    Returns
    -------
    pyspark.sql.DataFrame
        Lazy, as all of Spark is: the work is done when its rows are asked for. Rows are in no order.

    Raises
    ------
    SeriesError
        At once where a column or an option cannot be used. A number that cannot be computed with fails the
        task that meets it, and Spark repeats the sentence that names the series.
    """
    if result not in get_args(Result):
        raise SeriesError(
            f"There is no result “{result}”.", remedy=f"Use one of {', '.join(get_args(Result))}."
        )
    asked = {"by": names_in(by), "period": period, **options, "threads": 1, "part": True}
    names = _columns(df, asked)
    schema = _schema(df.select(*names), asked, result)
    work = partial(_work, asked=asked, result=result, rows=rows, schema=schema)
    together = df.select(*names).repartition(*asked["by"]).sortWithinPartitions(*asked["by"], period)
    return together.mapInArrow(work, from_arrow_schema(schema))


def _columns(df: DataFrame, asked: dict[str, Any]) -> list[str]:
    """The columns that are read, each once; raises `SeriesError` where one is not there."""
    single = [
        asked.get(name)
        for name in ("period", "value", "numerator", "denominator", "target", "exclude", "suppress")
    ]
    phases = asked.get("phases")
    columns = [*asked["by"], *(name for name in single if isinstance(name, str))]
    columns += [phases] if isinstance(phases, str) and phases in df.columns else []
    for name in columns:
        if name not in df.columns:
            raise SeriesError(
                f"There is no column “{name}”.", remedy=f"The columns are {', '.join(df.columns)}."
            )
    return list(dict.fromkeys(columns))


def _schema(df: DataFrame, asked: dict[str, Any], result: str) -> pa.Schema:
    """What the result looks like, found by computing one point; raises `SeriesError` for wrong options."""
    zone = df.sparkSession.conf.get("spark.sql.session.timeZone")
    schema = to_arrow_schema(df.schema, timezone=zone)
    if pa.types.is_string(schema.field(asked["period"]).type):
        raise SeriesError(
            f"The column “{asked['period']}” holds labels, which have no order in Spark.",
            remedy="Use a column of dates or numbers.",
        )
    one = pa.table([_any(field.type) for field in schema], names=schema.names)
    return _plain(getattr(panel_of(one, **asked), result)()).schema


def _any(kind: pa.DataType) -> pa.Array:
    """A column of one value of a kind, whichever; raises `SeriesError` where nothing is known of it."""
    for start in (pa.int64(), pa.int32(), pa.float64()):
        try:
            return pa.array([1], start).cast(kind)
        except (pa.ArrowNotImplementedError, pa.ArrowInvalid):
            continue
    raise SeriesError(f"A panel cannot use a column of {kind}.", remedy="Choose another column.")


def _plain(table: pa.Table) -> pa.Table:
    """A table with only the types that Spark has: no categories, no large text or lists, no unsigned."""
    table = spelled_out(table)
    return table.cast(pa.schema([pa.field(field.name, _spark_type(field.type)) for field in table.schema]))


def _spark_type(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_large_string(kind):
        return pa.string()
    if pa.types.is_large_list(kind):
        return pa.list_(_spark_type(kind.value_type))
    return pa.int32() if pa.types.is_unsigned_integer(kind) else kind


def _work(
    batches: Iterator[Any], *, asked: dict[str, Any], result: str, rows: int, schema: pa.Schema
) -> Iterator[Any]:
    """What a task does with its partition: whole series out of batches that cut them, then a panel."""
    for table in whole_series(batches, asked["by"], rows):
        made: Panel = panel_of(table, **asked)
        told: Callable[[], pa.Table] = getattr(made, result)
        yield from _plain(told()).cast(schema).to_batches(max_chunksize=ROWS_IN_A_BATCH)
