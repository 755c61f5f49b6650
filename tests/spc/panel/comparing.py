"""A panel beside the charts of its series, made one by one: what differs, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pyarrow as pa
from tests.spc.panel.making import split

import wellrun_spc as spc
from wellrun_spc.panel import Panel, panel

READING = (
    "variation", "assurance", "side", "since", "mixed", "word", "sentence", "plain", "assurance_word",
    "assurance_plain", "reason",
)  # fmt: skip
POINT = (
    "value", "centre", "lcl", "ucl", "sigma", "target", "phase", "excluded", "used", "lcl_clipped",
    "ucl_clipped",
)  # fmt: skip
PHASE = ("n_used", "centre", "sigma", "lcl", "ucl", "mean_range", "frozen", "trial")
SOME_POINT, SOME_PHASE = {"numerator", "denominator"}, {"middle", "sigma_z"}
"""Columns that only some kinds of chart have."""
RUNS = ("useful", "longest", "longest_max", "crossings", "crossings_min")


def rows_by(table: pa.Table, name: str) -> dict[Any, list[dict[str, Any]]]:
    """The rows of each series."""
    rows = table.to_pylist()
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row[name])}


def charts_of(table: dict[str, list[Any]], **options: Any) -> dict[Any, spc.Chart]:
    """The chart of each series, made from its own rows."""
    made = {}
    for key, part in split(table).items():
        own: dict[str, Any] = {
            name: part[column] for name, column in (("n", "n"), ("excluded", "left_out")) if name in options
        }
        if options.get("target") == "aim":
            own["target"] = part["aim"]
        own["subgroup" if options.get("chart") in ("xbar", "s") else "x"] = part["month"]
        made[key] = spc.chart(part["value"], **(options | own))
    return made


def compared(table: dict[str, list[Any]], **options: Any) -> list[str]:
    """What differs between a panel and its charts."""
    names = {"n": "denominator", "excluded": "exclude", "bridge_gaps": "bridge_gaps"}
    asked = {names.get(name, name): value for name, value in options.items()}
    made = panel(table, by="unit", period="month", value="value", **asked)
    return differences(made, charts_of(table, **options))


def differences(many: Panel, charts: dict[Any, spc.Chart], name: str = "unit") -> list[str]:
    """Everything in which a panel is not the same, to the last bit, as the charts of its series."""
    readings, points = rows_by(many.readings(), name), rows_by(many.points(), name)
    phases, signals = rows_by(many.phases(), name), rows_by(many.signals(), name)
    found = [] if list(readings) == list(charts) else [f"series: {list(readings)} and {list(charts)}"]
    for key, chart in charts.items():
        told = [
            *_reading(readings[key][0], chart.reading),
            *_points(points[key], chart),
            *_phases(phases[key], chart),
            *_signals(signals.get(key, []), chart),
        ]
        found += [f"{key}: {difference}" for difference in told]
    return found


def _unlike(row: dict[str, Any], made: object, names: tuple[str, ...], what: str) -> Iterator[str]:
    for name in names:
        if row[name] != getattr(made, name):
            yield f"{what} {name}: {row[name]!r} and {getattr(made, name)!r}"


def _reading(row: dict[str, Any], reading: spc.Reading) -> Iterator[str]:
    yield from _unlike(row, reading, READING, "reading")


def _points(rows: list[dict[str, Any]], chart: spc.Chart) -> Iterator[str]:
    if len(rows) != len(chart.points):
        yield f"points: {len(rows)} and {len(chart.points)}"
    for row, point in zip(rows, chart.points, strict=False):
        yield from _unlike(row, point, (*POINT, *SOME_POINT.intersection(row)), f"point {point.position}")
        if row["signals"] != ", ".join(point.signals) or row["period"] != point.x:
            yield f"point {point.position}: {row['period']} {row['signals']} and {point.x} {point.signals}"


def _phases(rows: list[dict[str, Any]], chart: spc.Chart) -> Iterator[str]:
    if len(rows) != len(chart.phases):
        yield f"phases: {len(rows)} and {len(chart.phases)}"
    for row, phase in zip(rows, chart.phases, strict=False):
        yield from _unlike(row, phase, (*PHASE, *SOME_PHASE.intersection(row)), f"phase {phase.index}")
        yield from _unlike(row, phase.runs, RUNS, f"phase {phase.index}")


def _signals(rows: list[dict[str, Any]], chart: spc.Chart) -> Iterator[str]:
    ours = [
        (row["phase"], row["rule"], row["side"], tuple(row["positions"]), row["located"], row["clear"])
        for row in rows
    ]
    theirs = [(one.phase, one.rule, one.side, one.positions, one.located, one.clear) for one in chart.signals]
    if ours != theirs:
        yield f"signals: {ours} and {theirs}"
