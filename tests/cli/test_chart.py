"""`wellrun chart`: from a real file to a chart, with every guess said aloud."""

import json

import pytest

import wellrun_spc as spc
from tests.cli.running import ATTENDANCES, DEATHS, RESTRICTIVE, months, wellrun

FALLS = months(3, 4, 2, 5, 3, 4, 6, 3, 2, 4, 5, 3, 4, 3)


def series(*words: object, given: bytes | None = None) -> list[dict]:
    done = wellrun("chart", *words, "--format", "json", given=given)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)["series"]


def test_guesses_are_said_on_standard_error_and_the_chart_goes_to_standard_output():
    done = wellrun("chart", ATTENDANCES)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "Dates are in “period”.",
        "We chart “breaches” out of “attendances”. It could also be “admissions”.",
        "Each “org_code” and “type” has its own chart.",
        "The rows were not in order of time. We sorted them, oldest first.",
        "We make a P chart, of proportions, because “breaches” is a part of “attendances”.",
    ]
    assert "RF4 · 1" in done.stdout


def test_quiet_says_nothing():
    assert wellrun("chart", ATTENDANCES, "--quiet").stderr == ""


def test_the_columns_and_rows_asked_for_give_the_chart_of_the_library():
    options = [
        "--x",
        "period",
        "--y",
        "breaches",
        "--n",
        "attendances",
        "--by",
        "org_code",
        "--where",
        "type=1",
    ]
    found = series(ATTENDANCES, *options, "--chart", "p")
    assert [one["key"] for one in found] == ["RF4", "RQM", "RJ1"]
    assert found[0]["group"] == {"org_code": "RF4"}
    points = found[0]["points"]
    same = spc.p_chart(
        [p["numerator"] for p in points], n=[p["n"] for p in points], x=[p["x"] for p in points]
    )
    assert [p["ucl"] for p in points] == [point.ucl for point in same.points]


def test_standard_input_is_read():
    assert series("-", given=FALLS)[0]["points"][0]["value"] == 3


def test_one_number_gets_an_i_chart_and_counts_over_time_at_risk_a_u_chart():
    assert series("-", given=FALLS)[0]["chart"] == "i"
    falls = months("3,400", "4,410", "2,390", names="month,falls,bed_days")
    done = wellrun("chart", "-", "--format", "json", given=falls)
    assert json.loads(done.stdout)["series"][0]["chart"] == "u"
    assert "“bed_days” counts time" in done.stderr


def test_a_count_that_can_be_above_its_denominator_gets_a_u_chart():
    visits = months("3,2", "4,5", names="month,visits,patients")
    assert series("-", "--y", "visits", "--n", "patients", given=visits)[0]["chart"] == "u"


def test_a_chart_of_single_values_takes_no_denominator_that_nobody_asked_for():
    (one,) = series(ATTENDANCES, "--where", "org_code=RF4", "--where", "type=1", "--chart", "i")
    assert one["points"][0]["n"] is None
    named = ["--y", "breaches", "--n", "attendances"]
    (one,) = series(ATTENDANCES, "--where", "org_code=RF4", "--where", "type=1", "--chart", "i", *named)
    assert one["points"][0]["n"] == 18788


def test_day_and_month_are_asked_about_and_the_answer_is_an_option():
    asked = wellrun("chart", RESTRICTIVE)
    assert asked.exit_code == 2
    assert asked.stdout == ""
    assert "“01/09/2021” in column “period” (row 2) can be 1 September 2021 or 9 January 2021" in asked.stderr
    assert "--dates day-first" in asked.stderr
    isle = ["--where", "provider=ISLE OF WIGHT NHS TRUST", "--where", "measure=MHS76"]
    (one,) = series(RESTRICTIVE, "--dates", "day-first", *isle)
    assert [one["points"][i]["x"] for i in (0, -1)] == ["2021-09-01", "2022-08-01"]


def test_hidden_numbers_are_missing_and_marked():
    found = series(RESTRICTIVE, "--dates", "day-first")
    hidden = [point for one in found for point in one["points"] if point["suppressed"]]
    assert len(hidden) == 59
    assert all(point["value"] is None for point in hidden)


def test_weekly_deaths_are_weeks():
    (one,) = series(DEATHS)
    assert (one["period"], one["chart"], len(one["points"])) == ("week", "i", 170)


