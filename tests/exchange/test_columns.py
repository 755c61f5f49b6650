"""The guess of what each column is for: what is found, what is said, and what is left to the person."""

from pathlib import Path

import pytest

from tests.exchange.files import sheet_of, text
from wellrun.exchange.columns import Guess, Roles, guess_roles
from wellrun.exchange.selection import keep_rows
from wellrun.exchange.tables import TableError, read_table

DATA = Path(__file__).parent / "data"


def guess(*lines: str, **given) -> Guess:
    return guess_roles(read_table(text(*lines)), **given)


def months(row: str, count: int = 12) -> list[str]:
    return [f"2021-{month:02d},{row.replace('#', str(month))}" for month in range(1, count + 1)]


def test_attendances_are_split_by_provider_and_department():
    found = guess_roles(read_table(DATA / "ae_attendances.csv"))
    assert found.roles == Roles(x="period", y="breaches", n="attendances", by=("org_code", "type"))
    assert found.said == (
        "Dates are in “period”.",
        "We chart “breaches” out of “attendances”. It could also be “admissions”.",
        "Each “org_code” and “type” has its own chart.",
    )
    assert found.questions == ()


def test_a_column_that_a_filter_has_settled_splits_nothing():
    table = keep_rows(read_table(DATA / "ae_attendances.csv"), [("type", "1")])
    assert guess_roles(table).roles.by == ("org_code",)
    assert guess_roles(keep_rows(table, [("org_code", "RF4")])).roles.by == ()


def test_dates_that_fit_both_orders_become_a_question():
    found = guess_roles(read_table(DATA / "restrictive_interventions.csv"))
    assert found.roles == Roles(x="period", y="value", by=("provider", "measure"))
    assert [(each.column, each.example) for each in found.questions] == [("period", "01/09/2021")]


def test_week_numbers_are_no_measure():
    found = guess_roles(read_table(DATA / "ons_mortality.csv"))
    assert found.roles == Roles(x="date", y="counts", by=())


def test_one_number_by_month_is_charted_as_it_is():
    assert guess("month,falls", *months("#")).roles == Roles(x="month", y="falls")


def test_a_part_and_its_whole_are_found_by_name():
    assert guess("month,falls,bed_days", *months("#,400")).roles == Roles(x="month", y="falls", n="bed_days")
    assert guess("month,Denominator,Numerator,Rate", *months("400,#,0.1")).roles.y == "Numerator"


def test_a_part_and_its_whole_are_found_by_arithmetic_and_said():
    found = guess("month,late,all", *months("#,40"))
    assert found.roles == Roles(x="month", y="late", n="all")
    assert "never the larger" in found.said[1]


def test_two_numbers_that_cross_are_no_part_and_whole():
    rows = [f"2021-{month:02d},{month},{13 - month}" for month in range(1, 13)]
    found = guess("month,early,late", *rows)
    assert found.roles == Roles(x="month", y="early")
    assert found.said[1] == "We chart “early”. It could also be “late”."


def test_a_given_number_is_not_given_a_denominator():
    assert guess("month,falls,bed_days", *months("#,400"), y="falls").roles.n is None
    assert guess("month,falls,bed_days", *months("#,400"), n="bed_days").roles.y == "falls"


def test_given_columns_are_kept_whatever_their_capitals():
    found = guess("month,Falls,Ward", *months("#,Alder"), y="falls", by=("ward",), x="Month")
    assert found.roles == Roles(x="month", y="Falls", by=("Ward",))


def test_without_dates_the_rows_are_numbered_and_that_is_said():
    found = guess("falls", "3", "4", "2")
    assert found.roles == Roles(x=None, y="falls")
    assert "order of the file" in found.said[0]


@pytest.mark.parametrize("name", ["week no", "case", "ID", "index"])
def test_running_numbers_give_the_order(name):
    found = guess(f"{name},wait", "1,30", "2,35", "3,20", "4,31")
    assert found.roles == Roles(x=name, y="wait")
    assert "order" in found.said[0]


def test_years_and_labels_give_the_order():
    assert guess("year,falls", "2019,3", "2020,4", "2021,3").roles.x == "year"
    assert guess("week,falls", "Week A,3", "Week B,4", "Week C,3").roles.x == "week"


def test_notes_are_found_by_name():
    assert guess("month,falls,comment", *months("#,"), "2022-01,3,new form").roles.note == "comment"


def test_one_slip_among_the_dates_does_not_make_groups():
    lines = [*months("#,Alder"), "2021-12,9,Birch"]
    assert guess("month,falls,ward", *lines).roles.by == ()


def test_no_numbers_are_refused_with_the_columns_there_are():
    with pytest.raises(TableError, match="The columns are “ward”, “lead”"):
        guess("ward,lead", "Alder,Kim", "Birch,Lee")


def test_a_word_among_many_numbers_is_still_a_column_of_numbers():
    assert guess("month,falls", *months("#"), "2022-01,three").roles.y == "falls"


def test_a_workbook_is_guessed_like_a_text_file():
    from datetime import date

    rows = [(date(2021, month, 1), month, 40.0) for month in range(1, 13)]
    table = read_table(sheet_of(("when", "numerator", "denominator"), *rows))
    assert guess_roles(table).roles == Roles(x="when", y="numerator", n="denominator")


def test_a_column_whose_every_number_is_hidden_is_still_a_column_of_numbers():
    assert guess("month,falls", "2021-01,*", "2021-02,*").roles.y == "falls"
    assert guess("month,hidden,falls", "2021-01,*,3", "2021-02,*,4").roles.y == "falls"
