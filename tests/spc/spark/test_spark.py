"""Panels in Spark are the panels of one machine, to the last bit, however the rows lie.

A session takes seconds to start, so one test shares one among all that is asked of it.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, get_args

import pyarrow as pa
import pytest
from pyspark import SparkContext
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession
from tests.spc.panel.making import columns

from wellrun_spc import PhaseStart, SeriesError, spark
from wellrun_spc.panel import panel

BATCH = "spark.sql.execution.arrow.maxRecordsPerBatch"
PARTITIONS = "spark.sql.shuffle.partitions"
TOGETHER = "spark.sql.adaptive.coalescePartitions.enabled"


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[SparkSession]:
    """A real Spark on this machine, which speaks to nobody else and is gone when the test is."""
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    made = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.log.level", "OFF")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")  # it lives too short to optimise
        .config("spark.sql.session.timeZone", "Europe/London")
        .getOrCreate()
    )
    gateway = SparkContext._gateway
    assert gateway is not None
    try:
        yield made
    finally:
        made.stop()
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait(30)
        SparkContext._gateway = SparkContext._jvm = None


def shuffled(table: dict[str, list[Any]]) -> pa.Table:
    """The rows in no order at all."""
    arrow = pa.table({name: pa.array(column) for name, column in table.items()})
    order = list(range(arrow.num_rows))
    random.Random(5).shuffle(order)
    return arrow.take(pa.array(order))


def moments(series: int) -> dict[str, list[Any]]:
    """Keys of two columns, moments in summer and winter, and numbers with a decimal point of their own."""
    chance = random.Random(series)
    rows = [(place, site, step) for place in range(series) for site in "ab" for step in range(20)]
    return {
        "place": [place for place, _, _ in rows],
        "site": [site for _, site, _ in rows],
        "at": [datetime(2024, 3, 28, 22) + timedelta(hours=7 * step) for *_, step in rows],
        "late": [Decimal(chance.randint(0, 9)) / 4 for _ in rows],
        "all": [10 + chance.randint(0, 3) for _ in rows],
    }


def in_pairs(table: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Two rows for each point."""
    twice = {name: [cell for cell in column for _ in range(2)] for name, column in table.items()}
    values = [value if value is None else value + place % 2 for place, value in enumerate(twice["value"])]
    return twice | {"value": values}


WARDS: dict[str, Any] = {"by": "unit", "period": "month", "value": "value", "rules": "nhs-mdc/1"}
CASES: dict[str, tuple[dict[str, list[Any]], dict[str, Any]]] = {
    "single values": (columns(3), WARDS | {"target": "aim", "direction": "increase", "exclude": "left_out"}),
    "phases from a date that few series reach": (
        columns(4), WARDS | {"phases": [PhaseStart("2031-05-01", name="After")], "rules": "nelson/1"},
    ),
    "phases by position, and a baseline": (columns(5), WARDS | {"phases": [7], "freeze": 5, "chart": "mr"}),
    "phases by a column": (columns(6), WARDS | {"phases": "aim", "chart": "run", "rules": "anhoej/1"}),
    "proportions of many cases": (
        columns(8, counts=True, series=9),
        WARDS | {"chart": "p_prime", "denominator": "n", "exclude": "left_out"},
    ),
    "subgroups": (in_pairs(columns(7, series=6)), WARDS | {"chart": "xbar", "exclude": "left_out"}),
    "rates at moments": (
        moments(9),
        {"by": ["place", "site"], "period": "at", "numerator": "late", "denominator": "all", "chart": "u"},
    ),
}  # fmt: skip


def in_order(table: pa.Table) -> list[tuple[Any, ...]]:
    """The rows of a result, whatever order they came in; a moment by its instant."""
    rows = zip(*(map(repr, column) for column in table.to_pydict().values()), strict=True)
    return sorted(rows)


def one_machine(table: pa.Table, options: dict[str, Any], result: str) -> pa.Table:
    """The same table from `panel`, in the types that Spark has."""
    return spark._plain(getattr(panel(table, **options), result)())


def laid_out(session: SparkSession, table: pa.Table) -> Iterator[tuple[str, DataFrame, int]]:
    """Data frames of the same rows that are awkward in one way or another, and how many rows to hold."""
    frame = session.createDataFrame(table)
    session.conf.set(BATCH, 7)
    yield "series cut across batches and partitions", frame.repartition(5), 20
    session.conf.set(PARTITIONS, 16)
    session.conf.set(TOGETHER, "false")
    yield "a series or none in a partition", frame.coalesce(1), 1
    session.conf.set(BATCH, 10_000)
    session.conf.set(TOGETHER, "true")
    yield "all in one partition", frame.coalesce(1), 1_000_000


def test_spark_gives_what_one_machine_gives(session: SparkSession, subtests: pytest.Subtests) -> None:
    session.conf.set(PARTITIONS, 3)
    for name, (given, options) in CASES.items():
        table = shuffled(given)
        # Spark keeps instants, and shows them in the time of the session
        asked = session.createDataFrame(table).toArrow()
        for result in get_args(spark.Result) if name == "single values" else ("readings", "points"):
            with subtests.test(name, result=result):
                made = spark.panel(session.createDataFrame(table), result=result, **options).toArrow()
                assert in_order(made) == in_order(one_machine(asked, options, result))
    table = shuffled(columns(3))
    expected = in_order(one_machine(table, WARDS, "readings"))
    for name, frame, rows in laid_out(session, table):
        with subtests.test(name):
            assert in_order(spark.panel(frame, rows=rows, **WARDS).toArrow()) == expected
    refused(session, subtests)


def refused(session: SparkSession, subtests: pytest.Subtests) -> None:
    """What cannot be used is said at once; what is wrong with a series, by the task that meets it."""
    frame = session.createDataFrame(shuffled(columns(3, series=4, missing=0.0)))
    for options, says in (
        ({"by": "ward"}, r"There is no column “ward”\. The columns are unit, month, value"),
        ({"period": "unit"}, "labels, which have no order in Spark"),
        ({"result": "words"}, "There is no result “words”"),
        ({"chart": "p"}, "A p chart needs denominators"),
        ({"phases": [-1]}, "matches no point"),
    ):
        with subtests.test(str(options)), pytest.raises(SeriesError, match=says):
            spark.panel(frame, **(WARDS | options))
    lists = frame.selectExpr("unit", "month", "array(value) as value")
    with subtests.test("lists"), pytest.raises(SeriesError, match="A panel cannot use a column of list"):
        spark.panel(lists, **WARDS)
    twice = spark.panel(frame.union(frame), **WARDS)
    with subtests.test("twice"), pytest.raises(PythonException, match="has more than one row for"):
        twice.toArrow()


@pytest.mark.parametrize("size", [1, 5, 36, 10_000])
@pytest.mark.parametrize("rows", [1, 100, 1_000_000])
def test_a_task_holds_a_series_back_until_it_is_whole(size: int, rows: int) -> None:
    table = pa.table({name: pa.array(column) for name, column in columns(3).items()})
    schema = one_machine(table, WARDS, "points").schema
    asked = WARDS | {"by": ["unit"], "threads": 1}
    work = partial(spark._work, asked=asked, result="points", rows=rows, schema=schema)
    batches = list(work(iter(table.to_batches(max_chunksize=size))))
    assert pa.Table.from_batches(batches).equals(one_machine(table, WARDS, "points"))
    assert list(work(iter([]))) == []
