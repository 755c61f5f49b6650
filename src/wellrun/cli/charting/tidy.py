"""Charts as one tidy table: a row for each point, for spreadsheets and analysts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from wellrun.cli.charting.charts import Charted
from wellrun_spc.results import Point

POINT = (
    "x", "value", "numerator", "denominator", "centre", "lcl", "ucl", "sigma", "target", "phase", "used",
    "excluded", "suppressed", "signals", "note",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would run as a formula when the file is opened in a spreadsheet."""


def tidy_csv(charts: Sequence[Charted], by: Sequence[str]) -> str:
    """One row for each point; ``series`` tells the charts apart, as does each column they were split by."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["series", *group_names(by), *POINT])
    for charted in charts:
        names = [harmless(part) for part in (charted.series.key, *charted.series.parts)]
        writer.writerows([*names, *_cells(point)] for point in charted.chart.points)
    return text.getvalue()


def group_names(by: Sequence[str], columns: Sequence[str] = POINT) -> list[str]:
    """The columns that charts were split by, under names that no other column has."""
    return [name if name not in {"series", *columns} else f"{name} (group)" for name in by]


def _cells(point: Point) -> Iterator[object]:
    yield point.x.isoformat() if isinstance(point.x, date) else harmless(point.x)
    for number in (point.value, point.numerator, point.denominator, point.centre, point.lcl, point.ucl):
        yield plain_number(number)
    yield plain_number(point.sigma)
    yield plain_number(point.target)
    yield point.phase + 1
    for flag in (point.used, point.excluded, point.suppressed):
        yield "yes" if flag else "no"
    yield " ".join(point.signals)
    yield harmless(point.note)


def plain_number(value: float | None) -> float | int | None:
    """A whole number without its ``.0``."""
    return int(value) if value is not None and value.is_integer() and abs(value) < 1e15 else value


def harmless(cell: object) -> object:
    """Text that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