def test_a_workbook_gives_the_same_chart_as_a_text_file(tmp_path):
    from datetime import date

    from tests.exchange.files import sheet_of

    rows = [(date(2020 + i // 12, i % 12 + 1, 1), value) for i, value in enumerate([3, 4, 2, 5, 3, 4, 6])]
    path = tmp_path / "falls.xlsx"
    path.write_bytes(sheet_of(("month", "falls"), *rows))
    assert series(path) == series("-", given=months(3, 4, 2, 5, 3, 4, 6))


def test_baseline_phase_and_left_out_points_are_counted_from_one():
    (one,) = series("-", "--freeze", 6, "--exclude", 2, given=FALLS)
    assert (one["phases"][0]["baseline_end"], one["phases"][0]["frozen"]) == (5, True)
    assert [point["excluded"] for point in one["points"][:3]] == [False, True, False]
    (one,) = series("-", "--phase", 7, "--phase", 10, given=FALLS)
    assert [phase["start"] for phase in one["phases"]] == [0, 6, 9]


def test_baseline_phase_and_left_out_points_can_be_dates():
    (one,) = series("-", "--freeze", "2020-06", "--exclude", "Feb 2020", "--phase", "2020-10-01", given=FALLS)
    assert [phase["start"] for phase in one["phases"]] == [0, 9]
    assert one["phases"][0]["baseline_end"] == 5
    assert one["points"][1]["excluded"]


def test_dates_of_options_are_read_like_the_dates_of_the_file():
    weeks = b"date,falls\n13/01/2020,3\n20/01/2020,4\n01/02/2020,5\n"
    (one,) = series("-", "--exclude", "01/02/2020", given=weeks)
    assert one["points"][2]["excluded"]


@pytest.mark.parametrize("target", ["5%", "0.05", "0,05"])
def test_a_target_of_a_share_can_be_a_percentage_or_a_proportion(target):
    options = ["--where", "org_code=RF4", "--where", "type=1", "--target", target, "--direction", "decrease"]
    (one,) = series(ATTENDANCES, *options)
    assert one["target"] == 0.05
    assert one["reading"]["assurance"] == "consistently_misses"


def test_a_target_of_other_numbers_is_taken_as_it_is():
    assert series("-", "--target", "3.5", given=FALLS)[0]["target"] == 3.5


def test_percentages_in_the_file_are_shown_as_percentages():
    (one,) = series("-", "--target", "95%", given=months("95%", "96%", "94%"))
    assert (one["percent"], one["target"], one["points"][0]["value"]) == (True, 0.95, 0.95)


def test_values_can_be_multiplied():
    falls = months("3,400", "4,410", "2,390", names="month,falls,bed_days")
    (one,) = series("-", "--multiply", 1000, "--target", 9, given=falls)
    assert one["points"][0]["value"] == pytest.approx(7.5)
    assert (one["target"], one["percent"]) == (9, False)


def test_rules_can_be_chosen():
    assert series("-", "--rules", "nhs-mdc/1", given=FALLS)[0]["rules"] == "nhs-mdc/1"


def test_a_decimal_comma_can_be_said():
    assert (
        series("-", "--decimal", "comma", given=b"month;stay\n2020-01;1.234\n2020-02;2.345\n")[0]["points"][
            0
        ]["value"]
        == 1234
    )
    assert (
        series("-", "--decimal", "point", given=b"month;stay\n2020-01;1.234\n2020-02;2.345\n")[0]["points"][
            0
        ]["value"]
        == 1.234
    )


def test_series_with_an_error_can_be_left_out_and_are_listed():
    wards = b"month,ward,falls\n2020-01,A,3\n2020-02,A,4\n2020-01,B,1\n2020-01,B,2\n2020-01,C,some\n"
    refused = wellrun("chart", "-", "--by", "ward", given=wards)
    assert (refused.exit_code, refused.stdout) == (2, "")
    done = wellrun("chart", "-", "--by", "ward", "--skip-bad", "--quiet", "--format", "json", given=wards)
    assert [one["key"] for one in json.loads(done.stdout)["series"]] == ["A"]
    assert done.stderr.splitlines() == [
        "Left out 2 of 3 series:",
        "  “C”: Row 6 has “some” in column “falls”. We need a number there.",
        "  Rows 4 and 5 both have “2020-01” in column “month” for “B”.",
    ]


def test_a_series_that_cannot_be_charted_is_named_with_its_row():
    wards = b"month,ward,late,all\n2020-01,A,3,4\n2020-01,B,9,4\n"
    options = ["--y", "late", "--n", "all", "--by", "ward", "--chart", "p"]
    refused = wellrun("chart", "-", *options, given=wards)
    assert refused.exit_code == 2
    assert (
        "“B”, row 3 (“late” out of “all”): The numerator 9 is more than the denominator 4." in refused.stderr
    )
    done = wellrun("chart", "-", *options, "--skip-bad", given=wards)
    assert "Left out 1 of 2 series" in done.stderr
