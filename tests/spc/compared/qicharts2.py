"""qicharts2 cases as Wellrun charts, and where the two may differ."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.spc.compared.closeness import differences
from tests.spc.compared.oracle import Case

import wellrun_spc as spc
from wellrun_spc.limits.factors import D2, EXACT

AGGREGATES = {
    "mean": statistics.fmean, "median": statistics.median, "sum": sum, "sd": statistics.stdev,
}  # fmt: skip


KINDS = {"ip": "i_prime", "pp": "p_prime", "up": "u_prime"}
"""Names of charts that differ."""
SCREENED = ("i", "i_prime", "p_prime", "u_prime", "t")


class Facet(NamedTuple):
    """One series of a case: rows of the peer's tables that belong to it."""

    case: Case
    key: tuple[Any, Any]
    input: list[dict[str, Any]]
    points: list[dict[str, Any]]
    summary: list[dict[str, Any]]


def facets(case: Case) -> Iterator[Facet]:
    """The series of a case, one for each pair of facets."""
    tables = {name: rows(case[name]) for name in ("input", "points", "summary")}
    for key in dict.fromkeys((row["facet1"], row["facet2"]) for row in tables["points"]):
        mine = {
            name: [row for row in table if (row["facet1"], row["facet2"]) == key]
            for name, table in tables.items()
        }
        yield Facet(case, key, **mine)


def rows(table: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Columns as rows."""
    return [dict(zip(table, cells, strict=True)) for cells in zip(*table.values(), strict=True)]


def kind_of(facet: Facet) -> str:
    """What Wellrun calls the chart."""
    kind: str = facet.case["chart"]
    return KINDS.get(kind, kind)


def raw_subgroups(facet: Facet) -> tuple[list[Any], list[list[float]]]:
    """Periods, and all values of each."""
    xs = [point["x"] for point in facet.points]
    return xs, [[row["y"] for row in facet.input if row["x"] == x and row["y"] is not None] for x in xs]


def subgroups(facet: Facet) -> tuple[list[Any], list[float | None], list[float | None] | None]:
    """Periods, values and denominators, one row a period; rows without both numbers are left out."""
    case = facet.case
    has_n = case["has_n"]
    combine = AGGREGATES[case["options"].get("agg.fun", "sum" if has_n or case["chart"] == "c" else "mean")]
    values: list[float | None] = []
    denominators: list[float | None] = []
    xs = [point["x"] for point in facet.points]
    for x in xs:
        known = [
            row for row in facet.input
            if row["x"] == x and row["y"] is not None and not (has_n and not row["n"])
        ]  # fmt: skip
        values.append(combine([row["y"] for row in known]) if known else None)
        denominators.append(sum(row["n"] for row in known) if known and has_n else None)
    return xs, values, denominators if has_n else None


def chart_of(facet: Facet) -> spc.Chart:
    """The same chart by Wellrun."""
    options = facet.case["options"]
    kind = kind_of(facet)
    if kind in ("xbar", "s"):
        xs, values, n = *raw_subgroups(facet), None
    else:
        xs, values, n = subgroups(facet)
    return spc.chart(
        values,
        chart=kind,
        n=n,
        x=xs,
        phases=options.get("part", ()),
        freeze=None if "part" in options else options.get("freeze"),  # the peer ignores it beside part
        excluded=[position - 1 for position in options.get("exclude", ())],
        centre=options.get("cl"),
        multiply=options.get("multiply", 1),
        screen=bool(options["screened_mr"]) and kind in SCREENED,
    )


def half_widths(chart: spc.Chart) -> tuple[list[float | None], list[float | None]]:
    """Limits with the peer's rounded d2 = 1.128 and D4 = 3.267 in place of exact factors."""
    lower: list[float | None] = []
    upper: list[float | None] = []
    for point in chart.points:
        if point.lcl is None or point.ucl is None or point.centre is None:
            lower.append(None)
            upper.append(None)
        elif chart.chart in ("i", "p_prime", "u_prime", "t"):
            power = 3.6 if chart.chart == "t" else 1
            centre, half = point.centre ** (1 / power), 3 * (point.sigma or 0) * D2 / 1.128
            low = centre - half if chart.chart == "i" else max(0, centre - half)
            high = min(1, centre + half) if chart.chart == "p_prime" else centre + half
            lower.append(low**power)
            upper.append(high**power)
        else:
            lower.append(point.lcl)
            upper.append(point.ucl * (3.267 / EXACT.upper if chart.chart == "mr" else 1))
    return lower, upper


def column(table: list[dict[str, Any]], name: str) -> list[Any]:
    return [row[name] for row in table]


def line_differences(facet: Facet, chart: spc.Chart) -> list[str]:
    """Values, centre lines, and which points set them."""
    points = facet.points
    centre = [point.centre for point in chart.points]
    if chart.chart == "g":  # the peer draws the median as the centre line
        centre = [chart.phases[point.phase].middle for point in chart.points]
    return [
        *differences("value", [point.value for point in chart.points], column(points, "value")),
        *differences("centre", centre, column(points, "centre")),
        *differences("phase", [point.phase + 1 for point in chart.points], column(points, "part")),
        *differences("included", [not point.excluded for point in chart.points], column(points, "include")),
    ]


def limit_differences(facet: Facet, chart: spc.Chart) -> list[str]:
    """Limits, and points outside them."""
    lower, upper = half_widths(chart)
    if facet.case["options"].get("y.neg") is False:
        lower = [limit if limit is None else max(limit, 0) for limit in lower]
    outside = ["outside" in point.signals for point in chart.points]
    theirs = [bool(point["sigma_signal"]) and bool(point["include"]) for point in facet.points]
    return [
        *differences("lcl", lower, column(facet.points, "lcl")),
        *differences("ucl", upper, column(facet.points, "ucl")),
        *differences("outside", outside, theirs),
    ]


def run_differences(facet: Facet, chart: spc.Chart) -> list[str]:
    """The runs analysis of each phase."""
    found = []
    for phase, theirs in zip(chart.phases, facet.summary, strict=True):
        runs = phase.runs
        pairs = {
            "n_obs": (included(chart, phase), theirs["n_obs"]),
            "n_useful": (runs.useful, theirs["n_useful"]),
            "longest_run": (runs.longest or None, theirs["longest_run"]),
            "longest_run_max": (runs.longest_max, theirs["longest_run_max"]),
            "n_crossings": (runs.crossings if runs.useful else None, theirs["n_crossings"]),
            "n_crossings_min": (runs.crossings_min, theirs["n_crossings_min"]),
        }
        found += [f"{name}: {a} against {b}" for name, (a, b) in pairs.items() if a != b]
    return found


def included(chart: spc.Chart, phase: spc.Phase) -> int:
    return sum(not point.excluded for point in chart.points[phase.start : phase.end + 1])


def runs_signal_differences(facet: Facet, chart: spc.Chart) -> list[str]:
    """Whether each phase has an unusually long run or unusually few crossings."""
    fired = {signal.phase for signal in chart.signals if signal.rule in ("longest_run", "crossings")}
    return [
        f"runs_signal of phase {phase.index}"
        for phase, theirs in zip(chart.phases, facet.summary, strict=True)
        if (phase.index in fired) != bool(theirs["runs_signal"])
    ]
