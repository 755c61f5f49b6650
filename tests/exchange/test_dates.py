"""Dates and periods: how each style is read, and that day and month are never guessed."""

from datetime import date, datetime

import pytest

from wellrun.exchange.periods import Periods, period_like, read_periods
from wellrun.exchange.tables import DateOrderError, TableError


def read(*cells, column="period", **options) -> Periods:
    return read_periods(cells, column=column, rows=range(2, 2 + len(cells)), **options)


@pytest.mark.parametrize(
    ("text", "value", "grain"),
    [
        ("2016-04-01", date(2016, 4, 1), "day"),
        ("2016/4/1", date(2016, 4, 1), "day"),
        ("20160401", date(2016, 4, 1), "day"),
        ("2016-04-01T10:30", datetime(2016, 4, 1, 10, 30), "moment"),
        ("2016-04-01 10:30:15.25Z", datetime(2016, 4, 1, 10, 30, 15), "moment"),
        ("2016-04-01 10:30+01:00", datetime(2016, 4, 1, 10, 30), "moment"),
        ("2016-04-01 00:00:00", date(2016, 4, 1), "day"),
        ("13/04/2016", date(2016, 4, 13), "day"),
        ("04/13/2016", date(2016, 4, 13), "day"),
        ("13.4.16", date(2016, 4, 13), "day"),
        ("13/04/2016 2:05 pm", datetime(2016, 4, 13, 14, 5), "moment"),
        ("1 Apr 2016", date(2016, 4, 1), "day"),
        ("1st April 2016", date(2016, 4, 1), "day"),
        ("Fri, 1 April 2016", date(2016, 4, 1), "day"),
        ("01-Apr-16", date(2016, 4, 1), "day"),
        ("01APR2016", date(2016, 4, 1), "day"),
        ("Apr 1, 2016", date(2016, 4, 1), "day"),
        ("w/e 1 Apr 2016", date(2016, 4, 1), "day"),
        ("Apr-16", date(2016, 4, 1), "month"),
        ("April 2016", date(2016, 4, 1), "month"),
        ("Sept 2016", date(2016, 9, 1), "month"),
        ("2016 April", date(2016, 4, 1), "month"),
        ("2016-04", date(2016, 4, 1), "month"),
        ("04/2016", date(2016, 4, 1), "month"),
        ("201604", date(2016, 4, 1), "month"),
        ("2016M04", date(2016, 4, 1), "month"),
        ("2016Q1", date(2016, 1, 1), "quarter"),
        ("Q4 2016", date(2016, 10, 1), "quarter"),
        ("Quarter 4 2016", date(2016, 10, 1), "quarter"),
        ("2016-W05", date(2016, 2, 1), "week"),
        ("Week 5 2016", date(2016, 2, 1), "week"),
        ("2016-W05-3", date(2016, 2, 3), "day"),
        ("2019/20", "2019/20", "financial"),
        ("2019-20", "2019/20", "financial"),
        ("FY 2019/2020", "2019/20", "financial"),
        ("Q1 2019/20", "2019/20 Q1", "financial"),
        ("2019", date(2019, 1, 1), "year"),
        ("17", 17, "number"),
        ("1.5", 1.5, "number"),
        ("Week 5", "Week 5", "label"),
        (date(2016, 4, 1), date(2016, 4, 1), "day"),
        (datetime(2016, 4, 1), date(2016, 4, 1), "day"),
        (datetime(2016, 4, 1, 9), datetime(2016, 4, 1, 9), "moment"),
        (2019.0, date(2019, 1, 1), "year"),
        (17.0, 17, "number"),
    ],
)
def test_a_period_is_read_as_people_write_it(text, value, grain):
    periods = read(text)
    assert (periods.values, periods.grain) == ([value], grain)


def test_dates_that_fit_both_orders_are_asked_about_with_an_example_read_both_ways():
    with pytest.raises(DateOrderError) as refusal:
        read("", "01/09/2021", "01/10/2021")
    question = refusal.value.question
    assert (question.row, question.example) == (3, "01/09/2021")
    assert (question.day_first, question.month_first) == (date(2021, 9, 1), date(2021, 1, 9))
    assert "1 September 2021 or 9 January 2021" in str(refusal.value)
    assert "--dates day-first" in refusal.value.option


