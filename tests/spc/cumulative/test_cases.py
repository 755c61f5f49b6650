"""Charts of outcomes case by case: the Bernoulli CUSUM and the VLAD."""

from datetime import datetime, timedelta
from math import log, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.cumulative import Cumulative, bernoulli_cusum, vlad
from wellrun_spc.cumulative.words import ENGLISH
from wellrun_spc.series import SeriesError

QUIET = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] * 6
MANY = [1, 1, 0, 1, 1, 0, 1, 1, 1]


def test_more_events_than_usual_are_signalled_with_where_they_began() -> None:
    found = bernoulli_cusum([*QUIET[:59], *MANY], p0=0.1)
    (signal,) = found.signals
    assert (signal.side, signal.since, signal.positions) == ("high", 59, (67,))
    assert found.reading.variation == "concerning"
    assert found.reading.plain == (
        "Since about case 60 there were 7 events in 9 cases, where 0.9 were expected. "
        "That is more than we would expect from chance alone. Ask what was different."
    )
    assert signal.sentence == (
        "Bernoulli CUSUM signal, high: log likelihood ratio 3.99 at case 68, limit 3.5."
    )


def test_fewer_events_than_usual_are_good_news_where_events_are_bad() -> None:
    found = bernoulli_cusum([0] * 59, p0=0.1, limit=3)
    assert found.reading.variation == "improving"
    assert found.reading.plain == (
        "Since about case 1 there were 0 events in 59 cases, where 5.9 were expected. "
        "That is fewer than we would expect from chance alone."
    )
    assert found.signals[0].sentence.startswith("Bernoulli CUSUM signal, low: log likelihood ratio -3.03 at")


def test_a_sum_restarts_after_its_signal_and_the_reading_remembers_it() -> None:
    found = bernoulli_cusum([*MANY, *QUIET], p0=0.1)
    assert found.signals[0].positions == (8,)
    assert found.points[9].high == 0
    assert found.reading.variation == "concerning"
    assert found.reading.since == 1
    assert found.reading.plain == (
        "From about case 1 to case 9 there were 7 events in 9 cases, where 0.9 were expected. "
        "That was more than we would expect from chance alone. Ask what was different. "
        "The sum began again after that, and has not signalled since."
    )


def test_without_restarts_the_sum_goes_on_and_makes_one_signal() -> None:
    restarts, goes_on = (bernoulli_cusum([*MANY, *MANY], p0=0.1, reset=reset) for reset in (True, False))
    assert len(restarts.signals) == 2
    assert len(goes_on.signals) == 1
    assert goes_on.signals[0].positions[-1] == 17


def test_the_usual_share_is_that_of_the_baseline() -> None:
    found = bernoulli_cusum([*QUIET, *MANY], freeze=60)
    assert found.centre == pytest.approx(0.1)
    assert found.n_used == 60
    assert bernoulli_cusum(QUIET, p0=0.2).n_used == 0


def test_a_share_to_look_out_for_is_the_same_as_its_odds_ratio() -> None:
    by_share = bernoulli_cusum(MANY, p0=0.1, p1=0.25)
    by_odds = bernoulli_cusum(MANY, p0=0.1, odds_ratio=3)
    assert [point.high for point in by_share.points] == pytest.approx(
        [point.high for point in by_odds.points]
    )


def test_a_steady_chart_of_cases_counts_what_was_expected() -> None:
    found = bernoulli_cusum(QUIET, p0=0.1)
    assert found.reading.plain == (
        "The number of events is about what chance would give: 6 events in 60 cases, where 6 were expected."
    )
    assert bernoulli_cusum([0, 1], p0=0.1).reading.plain.endswith(
        "1 event in 2 cases, where 0.2 were expected."
    )


def test_true_and_false_are_outcomes_too() -> None:
    assert bernoulli_cusum([True, False], p0=0.1).points[0].high == pytest.approx(log(2 / 1.1))


@pytest.mark.parametrize("outcomes", [[None, nan], [None]])
def test_cases_without_outcomes_judge_nothing(outcomes: list[float | None]) -> None:
    for found in (bernoulli_cusum(outcomes), vlad(outcomes, [0.1] * len(outcomes))):
        assert found.reading.word == "Too early to tell"
        assert found.signals == ()
    assert bernoulli_cusum(outcomes, p0=0.1).reading.word == "Too early to tell"


def test_expected_minus_observed_goes_up_with_each_case_that_goes_well() -> None:
    found = vlad([0, 1, None, 0], [0.2, 0.5, 0.9, 0.1])
    assert [point.total for point in found.points] == [
        pytest.approx(0.2), pytest.approx(-0.3), None, pytest.approx(-0.2),
    ]  # fmt: skip
    assert found.points[2].expected is None


