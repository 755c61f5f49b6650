"""Many series at once: a panel says what the charts of its series say, or refuses where one of them does."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from math import isfinite
from pathlib import Path
from typing import Any

import wellrun_spc as spc
from tools.fuzz.given import Given, count, length, listed, maybe, number, one_of, places, size
from wellrun_spc.panel import panel, panel_file
from wellrun_spc.series.kinds import COUNTS, SUBGROUPS, WITH_DENOMINATORS

KINDS = tuple(kind for kind in spc.CHARTS if kind not in SUBGROUPS)
READING = (
    "variation",
    "assurance",
    "side",
    "mixed",
    "word",
    "sentence",
    "plain",
    "assurance_plain",
    "reason",
)
LINES = ("value", "centre", "lcl", "ucl", "sigma")


def panels(given: Given) -> None:
    """A few series of every kind, with the options that a panel shares with a chart."""
    kind, options = _options(given)
    parts = [_series(given, kind) for _ in range(given.ConsumeIntInRange(1, 4))]
    names = [f"{place}" for place, part in enumerate(parts) for _ in part["value"]]
    if not names:
        return
    table = {"by": names} | {name: [value for part in parts for value in part[name]] for name in parts[0]}
    columns = {"denominator": "n"} if "n" in table else {}
    alone = _each(lambda part: spc.chart(
        part["value"], chart=kind, excluded=part["out"], target=part["aim"],
        **({"n": part["n"]} if "n" in part else {}), **options,
    ), [part for part in parts if part["value"]])  # fmt: skip
    made = _tried(lambda: panel(
        table, by="by", value="value", chart=kind, exclude="out", target="aim", threads=1,
        **columns, **options,
    ))  # fmt: skip
    if _is_refused(made, alone):
        return
    readings, points = made.readings().to_pylist(), made.points().to_pylist()
    for row, chart in zip(readings, alone, strict=True):
        told = {name: getattr(chart.reading, name) for name in READING}
        assert {name: row[name] for name in READING} == told, (row, told)  # noqa: S101
    theirs = [tuple(getattr(point, name) for name in LINES) for chart in alone for point in chart.points]
    assert [tuple(point[name] for name in LINES) for point in points] == theirs  # noqa: S101


def files(given: Given) -> None:
    """The same series through a file, read a few rows at a time, their rows together or scattered."""
    kind, options = _options(given)
    parts = [_series(given, kind) for _ in range(given.ConsumeIntInRange(1, 4))]
    rows = [
        (place, point, *(part[name][point] for name in ("value", "n", "aim") if name in part))
        for place, part in enumerate(parts)
        for point in range(len(part["value"]))
    ]
    if given.ConsumeBool():
        rows.sort(key=lambda row: row[1])
    names = ["by", "at", "value", *(["n"] if "n" in parts[0] else []), "aim"]
    cells = [[_cell(value) for value in row] for row in rows]
    asked: dict[str, Any] = {
        "by": "by", "period": "at", "value": "value", "chart": kind, "target": "aim",
        **({"denominator": "n"} if "n" in names else {}), **options,
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.csv"
        path.write_text("\n".join(map(",".join, [names, *cells])) + "\n", encoding="utf-8")
        read = _tried(lambda: panel_file(path, rows=given.ConsumeIntInRange(1, 80), threads=1, **asked))
    table = {name: [_number(row[place]) for row in cells] for place, name in enumerate(names)}
    table["by"] = [row[0] for row in cells]
    held = _tried(lambda: panel(table, threads=1, **asked))
    if not _is_refused(read, held):
        told = sorted(read.readings.to_pylist(), key=lambda row: row["by"])
        wanted = sorted(held.readings().to_pylist(), key=lambda row: row["by"])
        assert [_said(row) for row in told] == [_said(row) for row in wanted]  # noqa: S101


def _options(given: Given) -> tuple[Any, dict[str, Any]]:
    return one_of(given, *KINDS, "p", "u"), {
        "rules": one_of(given, *spc.RULE_SETS),
        "direction": one_of(given, "increase", "decrease", "neutral"),
        "screen": one_of(given, None, "once", "never"),
        "multiply": one_of(given, 1, 1, 1, 1000, 1e-3, 1e300),
        "bridge_gaps": given.ConsumeBool(),
        "centre": maybe(given, lambda g: float(g.ConsumeIntInRange(0, 40)) / one_of(g, 1, 50)),
    }


def _series(given: Given, kind: str) -> dict[str, list[Any]]:
    points = length(given)
    made: dict[str, list[Any]] = {
        "value": listed(given, _plain(count if kind in COUNTS else number), points),
        "out": [False] * points,
        "aim": listed(given, _plain(number), points),
    }
    for place in places(given, points):
        if isinstance(place, int) and not isinstance(place, bool) and 0 <= place < points:
            made["out"][place] = True
    if kind in WITH_DENOMINATORS:
        made["n"] = listed(given, _plain(size), points)
    return made


def _plain(make: Callable[[Given], Any]) -> Callable[[Given], float | None]:
    """Numbers that a column of floats can hold: a list of other things is refused before there is a panel."""

    def made(given: Given) -> float | None:
        found = make(given)
        return float(found) if isinstance(found, (int, float)) and abs(found) < 1e308 else None

    return made


def _each(make: Callable[[Any], Any], parts: list[Any]) -> Any:
    """All of them; the refusal where one is refused."""
    return _tried(lambda: [make(part) for part in parts])


def _tried(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except spc.SeriesError as error:
        return error


def _is_refused(one: Any, other: Any) -> bool:
    """Whether both are; one alone is a finding."""
    refused = [isinstance(made, spc.SeriesError) for made in (one, other)]
    assert refused[0] == refused[1], (one, other)  # noqa: S101
    return all(refused)


def _cell(value: float | None) -> str:
    return "" if value is None or not isfinite(value) else repr(value)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _said(row: dict[str, Any]) -> list[Any]:
    return [row[name] for name in ("by", *READING, *LINES[:-1])]
