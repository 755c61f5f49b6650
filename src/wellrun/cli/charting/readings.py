"""Charts as a table of readings: a row for each series, for many wards or practices at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from wellrun.cli.charting.charts import Charted
from wellrun.cli.charting.tidy import group_names, harmless, plain_number
from wellrun_spc.results import Point, Result

READING = (
    "chart", "rules", "points", "latest", "value", "centre", "lcl", "ucl", "target", "variation",
    "assurance", "since", "signals", "word", "sentence", "plain", "assurance_word", "assurance_plain",
)  # fmt: skip


def readings_csv(charts: Sequence[Charted], by: Sequence[str]) -> str:
    """One row for each series: what holds at its latest usable point, in numbers and in words."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["series", *group_names(by, READING), *READING])
    for charted in charts:
        names = [harmless(part) for part in (charted.series.key, *charted.series.parts)]
        writer.writerow([*names, *_cells(charted.chart)])
    return text.getvalue()


def _cells(result: Result) -> Iterator[object]:
    reading = result.reading
    yield from (result.chart, result.rules, len(result.points))
    usable = [point for point in result.points if point.value is not None and not point.excluded]
    yield from _latest(usable[-1]) if usable else [None] * 6
    yield from (reading.variation, reading.assurance, _period(reading.since))
    yield ", ".join(_holding(result, usable[-1].position)) if usable else ""
    yield from (reading.word, reading.sentence, reading.plain)
    yield from (reading.assurance_word, reading.assurance_plain)


def _latest(point: Point) -> Iterator[object]:
    yield _period(point.x)
    for number in (point.value, point.centre, point.lcl, point.ucl, point.target):
        yield plain_number(number)


def _period(period: object) -> object:
    return period.isoformat() if isinstance(period, date) else harmless(period)


def _holding(result: Result, latest: int) -> list[str]:
    """The rules whose signals hold at the latest usable point, each once."""
    phase = result.points[latest].phase
    held = [
        signal.rule
        for signal in result.signals
        if signal.phase == phase and (latest in signal.positions or not signal.located)
    ]
    return list(dict.fromkeys(held))
