"""The same 20 million points in Parquet, in one process and in Spark on two threads: what Spark adds."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
from pyspark.sql import DataFrame, SparkSession

from benchmarks.figures import Figure, figure_of, show
from benchmarks.panel_data import POINTS, write_parquet
from wellrun_spc import spark
from wellrun_spc.panel import panel

ASKED: dict[str, Any] = {"by": "unit", "period": "month", "value": "value", "rules": "nhs-mdc/1"}
RUNS = 3


def seconds(work: Callable[[], object]) -> list[float]:
    """Of each run, after one that is not counted."""
    samples = []
    for _ in range(RUNS + 1):
        started = time.perf_counter()
        work()
        samples.append(time.perf_counter() - started)
    return samples[1:]


def session() -> SparkSession:
    """Spark on this machine alone."""
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "3g")
        .config("spark.log.level", "OFF")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100000")
        .getOrCreate()
    )


def done(frame: DataFrame) -> None:
    """Compute all rows, and keep none."""
    frame.write.format("noop").mode("overwrite").save()


def same(batches: Iterator[Any]) -> Iterator[Any]:
    """What it takes to hand rows to Python and back."""
    yield from batches


def measure(path: Path) -> list[Figure]:
    """Seconds from the file to a row for each series."""
    alone = seconds(lambda: panel(parquet.read_table(path), **ASKED, threads=2).series())
    started = time.perf_counter()
    made = session()
    opened = time.perf_counter() - started
    frame = made.read.parquet(str(path))
    there_and_back = seconds(lambda: done(frame.mapInArrow(same, frame.schema)))
    with_spark = seconds(lambda: done(spark.panel(frame, result="series", **ASKED)))
    made.stop()
    ratios = [each / sorted(alone)[len(alone) // 2] for each in with_spark]
    return [
        figure_of("one process, two threads", alone, unit="s"),
        figure_of("  ... millions of points", [POINTS / 1e6 / each for each in alone], unit="M/s"),
        figure_of("Spark local[2]: session", [opened], unit="s"),
        figure_of("Spark local[2]: rows to Python and back, unchanged", there_and_back, unit="s"),
        figure_of("Spark local[2]: panel", with_spark, unit="s"),
        figure_of("  ... millions of points", [POINTS / 1e6 / each for each in with_spark], unit="M/s"),
        figure_of("  ... times one process", ratios, unit="x"),
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        write_parquet(Path(folder) / "points.parquet")
        show(
            "20 million points in Parquet to a row for each series", measure(Path(folder) / "points.parquet")
        )