@pytest.mark.parametrize(
    ("order", "expected"), [("day-first", date(2021, 9, 1)), ("month-first", date(2021, 1, 9))]
)
def test_a_person_can_say_the_order(order, expected):
    periods = read("01/09/2021", order=order)
    assert periods.values == [expected]
    assert periods.order == order


def test_one_date_that_fits_only_one_order_proves_it_and_is_named():
    periods = read("01/09/2021", "13/09/2021")
    assert periods.values == [date(2021, 9, 1), date(2021, 9, 13)]
    assert "day first: “13/09/2021” in row 3" in periods.said[0]
    assert read("01/09/2021", "01/13/2021").values == [date(2021, 1, 9), date(2021, 1, 13)]


def test_dates_that_are_the_same_in_both_orders_need_no_question():
    assert read("01/01/2020", "02/02/2020").values == [date(2020, 1, 1), date(2020, 2, 2)]


def test_dates_that_prove_both_orders_are_refused_with_both_rows():
    with pytest.raises(TableError, match="“13/09/2021” in row 2 and “09/14/2021” in row 3"):
        read("13/09/2021", "09/14/2021")


def test_a_date_that_is_impossible_in_the_order_said_is_refused_with_its_row():
    with pytest.raises(TableError, match="Row 3 has “13/09/2021”") as refusal:
        read("01/09/2021", "13/09/2021", order="month-first")
    assert refusal.value.option == "--dates day-first"


def test_real_dates_beside_text_dates_are_refused_because_a_spreadsheet_may_have_swapped_them():
    with pytest.raises(TableError, match="real date in row 2 but the text “13/04/2021” in row 3"):
        read(date(2021, 3, 4), "13/04/2021")


def test_two_styles_that_are_each_certain_are_read_and_said():
    periods = read("2021-09-01", "13/09/2021")
    assert periods.values == [date(2021, 9, 1), date(2021, 9, 13)]
    assert "2 ways, like “13/09/2021” and “2021-09-01”" in periods.said[1]


def test_days_among_months_are_refused_with_the_row():
    with pytest.raises(TableError, match=r"Row 3 has “Apr 2016”.*like “2016-03-01”"):
        read("2016-03-01", "Apr 2016", "2016-05-01")


def test_an_unreadable_date_is_refused_with_its_row():
    with pytest.raises(TableError, match="Row 4 has “soon”"):
        read("2021-01-01", "2021-02-01", "soon")
    with pytest.raises(TableError, match="Row 2 has “31/02/2021”"):
        read("31/02/2021")


def test_words_are_kept_in_the_order_of_the_file():
    periods = read("Before", "Week 1", "", "Week 2")
    assert periods.values == ["Before", "Week 1", None, "Week 2"]
    assert "order of the file" in periods.said[0]


def test_december_among_months_is_no_financial_year():
    assert read("2011-10", "2011-11", "2011-12").values[-1] == date(2011, 12, 1)


def test_years_that_could_be_months_are_read_as_financial_years_and_said():
    periods = read("2010-11", "2011-12")
    assert periods.values == ["2010/11", "2011/12"]
    assert "not as a month" in periods.said[0]


def test_days_and_moments_together_are_all_moments():
    assert read("2021-01-01 10:00", "2021-01-02").values == [datetime(2021, 1, 1, 10), datetime(2021, 1, 2)]


def test_day_numbers_of_excel_are_dates_only_in_a_column_named_for_dates():
    assert read(44256.0, column="Date").values == [date(2021, 3, 1)]
    assert read(44256.0, column="score").values == [44256]


def test_an_empty_column_is_refused():
    with pytest.raises(TableError, match="Column “period” is empty"):
        read("", "  ", "n/a")


def test_a_date_typed_elsewhere_is_read_like_the_column():
    assert period_like("02/09/2021", read("13/09/2021")) == date(2021, 9, 2)
    assert period_like("09/02/2021", read("09/13/2021")) == date(2021, 9, 2)
    assert period_like("02/09/2021", read("2021-09-13")) is None
    assert period_like("2019", read("2018", "2019")) == date(2019, 1, 1)
    assert period_like("2011-12", read("2011-11")) == date(2011, 12, 1)
    assert period_like("2019-20", read("2018/19")) == "2019/20"
    assert period_like("Week 5", read("Week 4")) == "Week 5"
    assert period_like("soon", read("2021-09-13")) is None
