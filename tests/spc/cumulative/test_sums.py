"""Sums and averages: printed tables, and what must hold for all series."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.limits.cumulative import (
    average_run_length,
    cusum_sides,
    ewma_averages,
    one_side,
    weight,
)

# Montgomery, Introduction to Statistical Quality Control, 7th ed., table 9.1: mean 10, sigma 1, shifted to 11
# from the 21st on.
MONTGOMERY = [
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08,
    9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31,
    10.52,
]  # fmt: skip
# table 9.2, k = 0.5: C+ and C-
UPPER = [
    0, 0, 0, 1.16, 2.82, 2.50, 0.04, 1.00, 0, 0, 0, 0.97, 0.98, 0, 0, 0, 0.12, 0, 0, 0.34, 0.74, 0,
    1.79, 2.79, 2.89, 3.47, 3.35, 4.47, 5.28, 5.30,
]  # fmt: skip
LOWER = [
    0.05, 1.56, 1.77, 0, 0, 0, 1.46, 0, 0.30, 0, 0.47, 0, 0, 0.10, 0, 0.13, 0, 0, 0.98, 0, 0, 0.17, 0,
    0, 0, 0, 0, 0, 0, 0,
]  # fmt: skip
# table 9.11, lambda = 0.1, L = 2.7
EWMA = [
    9.945, 9.7495, 9.70355, 9.8992, 10.1253, 10.1307, 9.92167, 10.0755, 9.98796, 10.0232, 9.92384,
    10.0785, 10.1216, 10.0495, 10.0525, 9.98426, 10.0478, 10.074, 9.91864, 10.0108, 10.0997, 10.0227,
    10.2495, 10.3745, 10.3971, 10.4654, 10.4568, 10.5731, 10.6468, 10.6341,
]  # fmt: skip


def test_tabular_cusum_is_the_printed_one() -> None:
    high, low = cusum_sides([value - 10 for value in MONTGOMERY], k=0.5, h=5, headstart=0)
    assert high.sums == pytest.approx(UPPER, abs=0.0051)
    assert low.sums == pytest.approx(LOWER, abs=0.0051)
    # the text: the first signal is at 29, the counter is 7 there, so the shift came between 22 and 23
    assert high.beyond.index(True) + 1 == 29
    assert high.since[28] + 1 == 23
    assert not any(low.beyond)


def test_exponentially_weighted_average_is_the_printed_one() -> None:
    found = ewma_averages(MONTGOMERY, centre=10, sigma=1, lam=0.1, width=2.7)
    assert found.averages == pytest.approx(EWMA, abs=5.1e-5)
    # example 9.2: limits 10.27 and 9.73 at first, 10.36 and 9.64 next, 10.62 and 9.38 in the long run
    assert [round(limit, 2) for limit in found.upper[:2]] == [10.27, 10.36]
    assert [round(limit, 2) for limit in found.lower[:2]] == [9.73, 9.64]
    assert (round(found.upper[-1], 2), round(found.lower[-1], 2)) == (10.62, 9.38)
    beyond = [value > limit for value, limit in zip(found.averages, found.upper, strict=True)]
    assert beyond.index(True) + 1 == 29


def test_a_head_start_sees_a_change_at_the_start_as_early_as_printed() -> None:
    # Montgomery, section 9.1.6: K = 3, H = 12, mean 100: a process at 105 signals at sample 3 with a head
    # start of H / 2, and not before sample 6 without
    process = [107, 102, 109, 98, 105, 110, 101, 103, 110, 104]
    deviations = [value - 100 for value in process]
    with_start, _ = cusum_sides(deviations, k=3, h=12, headstart=6)
    without, _ = cusum_sides(deviations, k=3, h=12, headstart=0)
    assert with_start.sums[:3] == [10, 9, 15]
    assert with_start.beyond.index(True) + 1 == 3
    assert without.beyond.index(True) + 1 == 6
    assert with_start.since[2] == 0


@pytest.mark.parametrize(
    ("shift", "printed"),
    [(0, 465), (0.25, 139), (0.5, 38.0), (0.75, 17.0), (1, 10.4), (1.5, 5.75), (2, 4.01)],
)
def test_run_lengths_are_close_to_the_printed_ones(shift: float, printed: float) -> None:
    # Montgomery, table 9.3 (k = 0.5, h = 5); Siegmund's approximation is within about 3 %
    assert average_run_length(0.5, 5, shift) == pytest.approx(printed, rel=0.035)


def test_run_lengths_are_those_printed_for_the_approximation() -> None:
    # Montgomery, section 9.1.3: 469.1 points in control, 10.34 after a shift of 1 sigma
    assert average_run_length(0.5, 5) == pytest.approx(469.1, abs=0.05)
    assert average_run_length(0.5, 5, 1) == pytest.approx(10.34, abs=0.005)


def test_run_length_where_the_drift_is_nought_is_the_height_squared() -> None:
    assert average_run_length(0.5, 5, 0.5) == pytest.approx(6.166**2, rel=0.001)


def test_run_lengths_of_wide_limits_are_numbers() -> None:
    assert math.isfinite(average_run_length(5, 1000))


def test_likelihoods_of_one_risk_for_all_are_those_of_the_bernoulli_cusum() -> None:
    p0, p1 = 0.06, 0.113207547169811
    assert weight(1, p0, 2) == pytest.approx(math.log(p1 / p0))
    assert weight(0, p0, 2) == pytest.approx(math.log((1 - p1) / (1 - p0)))


def test_a_missing_value_changes_nothing() -> None:
    nan = math.nan
    side = one_side([1, nan, nan, 1], limit=1.5)
    assert side.sums[0] == 1
    assert side.sums[3] == 2
    assert all(math.isnan(value) for value in side.sums[1:3])
    gap, none = ewma_averages([12, nan, 8], centre=10, sigma=1, lam=0.2, width=3), None
    none = ewma_averages([12, 8], centre=10, sigma=1, lam=0.2, width=3)
    assert (gap.averages[2], gap.upper[2]) == (none.averages[1], none.upper[1])


def test_a_sum_that_restarts_begins_again_from_nought() -> None:
    side = one_side([2, 2, 2, 2], limit=3, reset=True)
    assert side.sums == [2, 4, 2, 4]
    assert side.since == [0, 0, 2, 2]
    assert side.beyond == [False, True, False, True]


def test_a_sum_that_just_reaches_its_limit_signals_only_where_that_is_the_rule() -> None:
    assert one_side([3], limit=3).beyond == [False]
    assert one_side([3], limit=3, reaches=True).beyond == [True]


SCORES = st.lists(st.floats(-10, 10) | st.just(math.nan), max_size=60)


@given(SCORES, st.floats(0.1, 2))
def test_turning_the_values_over_swaps_the_sums(scores: list[float], k: float) -> None:
    high, low = cusum_sides(scores, k=k, h=5, headstart=0)
    turned_high, turned_low = cusum_sides([-score for score in scores], k=k, h=5, headstart=0)
    assert high.sums == pytest.approx(turned_low.sums, nan_ok=True)
    assert low.sums == pytest.approx(turned_high.sums, nan_ok=True)


@given(SCORES, st.floats(0.1, 2))
def test_each_sum_is_the_slow_one(scores: list[float], k: float) -> None:
    # the sum at a point is the most that any stretch ending there adds up to, or nought
    high, _ = cusum_sides(scores, k=k, h=5, headstart=0)
    there = [(place, score - k) for place, score in enumerate(scores) if score == score]
    for count, (place, _) in enumerate(there, 1):
        stretches = [math.fsum(step for _, step in there[start:count]) for start in range(count)]
        assert high.sums[place] == pytest.approx(max(0.0, *stretches), abs=1e-9)


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=60), st.floats(0.01, 1))
def test_an_average_is_the_weighted_sum_of_all_values(values: list[float], lam: float) -> None:
    found = ewma_averages(values, centre=3, sigma=2, lam=lam, width=3)
    last = len(values) - 1
    weights = [lam * (1 - lam) ** (last - place) for place in range(last + 1)]
    expected = (
        math.fsum(w * value for w, value in zip(weights, values, strict=True)) + (1 - lam) ** (last + 1) * 3
    )
    assert found.averages[last] == pytest.approx(expected, abs=1e-9)
    variance = math.fsum(w * w for w in weights) * 4
    assert found.upper[last] == pytest.approx(3 + 3 * math.sqrt(variance), abs=1e-6)


@given(st.floats(0.001, 0.999), st.floats(1.01, 10))
def test_a_case_as_risky_as_expected_lowers_the_sum_on_average(risk: float, ratio: float) -> None:
    assert risk * weight(1, risk, ratio) + (1 - risk) * weight(0, risk, ratio) < 0
