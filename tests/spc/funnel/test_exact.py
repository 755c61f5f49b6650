"""Exact limits: against printed tables, a slow twin, and what must hold for all sizes."""

import math
import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.limits.funnel import (
    binomial_quantile,
    chi_square_limits,
    chi_square_quantile,
    poisson_quantile,
)

# Cumulative probabilities as printed, to 4 decimals: binomial n = 20, p = 0.5 and Poisson mean 10, in tables
# such as those of any textbook (for example Neave, Elementary Statistics Tables, 1981).
BINOMIAL_20_HALF = {5: 0.0207, 6: 0.0577, 13: 0.9423, 14: 0.9793}
POISSON_10 = {3: 0.0103, 4: 0.0293, 16: 0.9730, 17: 0.9857}


def printed_limit(table: dict[int, float], count: int, p: float) -> float:
    return count - (table[count] - p) / (table[count] - table[count - 1])


def test_interpolated_binomial_limits_follow_from_printed_tables() -> None:
    assert binomial_quantile(0.025, 20, 0.5) == pytest.approx(
        printed_limit(BINOMIAL_20_HALF, 6, 0.025), abs=0.005
    )
    assert binomial_quantile(0.975, 20, 0.5) == pytest.approx(
        printed_limit(BINOMIAL_20_HALF, 14, 0.975), abs=0.005
    )


def test_interpolated_poisson_limits_follow_from_printed_tables() -> None:
    assert poisson_quantile(0.025, 10) == pytest.approx(printed_limit(POISSON_10, 4, 0.025), abs=0.01)
    assert poisson_quantile(0.975, 10) == pytest.approx(printed_limit(POISSON_10, 17, 0.975), abs=0.01)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(1, 0.0253, 5.57), (2, 0.242, 7.22), (3, 0.619, 8.77), (4, 1.09, 10.24), (5, 1.62, 11.67),
     (6, 2.20, 13.06), (7, 2.81, 14.42), (8, 3.45, 15.76), (9, 4.12, 17.08), (10, 4.80, 18.39)],
)  # fmt: skip
def test_chi_square_limits_are_the_printed_limits_of_a_poisson_count(
    count: int, low: float, high: float
) -> None:
    # Garwood, Biometrika 1936; Pearson & Hartley, Biometrika Tables for Statisticians I, table 40: 95 %
    found_low, found_high = chi_square_limits(0.025, count)
    assert found_low == pytest.approx(low, abs=0.0055 if low > 1 else 0.00055 if low > 0.1 else 0.00006)
    assert found_high == pytest.approx(high, abs=0.0055)


def chance_outside(low: float, high: float, mean: float) -> tuple[float, float]:
    chances = [math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)) for count in range(200)]
    below = sum(chance for count, chance in enumerate(chances) if count < low)
    return below, sum(chance for count, chance in enumerate(chances) if count > high)


def test_chances_of_lying_outside_are_those_published_for_standardised_mortality_ratios() -> None:
    # Seaton & Manktelow, BMC Medical Research Methodology 2012; 12: 98: expected 1 to 50, 95 % limits.
    # Median, least and most chance below and above: "prediction" limits, and "exact" confidence limits.
    grid = [step / 20 for step in range(20, 1001)]
    prediction = [
        chance_outside(poisson_quantile(0.025, mean), poisson_quantile(0.975, mean, upper=True), mean)
        for mean in grid
    ]
    below, above = ([pair[side] for pair in prediction] for side in (0, 1))
    assert statistics.median(below) == pytest.approx(0.0186, abs=1e-4)
    assert (min(below), max(below)) == (0, pytest.approx(0.0250, abs=1e-4))
    assert statistics.median(above) == pytest.approx(0.0201, abs=1e-4)
    assert (min(above), max(above)) == (pytest.approx(0.0052, abs=3e-4), pytest.approx(0.0250, abs=1e-4))
    confidence = [chance_outside(*chi_square_limits(0.025, mean), mean) for mean in grid]
    below, above = ([pair[side] for pair in confidence] for side in (0, 1))
    assert statistics.median(below) == pytest.approx(0.0325, abs=1e-4)
    assert max(below) == pytest.approx(0.3679, abs=1e-4)
    assert statistics.median(above) == pytest.approx(0.0121, abs=1e-4)
    assert max(above) == pytest.approx(0.0177, abs=3e-4)