def test_a_case_without_a_risk_counts_for_nothing() -> None:
    found = vlad([0, 1, 0], [0.2, None, 0.1])
    assert found.points[1].value is None
    assert found.points[2].total == pytest.approx(0.3)


def test_left_out_cases_count_for_nothing() -> None:
    found = vlad([0, 1, 0], [0.2, 0.5, 0.1], excluded=[1])
    assert found.points[1].excluded
    assert found.points[1].total is None
    assert found.points[2].total == pytest.approx(0.3)


def test_a_signal_of_risk_adjusted_events_tells_both_numbers() -> None:
    found = vlad([0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0.1] * 11, limit=4)
    (signal,) = found.signals
    assert signal.side == "high"
    assert signal.plain.startswith(
        "From about case 3 to case 9 there were 7 events in 7 cases, where 0.7 were expected."
    )
    assert signal.sentence.startswith("Risk-adjusted CUSUM signal, high: log likelihood ratio 4.")


def test_each_side_has_its_own_limit() -> None:
    found = vlad([0] * 40, [0.2] * 40, limit=9, better_limit=2, better_ratio=0.25)
    assert {signal.side for signal in found.signals} == {"low"}
    assert found.points[0].ucl == 9
    assert found.points[0].lcl == -2
    assert found.settings["better_ratio"] == 0.25


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: bernoulli_cusum([0, 2], p0=0.1), "Row 2: The outcome 2 is neither 0 nor 1. Write 1 where"),
        (lambda: bernoulli_cusum([0, "no"], p0=0.1), "Row 2: The outcome “no” is not a number."),
        (lambda: bernoulli_cusum([0, 1], p0=1), "A usual share of 1 leaves nothing to follow."),
        (lambda: bernoulli_cusum([0, 1], p0=0.1, p1=0), "A usual share of 0 leaves nothing to follow."),
        (lambda: bernoulli_cusum([0, 0]), "The baseline has no events, so the usual share is not known. Gi"),
        (lambda: bernoulli_cusum([1, 1]), "The baseline has only events, so the usual share is not known."),
        (lambda: bernoulli_cusum([0, 1], odds_ratio=0.5), "are no change for the worse and the better."),
        (lambda: bernoulli_cusum([0, 1], limit=0), "limit is 0. Give a number above 0."),
        (lambda: vlad([0, 1], [0.1]), "There are 2 outcomes but 1 expected numbers."),
        (lambda: vlad([0, 1], [0.1, 1.2]), "Row 2: The expected number 1.2 is no probability."),
        (lambda: vlad([0], [0.1], better_ratio=2), "are no change for the worse and the better."),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused_with_a_remedy(call: object, words: str) -> None:
    with pytest.raises(SeriesError) as caught:
        call()  # type: ignore[operator]
    assert words in str(caught.value)
    assert caught.value.remedy


def test_charts_of_cases_survive_being_stored() -> None:
    moments = [datetime(2026, 1, 1, 8) + timedelta(hours=7 * case) for case in range(9)]
    for found in (bernoulli_cusum(MANY, x=moments, p0=0.1), vlad(MANY, [0.2] * 9)):
        assert Cumulative.from_dict(found.to_dict()) == found


CASES = st.lists(st.tuples(st.sampled_from([0, 1, None]), st.floats(0.001, 0.999)), min_size=1, max_size=50)


@given(CASES)
def test_the_display_ends_at_all_expected_less_all_observed(cases: list[tuple[int | None, float]]) -> None:
    found = vlad([outcome for outcome, _ in cases], [risk for _, risk in cases])
    counted = [(outcome, risk) for outcome, risk in cases if outcome is not None]
    totals = [point.total for point in found.points if point.total is not None]
    if counted:
        expected = sum(risk for _, risk in counted) - sum(outcome for outcome, _ in counted)
        assert totals[-1] == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.sampled_from([0, 1]), min_size=1, max_size=50), st.floats(0.01, 0.99))
def test_with_one_risk_for_all_the_two_charts_of_cases_are_one(outcomes: list[int], share: float) -> None:
    plain = bernoulli_cusum(outcomes, p0=share, limit=3)
    adjusted = vlad(outcomes, [share] * len(outcomes), limit=3)
    assert [point.high for point in plain.points] == [point.high for point in adjusted.points]
    assert [point.low for point in plain.points] == [point.low for point in adjusted.points]


@pytest.mark.parametrize("text", ENGLISH.values())
def test_no_sentence_blames_or_cheers(text: str) -> None:
    for word in ("!", "worse", "fail", "poor"):
        assert word not in text.lower()
