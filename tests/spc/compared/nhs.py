"""NHSRplotthedots cases as Wellrun charts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tests.spc.compared.closeness import differences
from tests.spc.compared.oracle import Case

import wellrun_spc as spc

ORDER = ("outside", "trend", "two_of_three", "shift")
VARIATION = {
    "improving": "improvement", "concerning": "concern", "common_cause": "common_cause",
    "special_high": "neutral_high", "special_low": "neutral_low", "not_assessed": "common_cause",
}  # fmt: skip
ASSURANCE = {
    "consistently_meets": "consistent_pass", "consistently_misses": "consistent_fail",
    "hit_and_miss": "inconsistent", "no_target": None, "not_assessed": None,
}  # fmt: skip

NOT_FLAGGED = {"outside_limits": 0, "close_to_limits": 0}
"""Where a value or a limit is missing the peer's flag is empty, ours is not raised."""


class Facet(NamedTuple):
    """One series of a case, rows in order of date."""

    case: Case
    name: str | None
    input: list[dict[str, Any]]
    points: list[dict[str, Any]]
    icon: dict[str, Any]


def rows(table: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Columns as rows."""
    return [dict(zip(table, cells, strict=True)) for cells in zip(*table.values(), strict=True)]


def facets(case: Case) -> Iterator[Facet]:
    """The series of a case."""
    given, points = rows(case["input"]), rows(case["points"])
    for icon in rows(case["icons"]):
        name = icon["facet"]
        yield Facet(
            case,
            name,
            sorted((row for row in given if row["facet"] == name), key=lambda row: row["x"]),
            [row for row in points if row["facet"] == name],
            icon,
        )


def chart_of(facet: Facet) -> spc.Chart:
    """The same chart by Wellrun, with the rules of this peer's version."""
    options = facet.case["options"]
    x = [row["x"] for row in facet.input]
    baseline, target = options.get("fix_after_n_points"), options.get("target")
    rebase = options.get("rebase", [])
    if isinstance(rebase, dict):
        rebase = rebase.get(facet.name, [])
    starts = [x[0], *(day for day in rebase if day in x and day != x[0])]
    return spc.i_chart(
        [row["y"] for row in facet.input],
        x=[date.fromisoformat(day) for day in x],
        phases=[spc.PhaseStart(date.fromisoformat(day), baseline=baseline) for day in starts],
        target=target.get(facet.name) if isinstance(target, dict) else target,
        direction=options["improvement_direction"],
        rules="nhs-mdc/1",
        screen=options["screen_outliers"],
    )


def line_differences(facet: Facet, chart: spc.Chart) -> list[str]:
    """Values, centre, limits, and which points set them."""
    pairs = {
        "value": [point.value for point in chart.points],
        "centre": [point.centre for point in chart.points],
        "lpl": [point.lcl for point in chart.points],
        "upl": [point.ucl for point in chart.points],
    }
    return [
        line
        for name, ours in pairs.items()
        for line in differences(name, ours, [row[name] for row in facet.points])
    ]


def signal_differences(facet: Facet, chart: spc.Chart) -> list[str]:
    """Side, distance, and the kind of each point, where the first rule that fires decides."""
    found = []
    for point, theirs in zip(chart.points, facet.points, strict=True):
        ours = {
            "relative_to_mean": side_of(point),
            "outside_limits": int("outside" in point.signals),
            "close_to_limits": int(is_close(point)),
            "point_type": point_type(chart, point),
        }
        found += [
            f"{name}[{point.position}]: {mine!r} against {theirs[name]!r}"
            for name, mine in ours.items()
            if mine != (theirs[name] or NOT_FLAGGED.get(name, theirs[name]))
        ]
    return found


def side_of(point: spc.Point) -> int | None:
    if point.value is None:
        return None
    distance = point.value - point.centre
    return 0 if abs(distance) <= 1e-12 * abs(point.centre) else (distance > 0) - (distance < 0)


def is_close(point: spc.Point) -> bool:
    """Between 2 and 3 sigma from the centre."""
    if point.value is None or point.sigma is None or "outside" in point.signals:
        return False
    return abs(point.value - point.centre) > 2 * point.sigma + 1e-12 * abs(point.centre)


def point_type(chart: spc.Chart, point: spc.Point) -> str:
    """In the peer's words."""
    for rule in ORDER:
        firing = [s for s in chart.signals if s.rule == rule and point.position in s.positions]
        if firing:
            side = firing[-1].side  # at a turning point of two trends: the way out
            if chart.direction == "neutral":
                return f"special_cause_neutral_{side}"
            is_good = side == ("high" if chart.direction == "increase" else "low")
            return f"special_cause_{'improvement' if is_good else 'concern'}"
    return "common_cause"


def icon_differences(facet: Facet, chart: spc.Chart) -> list[str]:
    """The two verdicts."""
    reading = chart.reading
    variation = VARIATION[reading.variation]
    if variation in ("improvement", "concern"):
        variation += f"_{reading.side}"
    ours = {"variation_icon": variation, "assurance_type": ASSURANCE[reading.assurance]}
    return [
        f"{name}: {mine!r} against {facet.icon[name]!r}"
        for name, mine in ours.items()
        if mine != facet.icon[name]
    ]