def slow_binomial(p: Fraction, size: int, share: Fraction) -> float:
    """The definition, word for word, in exact fractions."""
    below, count = Fraction(0), 0
    while True:
        chance = math.comb(size, count) * share**count * (1 - share) ** (size - count)
        if below + chance >= p:
            return max(0.0, float(count - (below + chance - p) / chance))
        below, count = below + chance, count + 1


@pytest.mark.parametrize("p", [Fraction(1, 1000), Fraction(25, 1000), Fraction(975, 1000)])
@pytest.mark.parametrize(("size", "share"), [(1, Fraction(1, 2)), (7, Fraction(1, 3)), (60, Fraction(1, 10))])
def test_binomial_limits_equal_their_definition_in_fractions(p: Fraction, size: int, share: Fraction) -> None:
    expected = slow_binomial(p, size, share)
    if expected > size - 1 and p > Fraction(1, 2):
        expected = size
    assert binomial_quantile(float(p), size, float(share)) == pytest.approx(expected, abs=1e-9)


def test_no_unit_lies_beyond_a_limit_because_all_its_cases_had_a_likely_event() -> None:
    assert binomial_quantile(0.975, 50, 0.99) == 50
    assert binomial_quantile(0.025, 50, 0.01) == 0


@given(st.integers(1, 400), st.floats(0.001, 0.999), st.sampled_from([0.025, 0.001]))
def test_prediction_limits_of_events_and_of_their_absence_agree(size: int, share: float, tail: float) -> None:
    low = binomial_quantile(tail, size, share)
    high = binomial_quantile(1 - tail, size, 1 - share, upper=True)
    assert low == pytest.approx(size - high, abs=1e-6 * size)


@given(st.floats(0.01, 1e6), st.sampled_from([0.025, 0.001]))
def test_prediction_limits_lie_one_event_outside_the_published_ones_at_the_top(
    mean: float, tail: float
) -> None:
    published = poisson_quantile(1 - tail, mean)
    if published > 0:
        assert poisson_quantile(1 - tail, mean, upper=True) == pytest.approx(published + 1, rel=1e-9)


@given(st.floats(1e-3, 1e12), st.floats(1.0001, 10))
def test_poisson_limits_rise_with_the_mean(mean: float, factor: float) -> None:
    for p in (0.001, 0.025, 0.975, 0.999):
        assert poisson_quantile(p, mean) <= poisson_quantile(p, mean * factor) + 1e-9 * mean


@pytest.mark.parametrize("size", [1e6, 1e9, 1e12, 1e13])
def test_limits_of_very_many_cases_are_the_normal_ones(size: float) -> None:
    error = math.sqrt(size * 0.3 * 0.7)
    assert (binomial_quantile(0.975, size, 0.3) - size * 0.3) / error == pytest.approx(1.96, abs=0.002)
    assert (poisson_quantile(0.001, size) - size) / math.sqrt(size) == pytest.approx(-3.09, abs=0.002)


def test_limits_of_the_largest_numbers_are_still_numbers() -> None:
    assert binomial_quantile(0.999, 1e300, 0.5) == pytest.approx(5e299)
    assert poisson_quantile(0.001, 1e300) == pytest.approx(1e300)


def test_where_nothing_can_happen_the_limits_are_the_certain_count() -> None:
    assert binomial_quantile(0.975, 20, 0) == 0
    assert binomial_quantile(0.025, 20, 1) == 20
    assert poisson_quantile(0.999, 0) == 0
    assert chi_square_limits(0.025, 0) == (0, 0)


def test_chi_square_quantiles_are_the_printed_ones() -> None:
    assert chi_square_quantile(0.95, 10) == pytest.approx(18.307, abs=5e-4)
