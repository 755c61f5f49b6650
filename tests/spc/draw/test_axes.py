"""The number axis: round steps, whole numbers for counts, nought where it belongs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.draw.axes import NumberAxis, number_axis

VALUES = st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=12)


def labels(axis: NumberAxis) -> list[str]:
    return [tick.label for tick in axis.ticks]


@pytest.mark.parametrize(
    ("values", "options", "expected"),
    [
        ([2, 11.4], {"whole": True, "from_zero": True}, "0 2 4 6 8 10 12"),
        ([0.82, 0.955], {"percent": True}, "80% 85% 90% 95% 100%"),
        ([0.97, 1.0], {"percent": True}, "97.0% 97.5% 98.0% 98.5% 99.0% 99.5% 100.0%"),
        ([0.001, 0.2], {"percent": True}, "0% 5% 10% 15% 20%"),
        ([1.0, 1.2], {"percent": True}, "100% 105% 110% 115% 120%"),
        ([12000, 15500], {}, "12,000 13,000 14,000 15,000 16,000"),
        ([140, 290], {}, "125 150 175 200 225 250 275 300"),
        ([0, 0.7], {}, "0.0 0.2 0.4 0.6 0.8"),
        ([-5, 5.5], {}, "-6 -4 -2 0 2 4 6"),
        ([0, 1], {"whole": True, "from_zero": True}, "0 1"),
        ([1e6, 9.3e6], {}, "0 2m 4m 6m 8m 10m"),
        ([2.5e8, 8e8], {}, "0 200m 400m 600m 800m"),
        ([0, 5e10], {}, "0 10bn 20bn 30bn 40bn 50bn"),
        ([0, 5e13], {}, "0 10tn 20tn 30tn 40tn 50tn"),
        ([0, 5e16], {}, "0 1e+16 2e+16 3e+16 4e+16 5e+16"),
        ([0, 5e-12], {}, "0 1e-12 2e-12 3e-12 4e-12 5e-12"),
    ],
)
def test_steps_are_round_and_labels_of_one_manner(
    values: list[float], options: dict[str, bool], expected: str
) -> None:
    assert labels(number_axis(values, **options)) == expected.split()


def test_a_scale_far_from_nought_is_zoomed_unless_counts_are_shown() -> None:
    assert number_axis([95, 105]).low > 90
    assert number_axis([95, 105], from_zero=True).low == 0


def test_a_scale_near_nought_starts_there() -> None:
    assert number_axis([3, 20]).low == 0


def test_equal_values_stand_between_nought_and_something_higher() -> None:
    axis = number_axis([7.0, 7.0])
    assert (axis.low, axis.share(7.0)) == (0, pytest.approx(0.58, abs=0.1))
    assert number_axis([-7.0]).high == 0


def test_nothing_or_only_noughts_give_an_axis_all_the_same() -> None:
    assert (
        labels(number_axis([]))
        == labels(number_axis([0, 0, 5e-320]))
        == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    )


def test_percentages_never_promise_more_than_all() -> None:
    assert number_axis([0.9, 0.9], percent=True).high == 1
    assert number_axis([0.993, 0.999], percent=True).high <= 1


def test_values_too_large_for_arithmetic_lie_on_the_edge() -> None:
    axis = number_axis([-1e308, 1e308])
    assert (axis.share(-1e308), axis.share(1e308)) == (0, 1)


@given(VALUES, st.booleans(), st.booleans(), st.integers(1, 12))
def test_ticks_rise_hold_all_values_and_say_different_things(
    values: list[float], from_zero: bool, whole: bool, wanted: int
) -> None:
    axis = number_axis(values, wanted=wanted, from_zero=from_zero, whole=whole)
    places = [tick.at for tick in axis.ticks]
    assert places == sorted(set(places))
    assert len(set(labels(axis))) == len(places)
    assert len(places) <= 3 * wanted + 3
    slack = 1e-6 * (axis.high - axis.low)
    assert axis.low - slack <= min(values)
    assert max(values) <= axis.high + slack
    assert all(0 <= axis.share(value) <= 1 for value in values)


@given(VALUES)
def test_whole_numbers_are_never_given_decimals(values: list[float]) -> None:
    axis = number_axis([round(value) for value in values], whole=True)
    assert not any(
        "." in label for label in labels(axis) if "e" not in label and not label.endswith(("m", "bn"))
    )


@given(st.lists(st.floats(0, 1), min_size=1, max_size=9))
def test_proportions_stay_between_none_and_all(values: list[float]) -> None:
    axis = number_axis(values, percent=True)
    assert axis.low >= 0
    assert axis.high <= 1
    assert all(label.endswith("%") for label in labels(axis))
