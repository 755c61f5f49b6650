"""Wellrun finds what the slow twin finds, in every series."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.spc.properties import series, twin

import wellrun_spc as spc


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
