"""Wellrun and qicharts2 0.8.1 agree to 1e-9, apart from the departures listed here and in docs/methods."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from _pytest.mark import ParameterSet
from tests.spc.compared import qicharts2
from tests.spc.compared.closeness import differences
from tests.spc.compared.oracle import cases

import wellrun_spc as spc

ALL = [
    pytest.param(facet, id="-".join(map(str, filter(None, (case["case"], *facet.key)))))
    for case in cases("qicharts2")
    for facet in qicharts2.facets(case)
]


def has_one_point(facet: qicharts2.Facet) -> bool:
    return facet.case["tag"] == "n1"


def is_screened_away(facet: qicharts2.Facet) -> bool:
    """The peer screens out every range of a series that does not vary, and has no limits then."""
    constant = facet.case["tag"] in ("constant", "all zeros")
    return facet.case["chart"] in ("i", "ip", "pp", "up", "t") and constant


def has_all_neighbours(facet: qicharts2.Facet) -> bool:
    """I-prime: the peer takes every pair of the phase, baseline or not, left out or not."""
    return facet.case["chart"] == "ip" and bool({"freeze", "exclude"} & facet.case["options"].keys())


def has_labels(facet: qicharts2.Facet) -> bool:
    """The peer takes the standard deviation of z where periods are labels, and no moving ranges."""
    return facet.case["chart"] in ("pp", "up") and "x_as_factor" in facet.case["options"]


def has_an_empty_subgroup(facet: qicharts2.Facet) -> bool:
    """The peer counts a subgroup without values as one that takes a degree of freedom away."""
    return facet.case["chart"] in ("xbar", "s") and None in [point["value"] for point in facet.points]


def is_off_scale(facet: qicharts2.Facet) -> bool:
    """A given centre of a t chart: the peer takes a time for a transformed time."""
    return facet.case["chart"] == "t" and "cl" in facet.case["options"]


def has_given_gap(facet: qicharts2.Facet) -> bool:
    """A given centre of a g chart: the peer turns it into a median, by 0.693."""
    return facet.case["chart"] == "g" and "cl" in facet.case["options"]


def is_on_noise(facet: qicharts2.Facet) -> bool:
    """All points of a t chart alike: the peer's centre differs from them by rounding."""
    return facet.case["chart"] == "t" and facet.case["tag"] in ("n1", "constant")


def has_other_runs_method(facet: qicharts2.Facet) -> bool:
    """Best box and cut box, categories, and moving ranges: the peer judges runs otherwise, or not."""
    options = facet.case["options"]
    boxed = options.get("method") in ("bestbox", "cutbox")
    return boxed or "x_as_factor" in options or facet.case["chart"] == "mr"


def same_centre(facet: qicharts2.Facet) -> bool:
    others = facet.case["chart"] == "s" and has_an_empty_subgroup(facet)
    return not (others or is_off_scale(facet) or has_given_gap(facet))


def same_limits(facet: qicharts2.Facet) -> bool:
    apart = (has_all_neighbours, has_labels, has_an_empty_subgroup, is_off_scale)
    return not any(other(facet) for other in apart)


def same_runs(facet: qicharts2.Facet) -> bool:
    return not (is_off_scale(facet) or has_given_gap(facet) or is_on_noise(facet))


def those(condition: Callable[[qicharts2.Facet], bool]) -> list[ParameterSet]:
    return [case for case in ALL if condition(case.values[0])]


@pytest.mark.parametrize("facet", those(same_centre))
def test_values_and_centre_lines_agree(facet: qicharts2.Facet) -> None:
    assert qicharts2.line_differences(facet, qicharts2.chart_of(facet)) == []


@pytest.mark.parametrize("facet", those(same_limits))
def test_limits_and_points_outside_them_agree(facet: qicharts2.Facet) -> None:
    chart = qicharts2.chart_of(facet)
    if has_one_point(facet):
        assert [(point.lcl, point.ucl) for point in chart.points] == [(None, None)]
    elif is_screened_away(facet):
        lines = [line for point in chart.points for line in (point.lcl, point.ucl)]
        assert lines == pytest.approx([chart.points[0].value] * len(lines), rel=1e-12)
    else:
        assert qicharts2.limit_differences(facet, chart) == []


@pytest.mark.parametrize("facet", those(same_runs))
def test_the_runs_analysis_agrees(facet: qicharts2.Facet) -> None:
    assert qicharts2.run_differences(facet, qicharts2.chart_of(facet)) == []


@pytest.mark.parametrize(
    "facet", those(lambda facet: same_runs(facet) and not has_other_runs_method(facet))
)  # the others judge runs by rules that Wellrun has under other names
def test_runs_signals_agree(facet: qicharts2.Facet) -> None:
    assert qicharts2.runs_signal_differences(facet, qicharts2.chart_of(facet)) == []


@pytest.mark.parametrize("facet", those(has_an_empty_subgroup))
def test_an_empty_subgroup_takes_no_degree_of_freedom(facet: qicharts2.Facet) -> None:
    chart = qicharts2.chart_of(facet)
    sizes = [len(group) for group in qicharts2.raw_subgroups(facet)[1]]
    free = sum(sizes) - len([size for size in sizes if size])
    for point, theirs in zip(chart.points, facet.points, strict=True):
        if point.sigma is not None:
            half, other = 3 * point.sigma, theirs["ucl"] - theirs["centre"]
            assert half * (free / (free - sizes.count(0))) ** 0.5 == pytest.approx(other, rel=1e-9)


@pytest.mark.parametrize("facet", those(is_off_scale))
def test_a_given_centre_is_a_time(facet: qicharts2.Facet) -> None:
    given = facet.case["options"]["cl"]
    chart = qicharts2.chart_of(facet)
    assert [point.centre for point in chart.points] == pytest.approx([given] * len(chart.points), rel=1e-12)
    assert facet.points[0]["centre"] == pytest.approx(given**3.6)


@pytest.mark.parametrize("facet", those(has_given_gap))
def test_a_given_mean_gap_leaves_the_median_to_the_data(facet: qicharts2.Facet) -> None:
    given, phase = facet.case["options"]["cl"], qicharts2.chart_of(facet).phases[0]
    assert phase.centre == given
    assert facet.points[0]["centre"] == pytest.approx(0.693 * given)


@pytest.mark.parametrize("facet", those(has_all_neighbours))
def test_only_neighbours_that_count_set_the_limits_of_i_prime(facet: qicharts2.Facet) -> None:
    chart, options = qicharts2.chart_of(facet), facet.case["options"]
    _, values, n = qicharts2.subgroups(facet)
    last = options.get("freeze", len(values))
    left_out = [position - 1 for position in options.get("exclude", ())]
    kept = [place for place in range(last) if place not in left_out]
    alone = spc.i_prime_chart([values[at] for at in kept], n=[(n or [])[at] for at in kept], screen=True)
    ours = [(chart.points[at].centre, chart.points[at].ucl) for at in kept]
    assert ours == [(point.centre, point.ucl) for point in alone.points]


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
    assert {case.values[0].case["chart"] for case in ALL} == {
        "run", "i", "mr", "p", "u", "c", "ip", "xbar", "s", "pp", "up", "g", "t",
    }  # fmt: skip
    assert len(ALL) >= 220
