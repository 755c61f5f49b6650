"""The chart for some data, and the reason that a novice is given."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wellrun_spc as spc
from wellrun_spc import simulate
from wellrun_spc.recommendations import KINDS, recommend


@pytest.mark.parametrize(("kind", "chart"), list(KINDS.items()))
def test_a_kind_of_data_has_its_chart(kind: str, chart: str) -> None:
    found = recommend(kind=kind)
    assert (found.chart, found.later) == (chart, chart)
    assert found.reason.startswith("Use a")


@pytest.mark.parametrize("kind", KINDS)
def test_few_points_make_a_run_chart_and_say_what_comes_later(kind: str) -> None:
    found = recommend(kind=kind, points=7)
    assert (found.chart, found.later) == ("run", KINDS[kind])
    assert "You have 7 numbers so far. From 12 on" in found.reason


def test_the_kind_is_told_from_the_numbers() -> None:
    counts = simulate.series(24, kind="count").values
    shares = simulate.series(24, kind="share")
    assert recommend(simulate.series(24).values).chart == "i"
    assert recommend(counts).chart == "c"
    assert recommend(shares.values, n=shares.n).chart == "p"
    assert recommend([12.0, *counts], n=[3.5] * 25).chart == "u"
    assert recommend([4.5, 3.25] * 8, n=[20, 30] * 8).chart == "i_prime"
    assert recommend([3, None, 4] * 3).chart == "run"


def test_rare_events_are_charted_from_one_to_the_next() -> None:
    found = recommend([0, 0, 0, 1] * 6)
    assert found.chart == "t"
    assert found.reason.startswith("Use a t chart, or a g chart. Most of your counts are 0.")


def test_counts_that_differ_too_much_are_charted_as_values() -> None:
    found = recommend([2, 40, 5, 60, 1, 35] * 3)
    assert found.chart == "i"
    assert found.reason.endswith("They are counts, but they differ more than a c chart allows for.")


@pytest.mark.parametrize(("kind", "chart"), [("share", "p_prime"), ("rate", "u_prime")])
def test_large_denominators_with_a_wide_spread_take_laneys_charts(kind: str, chart: str) -> None:
    wide, narrow = [150, 250] * 12, [198, 202] * 12
    assert recommend(wide, n=[1000] * 24, kind=kind).chart == chart
    assert recommend(narrow, n=[1000] * 24, kind=kind).chart == chart[0]
    assert recommend([15, 25] * 12, n=[100] * 24, kind=kind).chart == chart[0]
    assert recommend([0] * 24, n=[1000] * 24, kind=kind).chart == chart[0]


def test_one_number_is_enough_to_be_told_something() -> None:
    assert recommend([3]).later == "c"
    assert recommend([]).chart == "run"


def test_what_cannot_be_used_says_what_to_give() -> None:
    with pytest.raises(spc.SeriesError, match=r"There is no kind of data “odd”\. Use one of measured, "):
        recommend(kind="odd")
    with pytest.raises(spc.SeriesError, match=r"nothing to go by\. Give the numbers, or their kind"):
        recommend()


@given(seed=st.integers(0, 10_000), kind=st.sampled_from(simulate.KINDS))
def test_what_is_recommended_can_be_told_as_data(seed: int, kind: str) -> None:
    made = simulate.series(Random(seed).randint(1, 40), kind=kind, seed=seed)
    found = recommend(made.values, n=made.n)
    assert found.later in {*KINDS.values(), "p_prime", "u_prime"}
    assert found.to_dict()["reason"] == found.reason


def test_denominators_that_leave_no_standard_error_are_no_trouble() -> None:
    # the fuzzer found it: a chart is named, and nothing is divided by nought
    assert recommend([1, 0, 0, 2] * 5, n=[1e300, 30, 5, 9] * 5).chart == "p"
    assert recommend([0] * 20, n=[1000] * 20).chart == "p"
    assert recommend([1] + [0] * 19, n=[1e300] * 20).chart == "p"
