"""Ticks along the time axis, from days to decades."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spc.draw.pictures import months, weeks

from wellrun_spc.draw.lettering import text_width
from wellrun_spc.draw.periods import PeriodTick, period_ticks


def ticks(days: list[date], period: str, width: float = 640) -> tuple[PeriodTick, ...]:
    span = (days[-1] - days[0]).days or 1
    places = [30 + (day - days[0]).days / span * width for day in days]
    return period_ticks(days, places, period=period, size=12.5)


def said(days: list[date], period: str, width: float = 640) -> str:
    shown = [tick for tick in ticks(days, period, width) if tick.label]
    return " ".join(f"{tick.label}/{tick.under}" if tick.under else tick.label for tick in shown)


def small(days: list[date], period: str, width: float = 640) -> int:
    return sum(1 for tick in ticks(days, period, width) if not tick.label)


def test_weeks_are_labelled_by_month_with_the_year_under_the_first_and_each_january() -> None:
    assert said(weeks(40), "week") == "Jul/2025 Aug Sep Oct Nov Dec Jan/2026 Feb Mar Apr"


def test_a_few_weeks_are_labelled_by_date() -> None:
    assert said(weeks(5, date(2025, 12, 8)), "week") == "8 Dec/2025 15 Dec 22 Dec 29 Dec 5 Jan/2026"


def test_on_a_phone_every_second_month_is_labelled_and_the_others_have_small_ticks() -> None:
    assert said(weeks(40), "week", 220) == "Jul/2025 Sep Nov Jan/2026 Mar"
    assert small(weeks(40), "week", 220) == 5


def test_a_tick_stands_at_the_first_point_of_its_month() -> None:
    places = [float(index * 16) for index in range(40)]
    found = period_ticks(weeks(40), places, period="week", size=12.5)
    assert [tick.at for tick in found[:3]] == [0.0, 4 * 16.0, 8 * 16.0]


def test_months_dated_by_their_last_day_keep_their_name() -> None:
    ends = [day - timedelta(1) for day in months(6, 2022, 2)]
    assert said(ends, "month") == "Jan/2022 Feb Mar Apr May Jun"


def test_three_years_of_months() -> None:
    assert said(months(36), "month") == (
        "May/2016 Jul Sep Nov Jan/2017 Mar May Jul Sep Nov Jan/2018 Mar May Jul Sep Nov Jan/2019 Mar"
    )


def test_days_are_labelled_by_the_beginning_of_their_weeks() -> None:
    month = [date(2026, 1, 19) + timedelta(index) for index in range(30)]
    assert said(month, "day") == "19 Jan/2026 26 Jan 2 Feb 9 Feb 16 Feb"


def test_quarters_have_their_number() -> None:
    assert said([date(2022 + i // 4, 1 + 3 * (i % 4), 1) for i in range(6)], "quarter") == (
        "Q1/2022 Q2 Q3 Q4 Q1/2023 Q2"
    )
    assert said([date(2010 + i // 4, 1 + 3 * (i % 4), 1) for i in range(60)], "quarter", 240) == (
        "2010 2015 2020"
    )


def test_years_and_decades() -> None:
    assert said([date(2008 + index, 4, 1) for index in range(6)], "year") == "2008 2009 2010 2011 2012 2013"
    assert said([date(1944 + index, 4, 1) for index in range(80)], "year") == (
        "1945 1950 1955 1960 1965 1970 1975 1980 1985 1990 1995 2000 2005 2010 2015 2020"
    )
    assert (
        said([date(1000 + index * 10, 1, 1) for index in range(100)], "year", 200)
        == "1000 1200 1400 1600 1800"
    )


def test_a_month_that_has_only_just_begun_gives_way_to_the_next() -> None:
    assert said([date(2025, 6, 30), *weeks(39)], "week").startswith("Jul/2025 Aug")


def test_a_stray_month_after_a_gap_gives_way_to_the_one_before() -> None:
    days = [*weeks(12, date(2025, 1, 6)), date(2025, 4, 28), *weeks(12, date(2025, 5, 5))]
    assert said(days, "week").split() == ["Jan/2025", "Feb", "Mar", "Apr", "Jun", "Jul"]


def test_dates_at_odd_intervals_are_labelled_too() -> None:
    days = [date(2024, 1, 3), date(2024, 3, 20), date(2024, 9, 9), date(2025, 2, 2)]
    assert said(days, "point") == "3 Jan/2024 20 Mar 9 Sep 2 Feb/2025"


def test_the_year_under_a_first_label_gives_way_where_two_would_touch() -> None:
    assert said(months(12, 2025, 12), "month", 380).startswith("Dec Jan/2026 Feb")


def test_one_point_has_its_own_label() -> None:
    assert said([date(2026, 1, 5)], "point") == "5 Jan/2026"
    assert said([date(2026, 1, 5)], "year") == "2026"


def test_no_points_have_no_ticks() -> None:
    assert period_ticks([], [], period="point", size=12.5) == ()


def test_where_nothing_fits_the_first_year_is_named() -> None:
    days = [date(2001, 1, 1), date(2002, 1, 1)]
    crowded = period_ticks(days, [10.0, 14.0], period="year", size=12.5)
    assert [tick.label for tick in crowded] == ["2001"] or [tick.label for tick in crowded] == ["2002"]


@pytest.mark.parametrize("period", ["day", "week", "month", "quarter", "year", "point"])
@given(
    start=st.dates(date(1901, 1, 1), date(2090, 1, 1)),
    gaps=st.lists(st.integers(1, 400), max_size=60),
    width=st.integers(60, 900),
)
def test_labels_never_touch_whatever_the_dates(period: str, start: date, gaps: list[int], width: int) -> None:
    days = [start]
    for gap in gaps:
        days.append(days[-1] + timedelta(gap))
    found = ticks(days, period, width)
    assert [tick.at for tick in found] == sorted(tick.at for tick in found)
    for row in ([(t.at, t.label) for t in found if t.label], [(t.at, t.under) for t in found if t.under]):
        for (at, text), (then, other) in pairwise(row):
            assert then - at > (text_width(text, 12.5) + text_width(other, 12.5)) / 2
    assert any(tick.label for tick in found)


def test_a_first_year_that_is_not_whole_gives_way() -> None:
    assert said(months(48, 2021), "month", 170) == "2022 2023 2024 2025"
