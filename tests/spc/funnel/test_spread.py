"""Trimming, phi and tau squared, by hand."""

from math import inf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.limits.funnel import Spread, spread_of

SCORES = [-3.0, -1.0, -0.5, 0.0, 0.0, 0.5, 0.5, 1.0, 2.0, 6.0]


def spread(
    z: list[float], *, trim: float = 0.1, truncate: bool = False, errors: list[float] | None = None
) -> Spread:
    return spread_of(z, errors or [0.1] * len(z), trim=trim, truncate=truncate, instead=[-2.0] * len(z))


def test_winsorising_draws_the_extremes_in_to_the_tenth_from_each_end() -> None:
    # type 7 quantiles: -1.2 at 10 % and 2.4 at 90 %
    found = spread(SCORES)
    assert found.phi == pytest.approx((1.44 + 1 + 0.25 + 0 + 0 + 0.25 + 0.25 + 1 + 4 + 5.76) / 10)
    assert found.trimmed == (True, *[False] * 8, True)
    assert found.count == 10


def test_truncating_leaves_out_units_by_rank_among_one_more_than_there_are() -> None:
    # ranks r with floor(10 r / 11) of 0 or 9: the first and the last
    found = spread(SCORES, truncate=True)
    assert found.trimmed == (True, *[False] * 8, True)
    assert found.count == 8
    assert found.phi == pytest.approx((1 + 0.25 + 0 + 0 + 0.25 + 0.25 + 1 + 4) / 8)


def test_tau_squared_is_the_moment_estimate() -> None:
    errors = [0.1, 0.2, 0.1, 0.2]
    found = spread([-3.0, 2.0, 3.0, -2.0], trim=0, errors=errors)
    weights = [100, 25, 100, 25]
    excess = 4 * 6.5 - 3
    assert found.phi == 6.5
    assert found.tau2 == pytest.approx(excess / (250 - sum(w * w for w in weights) / 250))


def test_there_is_no_variance_between_units_that_differ_by_chance() -> None:
    assert spread([0.5, -0.5, 1.0, -1.0], trim=0).tau2 == 0
    assert spread([5.0], trim=0).tau2 == 0


def test_nothing_is_trimmed_where_nothing_is_asked_for() -> None:
    assert spread(SCORES, trim=0, truncate=True).trimmed == (False,) * 10
    assert spread(SCORES, trim=0).trimmed == (False,) * 10


def test_units_with_equal_scores_are_left_out_together() -> None:
    # four units share the mean rank of 2.5, and floor(10 x 2.5 / 41) is 0: all go, or none
    found = spread([-inf] * 4 + [float(k) for k in range(36)], truncate=True)
    assert found.trimmed[:4] == (True,) * 4


def test_infinite_scores_that_stay_are_replaced() -> None:
    found = spread([-inf, -inf, 0.0], trim=0, truncate=True)
    assert found.phi == pytest.approx(8 / 3)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.floats(0, 0.49), st.booleans())
def test_the_order_of_units_does_not_matter(z: list[float], trim: float, truncate: bool) -> None:
    forward, backward = spread(z, trim=trim, truncate=truncate), spread(z[::-1], trim=trim, truncate=truncate)
    assert forward.phi == backward.phi
    assert forward.tau2 == pytest.approx(backward.tau2)
    assert forward.trimmed == backward.trimmed[::-1]


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=30))
def test_doubling_all_scores_makes_phi_four_times_as_large(z: list[float]) -> None:
    assert sqrt(spread([2 * score for score in z]).phi) == pytest.approx(2 * sqrt(spread(z).phi), abs=1e-9)
