"""CUSUM and EWMA charts: what sets them, what does not count, and what they say."""

from datetime import date, timedelta
from itertools import pairwise
from math import nan, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.cumulative import Cumulative, cusum, ewma
from wellrun_spc.series import SeriesError

STEADY = [10, 9, 11, 10, 9, 10, 11, 9, 10, 11, 10, 9]
SHIFTED = [*STEADY, 12, 12, 13, 12, 12, 13]
WEEKS = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(len(SHIFTED))]


@pytest.mark.parametrize("chart", [cusum, ewma])
def test_the_mean_and_the_moving_range_of_the_baseline_set_the_chart(chart: object) -> None:
    found = chart(SHIFTED, freeze=12)  # type: ignore[operator]
    ranges = [abs(after - before) for before, after in pairwise(STEADY)]
    assert found.centre == pytest.approx(sum(STEADY) / 12)
    assert found.sigma == pytest.approx(sum(ranges) / 11 * sqrt(pi) / 2)
    assert found.n_used == 12


def test_what_is_given_is_not_estimated() -> None:
    found = cusum(SHIFTED, centre=10, sigma=2)
    assert (found.centre, found.sigma, found.n_used) == (10, 2, 0)
    assert cusum(SHIFTED, centre=10).n_used == len(SHIFTED)


@pytest.mark.parametrize("chart", [cusum, ewma])
def test_missing_and_left_out_points_add_nothing(chart: object) -> None:
    plain = chart([1, 2, 3, 2], centre=1, sigma=1)  # type: ignore[operator]
    gaps = chart([1, None, 2, 99, 3, nan, 2], centre=1, sigma=1, excluded=[3])  # type: ignore[operator]
    kept = [point for point in gaps.points if point.value is not None and not point.excluded]
    for name in ("high", "low", "average"):
        assert [getattr(point, name) for point in kept] == [getattr(point, name) for point in plain.points]
    assert gaps.points[1].value is None
    assert gaps.points[3].excluded
    assert gaps.points[3].value == 99
    assert gaps.points[3].high is None
    assert gaps.points[3].signals == ()


def test_a_shift_is_signalled_with_the_week_in_which_it_began() -> None:
    found = cusum(SHIFTED, x=WEEKS, centre=10, sigma=1)
    (signal,) = found.signals
    assert (signal.side, signal.since, signal.positions) == ("high", 12, (14, 15, 16, 17))
    assert found.reading.plain == (
        "Since about the week of 30 March 2026, the values have run above 10. That is very unlikely to be "
        "chance. Decide together if that matters."
    )
    assert signal.sentence == (
        "CUSUM signal, high: the sum reached 11 sigma at the week of 4 May 2026, beyond the limit of 5. "
        "Mean since the week of 30 March 2026: 12.3."
    )
    assert found.reading.since == date(2026, 3, 30)
    assert found.reading.word == "Changed"


@pytest.mark.parametrize(
    ("values", "direction", "variation", "word"),
    [
        (SHIFTED, "increase", "improving", "Improving"),
        (SHIFTED, "decrease", "concerning", "Concerning"),
        ([-value for value in SHIFTED], "increase", "concerning", "Concerning"),
        ([-value for value in SHIFTED], "neutral", "special_low", "Changed"),
    ],
)
def test_the_better_direction_decides_what_a_signal_means(
    values: list[int], direction: str, variation: str, word: str
) -> None:
    centre = 10 if values[0] > 0 else -10
    for chart in (cusum, ewma):
        found = chart(values, centre=centre, sigma=1, direction=direction)
        assert found.reading.variation == variation
        assert found.reading.word == word
        assert found.reading.plain.endswith("Ask what was different.") == (variation == "concerning")


def test_averages_are_described_in_the_units_of_the_values() -> None:
    high, low = ewma(SHIFTED, centre=10, sigma=1), ewma([20 - value for value in SHIFTED], centre=10, sigma=1)
    assert high.signals[0].sentence == (
        "EWMA signal, high: 11.7 at point 18, above the limit of 11. Mean since point 13: 12.3."
    )
    assert low.signals[0].sentence == (
        "EWMA signal, low: 8.25 at point 18, below the limit of 9. Mean since point 13: 7.67."
    )
    assert low.signals[0].plain.startswith("Since about point 13, the values have run below 10.")


def test_a_signal_that_is_over_is_told_in_the_past() -> None:
    found = cusum([*SHIFTED, 9, 9, 9, 9, 9], centre=10, sigma=1)
    assert found.reading.variation == "common_cause"
    assert found.reading.word == "Steady"
    assert found.reading.plain == (
        "Now we see only the usual ups and downs. From about point 13 to point 21, the values ran above 10. "
        "That was very unlikely to be chance."
    )


def test_a_dip_below_the_limit_makes_two_signals() -> None:
    found = cusum([13, 13, 13, 7, 13], centre=10, sigma=1)
    assert [signal.positions for signal in found.signals] == [(2,), (4,)]
    assert found.signals[0].since == 0


