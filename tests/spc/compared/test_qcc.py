"""Wellrun and qcc 2.7 agree to 1e-9 where both use three standard errors of the same kind."""

from __future__ import annotations

from typing import Any

import pytest
from tests.spc.compared.closeness import differences
from tests.spc.compared.oracle import cases

import wellrun_spc as spc
from wellrun_spc.limits.factors import D2

OTHER_LIMITS = {"std.dev", "nsigmas", "confidence.level"}
"""Limits from the overall standard deviation, two sigma, or probabilities: not what these charts are."""

KINDS = {"xbar.one": "i", "S": "s"}
"""Names of charts that differ."""
FROM_DEVIATIONS = {"UWAVE-SD", "MVLUE-SD"}
"""Limits of means from standard deviations, which are the same where sizes are equal."""


def has_equal_sizes(case: dict[str, Any]) -> bool:
    groups = case["input"]["i"]
    return len({groups.count(group) for group in groups}) == 1


def is_same(case: dict[str, Any]) -> bool:
    """Whether the peer computes the limits that these charts have."""
    options = case["options"]
    if case["chart"] in ("xbar", "S"):
        from_deviations = case["chart"] == "S" or options.get("std.dev") in FROM_DEVIATIONS
        return has_equal_sizes(case) and from_deviations
    return not OTHER_LIMITS & options.keys()


ALL = cases("qcc")
SAME = [pytest.param(case, id=case["case"]) for case in ALL if is_same(case)]


def chart_of(case: dict[str, Any]) -> spc.Chart:
    """The same chart by Wellrun; the peer keeps new data apart, which is what freezing does."""
    kind = KINDS.get(case["chart"], case["chart"])
    return spc.chart(
        # the peer counts the event itself among the cases that lie between two events
        [gap - 1 for gap in case["input"]["y"]] if kind == "g" else case["input"]["y"],
        chart=kind,
        n=case["input"]["n"] if kind in ("p", "np", "u") else None,
        subgroup=case["input"]["i"] if kind in ("xbar", "s") else None,
        freeze=case["options"].get("baseline_points"),
    )


@pytest.mark.parametrize("case", SAME)
def test_values_centre_and_limits_agree(case: dict[str, Any]) -> None:
    chart, theirs = chart_of(case), case["points"]
    rounding = D2 / 1.128 if chart.chart == "i" else 1
    event = int(chart.chart == "g")
    lower = [point.centre - (point.centre - point.lcl) * rounding for point in chart.points]
    upper = [point.centre + (point.ucl - point.centre) * rounding + event for point in chart.points]
    assert differences("value", [point.value + event for point in chart.points], theirs["value"]) == []
    assert differences("centre", [point.centre + event for point in chart.points], theirs["centre"]) == []
    assert differences("lcl", lower, theirs["lcl"]) == []
    assert differences("ucl", upper, theirs["ucl"]) == []


@pytest.mark.parametrize("case", SAME)
def test_points_beyond_the_limits_agree(case: dict[str, Any]) -> None:
    outside = ["outside" in point.signals for point in chart_of(case).points]
    assert outside == [bool(flag) for flag in case["points"]["beyond_limits"]]


def test_the_extract_has_every_kind_of_chart() -> None:
    kinds = {"xbar.one", "p", "c", "u", "xbar", "S", "np", "g"}
    assert {case.values[0]["chart"] for case in SAME} == kinds


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["case"])
        for case in ALL
        if case["chart"] in ("xbar", "S") and not is_same(case)
    ],
)  # other estimates of the standard deviation: the points are the same, and so is the centre of means
def test_points_of_other_estimates_agree(case: dict[str, Any]) -> None:
    chart, theirs = chart_of(case), case["points"]
    assert differences("value", [point.value for point in chart.points], theirs["value"]) == []
    if case["chart"] == "xbar":
        assert differences("centre", [point.centre for point in chart.points], theirs["centre"]) == []
