"""Wellrun finds what the slow twin finds, in every series."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.spc.properties import series, twin

import wellrun_spc as spc
from wellrun_spc.limits.factors import size_factors


def slack_of(centre: float, spread: float) -> float:
    return 1e-12 * (abs(centre) + spread)


def found_by(chart: spc.Chart) -> twin.Findings:
    return {(signal.rule, signal.positions, signal.side) for signal in chart.signals}


@given(values=series.values())
def test_an_individuals_chart_with_anhoej_rules(values: twin.Values) -> None:
    assume(any(value is not None for value in values))
    chart = spc.i_chart(values)
    centre, sigma = twin.individuals(values, rounded=False, screen=False)
    assert chart.phases[0].centre == pytest.approx(centre, rel=1e-12, abs=1e-12)
    assert chart.phases[0].sigma == (None if sigma is None else pytest.approx(sigma, rel=1e-12))
    assert found_by(chart) == twin.anhoej(values, centre, sigma, slack_of(centre, sigma or 0))


@given(values=series.values(), version=st.sampled_from([1, 2]))
def test_an_individuals_chart_with_nhs_rules(values: twin.Values, version: int) -> None:
    assume(any(value is not None for value in values))
    chart = spc.i_chart(values, rules=f"nhs-mdc/{version}")
    centre, sigma = twin.individuals(values, rounded=True, screen=version == 1)
    assert chart.phases[0].sigma == (None if sigma is None else pytest.approx(sigma, rel=1e-12))
    expected = twin.mdc(values, centre, sigma, slack_of(centre, sigma or 0), beyond_counts=version == 2)
    assert found_by(chart) == expected


@given(values=series.values())
def test_a_run_chart(values: twin.Values) -> None:
    assume(any(value is not None for value in values))
    chart = spc.run_chart(values)
    centre = twin.median(values)
    assert chart.phases[0].centre == centre
    assert found_by(chart) == twin.anhoej(values, centre, None, slack_of(centre, 1))


@given(given_=series.ratios())
def test_a_p_chart(given_: tuple[twin.Values, list[float]]) -> None:
    parts, wholes = given_
    assume(sum(part is not None for part in parts) >= 2)
    chart = spc.p_chart(parts, wholes)
    share, sigma = twin.proportions(parts, wholes)
    assert chart.phases[0].centre == pytest.approx(share, rel=1e-12)
    for point, error in zip(chart.points, sigma, strict=True):
        if error is None:
            assert point.sigma is None
        else:
            assert point.sigma == pytest.approx(error, rel=1e-12)
            assert point.ucl == pytest.approx(min(1, share + 3 * error))
            assert point.lcl == pytest.approx(max(0, share - 3 * error))


def close(number: float | None) -> Any:
    return None if number is None else pytest.approx(number, rel=1e-9, abs=1e-9)


@given(given_=series.ratios(), is_share=st.booleans())
def test_laneys_charts(given_: tuple[twin.Values, list[float]], is_share: bool) -> None:
    parts, wholes = given_
    assume(sum(part is not None for part in parts) >= 2)
    chart = spc.chart(parts, chart="p_prime" if is_share else "u_prime", n=wholes)
    level, sigma_z, sigma = twin.laney(parts, wholes, is_share=is_share)
    assert chart.phases[0].centre == close(level)
    assert chart.phases[0].sigma_z == close(sigma_z)
    if twin.neighbours(parts):
        assert [point.sigma for point in chart.points] == [close(error) for error in sigma]


@given(given_=series.ratios())
def test_an_i_prime_chart(given_: tuple[twin.Values, list[float]]) -> None:
    parts, wholes = given_
    assume(sum(part is not None for part in parts) >= 2)
    chart = spc.i_prime_chart(parts, wholes)
    level, sigma = twin.weighted(parts, wholes)
    assert chart.phases[0].centre == close(level)
    assert [point.sigma for point in chart.points] == [close(error) for error in sigma]


@given(values=series.times())
def test_a_t_chart(values: twin.Values) -> None:
    assume(any(value is not None for value in values))
    chart = spc.t_chart(values)
    judged = [None if value is None else value ** (1 / 3.6) for value in values]
    centre, sigma = twin.individuals(judged, rounded=False, screen=False)
    phase = chart.phases[0]
    assert (phase.centre, phase.sigma) == (close(centre**3.6), close(sigma))
    if sigma is not None:
        assert phase.ucl == close((centre + 3 * sigma) ** 3.6)
        assert phase.lcl == close(max(0, centre - 3 * sigma) ** 3.6)
    assert found_by(chart) == twin.anhoej(judged, centre, sigma, slack_of(centre, sigma or 0))


@given(values=st.lists(st.one_of(st.none(), st.integers(0, 30).map(float)), min_size=2, max_size=40))
def test_a_g_chart(values: twin.Values) -> None:
    known = [value for value in values if value is not None]
    assume(len(known) >= 2)
    chart, mean, median = spc.g_chart(values), sum(known) / len(known), twin.median(values)
    sigma = math.sqrt(mean * (mean + 1))
    phase, slack = chart.phases[0], slack_of(mean, sigma)
    assert (phase.centre, phase.middle, phase.lcl) == (close(mean), median, 0)
    assert phase.ucl == close(mean + 3 * sigma)
    assert found_by(chart) == twin.anhoej(values, median, None, slack) | twin.outside(
        values, mean, sigma, slack
    )


@given(values=st.lists(st.integers(0, 30).map(float), min_size=2, max_size=40))
def test_a_g_chart_with_bands_about_its_mean(values: list[float]) -> None:
    mean, median = sum(values) / len(values), twin.median(list(values))
    sigma = math.sqrt(mean * (mean + 1))
    slack = slack_of(mean, sigma)
    about_mean = twin.mdc(list(values), mean, sigma, slack, beyond_counts=True)
    about_median = twin.mdc(list(values), median, None, slack, beyond_counts=True)
    expected = {found for found in about_mean if found[0] in ("outside", "two_of_three")}
    expected |= {found for found in about_median if found[0] in ("shift", "trend")}
    assert found_by(spc.g_chart(values, rules="nhs-mdc/2")) == expected


@given(groups=series.subgroups())
def test_charts_of_subgroups(groups: list[twin.Values]) -> None:
    assume(sum(any(value is not None for value in group) for group in groups) >= 2)
    grand, average, means, deviations = twin.subgroups(groups)
    means_chart, spread = spc.xbar_chart(groups), spc.s_chart(groups)
    assert (means_chart.points[0].centre, spread.points[0].centre) == (close(grand), close(average))
    assert [point.value for point in means_chart.points] == [close(mean) for mean in means]
    assert [point.value for point in spread.points] == [close(deviation) for deviation in deviations]
    has_limits = sum(deviation is not None for deviation in deviations) >= 2
    for place, group in enumerate(groups):
        size = sum(value is not None for value in group)
        known = average is not None and size > 1
        c4 = twin.c4(max(size, 2))
        ours = means_chart.points[place].sigma
        assert ours == (close((average or 0) / c4 / math.sqrt(size)) if known else None)
        error = close((average or 0) * math.sqrt(1 - c4**2) / c4)
        assert spread.points[place].sigma == (error if known and has_limits else None)


@given(size=st.integers(2, 3000))
def test_factors_of_subgroups(size: int) -> None:
    found, expected = size_factors(size), twin.c4(size)
    assert found.c4 == pytest.approx(expected, rel=1e-12)
    assert found.a3 == pytest.approx(3 / expected / math.sqrt(size), rel=1e-12)
    assert found.b4 - 1 == pytest.approx(3 * math.sqrt(1 - expected**2) / expected, rel=1e-7)
    assert found.b3 == pytest.approx(max(0, 2 - found.b4), abs=1e-12)
