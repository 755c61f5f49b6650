"""From a table to series: groups, order, duplicates, missing numbers, and errors that name the row."""

from datetime import date
from pathlib import Path

import pytest

import wellrun_spc as spc
from tests.exchange.files import text
from wellrun.exchange.columns import Roles, guess_roles
from wellrun.exchange.dataset import Dataset, in_file, series_from
from wellrun.exchange.tables import DateOrderError, TableError, read_table

DATA = Path(__file__).parent / "data"


def series(*lines: str, roles: Roles, **options) -> Dataset:
    return series_from(read_table(text(*lines)), roles, **options)


FALLS = Roles(x="month", y="falls")
BY_WARD = Roles(x="month", y="falls", by=("ward",))


def test_one_series_has_periods_values_and_rows():
    (one,) = series("month,falls", "2021-01,3", "2021-02,", "2021-03,4", roles=FALLS)
    assert (one.key, one.parts) == ("falls", ())
    assert one.x == [date(2021, 1, 1), date(2021, 2, 1), date(2021, 3, 1)]
    assert one.values == [3, None, 4]
    assert one.rows == [2, 3, 4]
    assert (one.n, one.suppressed, one.notes) == (None, [False] * 3, [""] * 3)


def test_every_group_is_a_series_in_the_order_of_the_file():
    found = series(
        "month,ward,falls", "2021-01,B,1", "2021-01,A,2", "2021-02,B,3", "2021-02,A,4", roles=BY_WARD
    )
    assert [(one.key, one.values, one.rows) for one in found] == [
        ("B", [1, 3], [2, 4]),
        ("A", [2, 4], [3, 5]),
    ]


def test_several_columns_name_a_group_together_and_blanks_have_a_name():
    roles = Roles(x="month", y="falls", by=("site", "ward"))
    found = series("month,site,ward,falls", "2021-01,N,A,1", "2021-01,N,,2", roles=roles)
    assert [(one.key, one.parts) for one in found] == [
        ("N · A", ("N", "A")),
        ("N · (blank)", ("N", "(blank)")),
    ]


def test_rows_out_of_order_are_sorted_and_that_is_said():
    found = series("month,falls", "2021-03,3", "2021-02,2", "2021-01,1", roles=FALLS)
    assert found[0].values == [1, 2, 3]
    assert found[0].rows == [4, 3, 2]
    assert "oldest first" in found.said[-1]


def test_financial_years_are_sorted_and_keep_their_names():
    found = series("month,falls", "2020/21,3", "2019-20,2", roles=FALLS)
    assert found[0].x == ["2019/20", "2020/21"]


def test_words_keep_the_order_of_the_file():
    found = series("month,falls", "Week B,3", "Week A,2", roles=FALLS)
    assert found[0].x == ["Week B", "Week A"]


def test_without_a_date_column_rows_are_only_numbered():
    (one,) = series("falls", "3", "4", roles=Roles(y="falls"))
    assert one.x is None


def test_hidden_cells_are_missing_with_a_flag_and_a_sentence():
    found = series("month,falls", "2021-01,3", "2021-02,*", "2021-03,..", roles=FALLS)
    assert found[0].values == [3, None, None]
    assert found[0].suppressed == [False, True, False]
    assert "“*” in “falls” are hidden to protect people. They count as missing, never as 0." in found.said[0]


def test_a_hidden_denominator_hides_the_point():
    roles = Roles(x="month", y="late", n="all")
    (one,) = series("month,late,all", "2021-01,3,40", "2021-02,2,<5", roles=roles)
    assert (one.n, one.suppressed) == ([40, None], [False, True])


def test_percentages_become_proportions():
    (one,) = series("month,falls", "2021-01,95%", "2021-02,90.5%", roles=FALLS)
    assert one.values == [0.95, 0.905]
    assert one.percent


def test_percentages_with_a_denominator_are_refused():
    with pytest.raises(TableError, match="“late” holds percentages"):
        series("month,late,all", "2021-01,3%,40", roles=Roles(x="month", y="late", n="all"))


def test_one_period_twice_is_refused_with_both_rows_and_the_column_that_tells_them_apart():
    with pytest.raises(TableError, match="Rows 2 and 3 both have “2021-01” in column “month”") as refusal:
        series("month,ward,falls", "2021-01,A,1", "2021-01,B,2", roles=FALLS)
    assert "Split the rows by “ward”" in refusal.value.remedy
    assert refusal.value.option == "--by ward"


