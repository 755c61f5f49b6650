"""Where a measure stands now: the number beside where the team started."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

import wellrun_spc as spc
from wellrun.web.projects.presenters.recent import recent_figure

STEADY = (5, 4, 6, 3, 7, 4, 5, 6, 2, 5, 8, 4, 3, 6, 5, 4)


def weeks(count: int) -> list[date]:
    return [date(2026, 1, 5) + timedelta(weeks=each) for each in range(count)]


def told(values: Sequence[float | None], *, unit: str = "a week", **options: object) -> tuple[str, str, str]:
    chart = spc.chart(values, x=weeks(len(values)), **{"chart": "c", "direction": "decrease", **options})  # type: ignore[arg-type]
    figure = recent_figure(chart, unit=unit)
    return (figure.name, figure.number, figure.unit) if figure else ("", "", "")


def test_a_signal_names_the_periods_that_it_is_about() -> None:
    assert told((*STEADY[:15], 2, 1, 2, 3, 1, 2, 2, 1, 2)) == ("Last 9 weeks", "1.8", "a week")


def test_bad_news_is_told_in_the_same_way() -> None:
    name, number, _unit = told((3, 2, 4, 3, 2, 3, 4, 2, 3, 3, 2, 4, 3, 30))
    assert (name, number) == ("The latest number", "30")


def test_where_nothing_is_unusual_no_good_month_is_picked_out() -> None:
    assert told((*STEADY, 1)) == ("Average now", "4.6", "a week")
    assert told(STEADY, chart="run")[0] == "Middle number now"


def test_a_share_is_all_that_was_counted_out_of_all_that_there_was() -> None:
    """Ten of 100 and 9 of 10 are 19 of 110, not the 50 % that lies between them."""
    counted = [10, 12, 9, 11, 10, 9, 12, 11, 10, 12, 11, 10, *(9, 30) * 5]
    people = [100] * 12 + [10, 100] * 5
    chart = spc.chart(counted, n=people, x=weeks(22), chart="p", direction="increase")
    figure = recent_figure(chart, unit="in 100")
    assert figure is not None
    assert figure.name == "Last 10 weeks"
    assert (figure.number, figure.unit) == ("35%", "")


@pytest.mark.parametrize("values", [(), (3, 4), (3, None, 4, 5, 3)])
def test_too_few_numbers_say_nothing(values: Sequence[float | None]) -> None:
    if not values:
        assert recent_figure(None, unit="a week") is None
    else:
        assert told(values) == ("", "", "")
