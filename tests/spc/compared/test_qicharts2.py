"""Wellrun and qicharts2 0.8.1 agree to 1e-9, apart from the departures listed here and in docs/methods."""

from __future__ import annotations

import pytest
from tests.spc.compared import qicharts2
from tests.spc.compared.closeness import differences
from tests.spc.compared.oracle import cases

ALL = [
    pytest.param(facet, id="-".join(map(str, filter(None, (case["case"], *facet.key)))))
    for case in cases("qicharts2")
    for facet in qicharts2.facets(case)
]


def has_one_point(facet: qicharts2.Facet) -> bool:
    return facet.case["tag"] == "n1"


def is_screened_away(facet: qicharts2.Facet) -> bool:
    """The peer screens out every range of a series that does not vary, and has no limits then."""
    return facet.case["chart"] == "i" and facet.case["tag"] == "constant"


def has_other_runs_method(facet: qicharts2.Facet) -> bool:
    """Best box and cut box, categories, and moving ranges: the peer judges runs otherwise, or not."""
    options = facet.case["options"]
    boxed = options.get("method") in ("bestbox", "cutbox")
    return boxed or "x_as_factor" in options or facet.case["chart"] == "mr"


@pytest.mark.parametrize("facet", ALL)
def test_values_and_centre_lines_agree(facet: qicharts2.Facet) -> None:
    assert qicharts2.line_differences(facet, qicharts2.chart_of(facet)) == []


@pytest.mark.parametrize("facet", ALL)
def test_limits_and_points_outside_them_agree(facet: qicharts2.Facet) -> None:
    chart = qicharts2.chart_of(facet)
    if has_one_point(facet):
        assert [(point.lcl, point.ucl) for point in chart.points] == [(None, None)]
    elif is_screened_away(facet):
        assert {(point.lcl, point.ucl) for point in chart.points} == {(chart.points[0].value,) * 2}
    else:
        assert qicharts2.limit_differences(facet, chart) == []


@pytest.mark.parametrize("facet", ALL)
def test_the_runs_analysis_agrees(facet: qicharts2.Facet) -> None:
    assert qicharts2.run_differences(facet, qicharts2.chart_of(facet)) == []


@pytest.mark.parametrize(
    "facet", [case for case in ALL if not has_other_runs_method(case.values[0])]
)  # the others judge runs by rules that Wellrun has under other names
def test_runs_signals_agree(facet: qicharts2.Facet) -> None:
    assert qicharts2.runs_signal_differences(facet, qicharts2.chart_of(facet)) == []


def test_moving_ranges_raise_no_runs_signals() -> None:
    charts = [qicharts2.chart_of(case.values[0]) for case in ALL if case.values[0].case["chart"] == "mr"]
    assert {signal.rule for chart in charts for signal in chart.signals} == {"outside"}


def test_a_difference_would_be_seen() -> None:
    assert differences("centre", [1.0, None, 2.0], [1.0 + 3e-9, None, None]) == [
        "centre[0]: 1.0 against 1.000000003",
        "centre[2]: 2.0 against None",
    ]
    assert differences("centre", [1.0], []) == ["centre: 1 against 0"]


def test_the_extract_has_every_kind_of_chart() -> None:
    assert {case.values[0].case["chart"] for case in ALL} == {"run", "i", "mr", "p", "u", "c"}
    assert len(ALL) >= 130