def test_a_steady_process_is_called_steady() -> None:
    found = ewma(STEADY, x=["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"])
    assert found.signals == ()
    assert found.reading.sentence == "No signal at the latest point."
    assert found.reading.plain == (
        "The values stay around 9.92. A small change that lasts would add up here."
    )


def test_a_short_baseline_is_called_a_hint() -> None:
    assert cusum(STEADY[:7]).notices == (
        "The average and the spread rest on 7 points. With fewer than 12, treat signals as hints.",
        "With these settings, about one signal in 469 points comes from chance alone.",
    )
    assert ewma(STEADY).notices == ()


@pytest.mark.parametrize("values", [[10, 10, 10, 10], [10, 10, 10, 10, 11]])
@pytest.mark.parametrize("chart", [cusum, ewma])
def test_a_baseline_without_spread_judges_nothing(values: list[int], chart: object) -> None:
    found = chart(values, freeze=4)  # type: ignore[operator]
    assert found.reading.variation == "not_assessed"
    assert found.reading.plain == (
        "Every number that sets the limits is the same, so there is no spread to judge by."
    )
    assert [point.ucl for point in found.points] == [None] * len(values)
    assert found.sigma is None


@pytest.mark.parametrize("values", [[10], [None, None], [10, None, 12]])
@pytest.mark.parametrize("chart", [cusum, ewma])
def test_too_few_numbers_judge_nothing(values: list[float | None], chart: object) -> None:
    found = chart(values)  # type: ignore[operator]
    assert found.reading.word == "Too early to tell"
    assert found.reading.plain == "There are too few numbers to judge by. Add at least 2."


def test_given_settings_judge_even_one_point() -> None:
    assert cusum([20], centre=10, sigma=1).reading.variation == "special_high"


@pytest.mark.parametrize(
    ("chart", "options", "words"),
    [
        (cusum, {"k": 0}, "k is 0. Give a number above 0."),
        (cusum, {"h": nan}, "h is nan. Give a number above 0."),
        (cusum, {"headstart": 6}, "A head start of 6 is outside the limit. Use 0 to h; h / 2 is usual."),
        (cusum, {"sigma": -1}, "sigma is -1. Give a number above 0."),
        (cusum, {"centre": nan}, "centre is nan. Give a number, or leave it out."),
        (cusum, {"direction": "up"}, "There is no direction called up. Use increase, decrease or neutral."),
        (ewma, {"lam": 1.5}, "lam is 1.5. The weight of the newest value is more than 0, and 1 at most."),
        (ewma, {"width": -3}, "width is -3. Give a number above 0."),
    ],
)
def test_settings_that_mean_nothing_are_refused(
    chart: object, options: dict[str, object], words: str
) -> None:
    with pytest.raises(SeriesError) as caught:
        chart(STEADY, **options)  # type: ignore[operator]
    assert str(caught.value) == words


def test_data_that_cannot_be_charted_are_refused_with_the_row() -> None:
    with pytest.raises(SeriesError, match="Row 2"):
        cusum([1, "x"])
    with pytest.raises(SeriesError, match="There are no values"):
        ewma([])


@pytest.mark.parametrize(
    "x",
    [None, WEEKS, [f"w{week}" for week in range(18)], [week * 0.5 for week in range(18)]],
)
def test_a_cumulative_chart_survives_being_stored(x: list[object] | None) -> None:
    for found in (cusum(SHIFTED, x=x, freeze=12), ewma([10, None, 11, 10], x=None if x is None else x[:4])):
        assert Cumulative.from_dict(found.to_dict()) == found
        assert f'"chart": "{found.chart}"' in found.to_json()


VALUES = st.lists(st.floats(-1e3, 1e3, allow_subnormal=False) | st.none(), min_size=2, max_size=40)


@given(VALUES, st.floats(-1e3, 1e3), st.floats(0.01, 100))
def test_moving_and_stretching_the_scale_does_not_change_the_signals(
    values: list[float | None], shift: float, stretch: float
) -> None:
    moved = [None if value is None else value * stretch + shift for value in values]
    plain = cusum(values, centre=0, sigma=10)
    scaled = cusum(moved, centre=shift, sigma=10 * stretch)
    for one, other in zip(plain.points, scaled.points, strict=True):
        assert other.high == pytest.approx(one.high, abs=1e-6)
        assert other.low == pytest.approx(one.low, abs=1e-6)


@given(VALUES)
def test_an_average_with_all_its_weight_on_the_newest_value_is_a_shewhart_chart(
    values: list[float | None],
) -> None:
    found = ewma(values, centre=0, sigma=1, lam=1)
    for point in found.points:
        if point.value is not None:
            assert point.average == point.value
            assert (point.lcl, point.ucl) == (-3, 3)
            assert bool(point.signals) == (abs(point.value) > 3)


def test_what_was_not_stored_here_is_refused_with_words() -> None:
    stored = ewma(STEADY).to_dict()
    with pytest.raises(SeriesError, match="stored in the form None"):
        Cumulative.from_dict({})
    del stored["notices"]
    with pytest.raises(SeriesError, match="is not a whole wellrun-"):
        Cumulative.from_dict(stored)
