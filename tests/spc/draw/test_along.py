"""Where periods lie along a chart."""

from datetime import date, datetime

import pytest

from wellrun_spc.draw.along import along, days, kind_of


def test_dates_lie_on_a_true_time_scale() -> None:
    xs = [date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 31)]
    assert along(xs, 0, 300).places(xs) == (0, 100, 300)


def test_the_time_of_day_counts() -> None:
    assert days(datetime(2026, 1, 2, 18)) - days(date(2026, 1, 2)) == 0.75
    xs = [datetime(2026, 1, 1), datetime(2026, 1, 1, 12), datetime(2026, 1, 2)]
    assert along(xs, 0, 100).places(xs) == (0, 50, 100)


def test_numbers_lie_by_size_and_labels_in_their_given_order() -> None:
    assert along([1, 2, 5], 0, 100).places([1, 2, 5]) == (0, 25, 100)
    wards = along(["Cedar", "Alder", "Beech"], 0, 100)
    assert wards.places(["Cedar", "Alder", "Beech"]) == (0, 50, 100)
    assert wards.coordinate("Alder") == 1


def test_labels_that_come_twice_each_have_their_place() -> None:
    assert along(["A", "B", "A"], 0, 100).places(["A", "B", "A"]) == (0, 50, 100)


def test_a_single_period_lies_in_the_middle() -> None:
    for x in (date(2026, 1, 1), 7, "Alder"):
        assert along([x], 0, 100).places([x]) == (50,)
    assert along([], 0, 100).places([]) == ()


@pytest.mark.parametrize(
    ("xs", "kind"),
    [
        ([date(2026, 1, 1), datetime(2026, 1, 2)], "date"),
        ([1, 2.5], "number"),
        (["A", "B"], "label"),
        ([1, "B"], "label"),
        ([], "label"),
    ],
)
def test_mixed_periods_are_kept_in_order_as_labels_are(xs: list[object], kind: str) -> None:
    assert kind_of(xs) == kind  # type: ignore[arg-type]