def test_two_columns_may_be_needed_to_tell_rows_apart():
    with pytest.raises(TableError) as refusal:
        series(
            "month,site,day part,falls", "2021-01,N,a m,1", "2021-01,N,p m,2", "2021-01,S,a m,1", roles=FALLS
        )
    assert refusal.value.option == "--by site --by 'day part'"


def test_one_period_twice_in_a_group_is_refused_with_the_group():
    with pytest.raises(
        TableError, match="Rows 3 and 4 both have “2021-01” in column “month” for “B”"
    ) as refusal:
        series("month,ward,falls", "2021-01,A,1", "2021-01,B,2", "2021-01,B,3", roles=BY_WARD)
    assert "add the rows together first" in refusal.value.remedy
    assert refusal.value.option == ""


def test_the_same_day_written_two_ways_is_still_the_same_day():
    with pytest.raises(TableError, match="Rows 2 and 3 both have"):
        series("month,falls", "2021-01-14,1", "14 January 2021,2", roles=FALLS)


def test_a_number_without_a_date_is_refused_and_a_row_with_neither_is_passed_over():
    assert series("month,falls", "2021-01,1", ",", roles=FALLS)[0].values == [1]
    with pytest.raises(TableError, match="Row 3 has a number but nothing in column “month”"):
        series("month,falls", "2021-01,1", ",2", roles=FALLS)


def test_only_the_rows_asked_for_are_read():
    lines = ["month,ward,falls", "2021-01,A,1", "2021-01,B,x y", "2021-02,A,3"]
    assert series(*lines, roles=FALLS, where=[("ward", "A")])[0].rows == [2, 4]
    with pytest.raises(TableError, match=r"No row has “C” in column “ward”\. The column holds “A”, “B”"):
        series(*lines, roles=FALLS, where=[("Ward", "C")])


def test_several_texts_of_one_column_are_any_of_them():
    lines = ["month,ward,falls", "2021-01,A,1", "2021-01,B,2", "2021-01,C,3"]
    found = series(*lines, roles=BY_WARD, where=[("ward", "A"), ("ward", "C")])
    assert [one.key for one in found] == ["A", "C"]


def test_day_and_month_are_asked_about_and_never_guessed():
    lines = ["month,falls", "01/09/2021,3", "01/10/2021,4"]
    with pytest.raises(DateOrderError):
        series(*lines, roles=FALLS)
    assert series(*lines, roles=FALLS, dates="day-first")[0].x == [date(2021, 9, 1), date(2021, 10, 1)]
    assert series(*lines, roles=FALLS, dates="month-first")[0].x == [date(2021, 1, 9), date(2021, 1, 10)]


def test_bad_groups_are_left_out_and_listed_only_when_asked():
    lines = [
        "month,ward,falls",
        "2021-01,A,1",
        "2021-01,B,2",
        "2021-01,B,3",
        "2021-01,C,three",
        "2021-02,A,4",
    ]
    with pytest.raises(TableError):
        series(*lines, roles=BY_WARD)
    found = series(*lines, roles=BY_WARD, skip_bad=True)
    assert [one.key for one in found] == ["A"]
    assert [(key, error.row) for key, error in found.skipped] == [("C", 5), ("B", 4)]


def test_where_every_group_is_bad_the_first_reason_is_given():
    with pytest.raises(TableError, match="three"):
        series("month,ward,falls", "2021-01,A,three", roles=BY_WARD, skip_bad=True)


def test_words_of_the_statistics_name_the_row_of_the_file():
    lines = ["month,ward,late,all", "2021-02,A,3,40", "2021-01,A,50,40", "2021-01,B,1,40"]
    roles = Roles(x="month", y="late", n="all", by=("ward",))
    one = series(*lines, roles=roles)[0]
    with pytest.raises(spc.SeriesError) as trouble:
        spc.p_chart(one.values, n=one.n, x=one.x)
    error = in_file(trouble.value, one, roles)
    assert error.row == 3
    assert str(error).startswith("“A”, row 3 (“late” out of “all”): ")


def test_real_attendances_become_charts():
    table = read_table(DATA / "ae_attendances.csv")
    found = series_from(table, guess_roles(table).roles)
    one = found[0]
    assert len(one.values) == 36
    assert spc.p_chart(one.values, n=one.n, x=one.x).period == "month"


def test_real_numbers_that_were_hidden_stay_hidden():
    table = read_table(DATA / "restrictive_interventions.csv")
    found = series_from(table, guess_roles(table).roles, dates="day-first")
    hidden = [flag for one in found for flag in one.suppressed]
    assert sum(hidden) == 59
    assert all(
        value is None for one in found for value, flag in zip(one.values, one.suppressed, strict=True) if flag
    )
