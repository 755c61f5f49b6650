"""Wellrun and qcc 2.7 agree to 1e-9 where both use three standard errors from ranges, binomial or Poisson."""

from __future__ import annotations

from typing import Any

import pytest
from tests.spc.compared.closeness import differences
from tests.spc.compared.oracle import cases

import wellrun_spc as spc
from wellrun_spc.limits.factors import D2

OTHER_LIMITS = {"std.dev", "nsigmas", "confidence.level"}
"""Limits from the overall standard deviation, two sigma, or probabilities: not what these charts are."""

SAME = [
    pytest.param(case, id=case["case"]) for case in cases("qcc") if not OTHER_LIMITS & case["options"].keys()
]


def chart_of(case: dict[str, Any]) -> spc.Chart:
    """The same chart by Wellrun; the peer keeps new data apart, which is what freezing does."""
    kind = {"xbar.one": "i"}.get(case["chart"], case["chart"])
    return spc.chart(
        case["input"]["y"],
        chart=kind,
        n=case["input"]["n"] if kind in ("p", "u") else None,
        freeze=case["options"].get("baseline_points"),
    )


@pytest.mark.parametrize("case", SAME)
def test_values_centre_and_limits_agree(case: dict[str, Any]) -> None:
    chart, theirs = chart_of(case), case["points"]
    rounding = D2 / 1.128 if chart.chart == "i" else 1
    lower = [point.centre - (point.centre - point.lcl) * rounding for point in chart.points]
    upper = [point.centre + (point.ucl - point.centre) * rounding for point in chart.points]
    assert differences("value", [point.value for point in chart.points], theirs["value"]) == []
    assert differences("centre", [point.centre for point in chart.points], theirs["centre"]) == []
    assert differences("lcl", lower, theirs["lcl"]) == []
    assert differences("ucl", upper, theirs["ucl"]) == []


@pytest.mark.parametrize("case", SAME)
def test_points_beyond_the_limits_agree(case: dict[str, Any]) -> None:
    outside = ["outside" in point.signals for point in chart_of(case).points]
    assert outside == [bool(flag) for flag in case["points"]["beyond_limits"]]


def test_the_extract_has_every_kind_of_chart() -> None:
    assert {case.values[0]["chart"] for case in SAME} == {"xbar.one", "p", "c", "u"}
