"""`wellrun chart` where rows belong together, where lines are given, and where the target moves."""

import json

import pytest

import wellrun_spc as spc
from tests.cli.running import months, wellrun

WAITS = b"""day,ward,wait,aim,note
2026-01-06,A,12,15,
2026-01-05,A,14,15,
2026-01-05,A,13,15,new clinic
2026-01-06,A,,15,
2026-01-06,A,19,15,
2026-01-07,A,11,14,
2026-01-07,A,9,14,
"""
SEEN = months("45,50", "40,50", "44,50", "39,50", names="month,seen,attendances")


def series(given: bytes, *words: object) -> list[dict]:
    done = wellrun("chart", "-", *words, "--format", "json", given=given)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)["series"]


def refused(given: bytes, *words: object) -> str:
    done = wellrun("chart", "-", *words, given=given)
    assert (done.exit_code, done.stdout) == (2, "")
    return done.stderr.partition("Error: ")[2]


def column(one: dict, name: str) -> list:
    return [point[name] for point in one["points"]]


def test_rows_of_a_subgroup_are_one_point_in_order_of_time() -> None:
    (one,) = series(WAITS, "--subgroup", "day")
    assert one["chart"] == "xbar"
    assert column(one, "x") == ["2026-01-05", "2026-01-06", "2026-01-07"]
    assert column(one, "value") == [13.5, 15.5, 10.0]
    assert column(one, "n") == [2, 2, 2]
    assert column(one, "note") == ["new clinic", "", ""]


def test_the_chart_that_was_guessed_is_said() -> None:
    done = wellrun("chart", "-", "--subgroup", "day", given=WAITS)
    assert "We make an X-bar chart, of the means of each “day”." in done.stderr


def test_an_s_chart_shows_how_far_rows_lie_apart() -> None:
    (one,) = series(WAITS, "--subgroup", "day", "--chart", "s")
    same = spc.s_chart([[14, 13], [12, 19], [11, 9]])
    assert column(one, "value") == [point.value for point in same.points]


def test_labels_keep_the_order_of_the_file_and_financial_years_are_sorted() -> None:
    labels = b"clinic,wait\nnorth,3\nnorth,5\neast,4\neast,6\nnorth,4\n"
    assert column(series(labels, "--subgroup", "clinic")[0], "x") == ["north", "east"]
    years = b"year,wait\n2024/25,3\n2024/25,5\n2022/23,4\n2022/23,6\n"
    assert column(series(years, "--subgroup", "year")[0], "x") == ["2022/23", "2024/25"]


def test_points_are_named_by_their_subgroup() -> None:
    (one,) = series(WAITS, "--subgroup", "day", "--exclude", "2026-01-06", "--phase", "3")
    assert column(one, "excluded") == [False, True, False]
    assert column(one, "phase") == [0, 0, 1]


def test_a_subgroup_whose_rows_are_all_hidden_is_hidden() -> None:
    hidden = b"day,wait\n2026-01-05,3\n2026-01-05,5\n2026-01-06,*\n2026-01-06,*\n2026-01-07,4\n2026-01-07,*\n"
    (one,) = series(hidden, "--subgroup", "day")
    assert column(one, "suppressed") == [False, True, False]
    assert column(one, "value") == [4.0, None, 4.0]


def test_each_group_has_its_own_subgroups() -> None:
    two = b"day,ward,wait\n1,A,3\n1,A,5\n1,B,7\n2,A,4\n2,B,9\n2,B,8\n"
    found = series(two, "--subgroup", "day", "--by", "ward", "--y", "wait")
    assert [(one["key"], column(one, "n")) for one in found] == [("A", [2, 1]), ("B", [1, 2])]


def test_a_row_without_a_subgroup_is_named() -> None:
    slip = b"day,ward,wait\n2026-01-05,A,3\n2026-01-05,A,5\n,B,7\n2026-01-06,A,4\n,A,\n"
    said = refused(slip, "--subgroup", "day", "--by", "ward", "--y", "wait")
    assert said.startswith("Row 4 has a number but nothing in column “day”.")
    done = wellrun("chart", "-", "--subgroup", "day", "--by", "ward", "--y", "wait", "--skip-bad", given=slip)
    assert done.exit_code == 0
    assert "Left out 1 of 2 series:" in done.stderr


def test_a_target_may_move_from_point_to_point() -> None:
    assert column(series(WAITS, "--subgroup", "day", "--trajectory", "aim")[0], "target") == [15, 15, 14]
    falls = months("3,4", "4,", "2,3", names="month,falls,aim")
    (one,) = series(falls, "--trajectory", "aim", "--multiply", "10")
    assert column(one, "target") == [4, None, 3]
    assert column(one, "n") == [None] * 3


def test_rows_of_one_point_have_one_target() -> None:
    said = refused(WAITS.replace(b"13,15", b"13,16"), "--subgroup", "day", "--trajectory", "aim")
    assert said.startswith("The rows of one subgroup do not agree on its target (rows 3 to 4).")


def test_a_moving_target_in_percent_is_a_proportion() -> None:
    rows = months("45,50,90%", "40,50,92.5%", names="month,seen,attendances,aim")
    assert column(series(rows, "--trajectory", "aim", "--chart", "p")[0], "target") == [0.9, 0.925]
    said = refused(rows, "--trajectory", "aim", "--y", "seen", "--chart", "i")
    assert said.startswith("Column “aim” holds percentages, and the numbers are not.")


def test_a_centre_line_can_be_given() -> None:
    assert column(series(SEEN, "--centre", "85%")[0], "centre") == [0.85] * 4
    assert (
        column(series(SEEN, "--chart", "np", "--n", "attendances", "--centre", "42")[0], "centre") == [42] * 4
    )
    assert refused(SEEN, "--centre", "high").startswith("--centre “high” is no number.")


def test_screening_is_asked_for_or_left_to_the_rules() -> None:
    spiked = months(*[10, 11] * 8, 90, *[10, 11] * 8)
    for words, screened in (
        ([], False), (["--screen", "once"], True), (["--rules", "nhs-mdc/1"], True),
        (["--rules", "nhs-mdc/1", "--screen", "none"], False),
    ):  # fmt: skip
        assert series(spiked, *words)[0]["screened"] is screened


def test_moving_ranges_may_span_gaps() -> None:
    gappy = months(3, "", 5, "", 4)
    assert series(gappy)[0]["phases"][0]["ucl"] is None
    assert series(gappy, "--bridge-gaps")[0]["phases"][0]["mean_range"] == 1.5


@pytest.mark.parametrize("kind", ["np", "p_prime", "u_prime", "i_prime"])
def test_charts_with_denominators_take_the_column_of_the_library(kind: str) -> None:
    (one,) = series(SEEN, "--chart", kind)
    same = spc.chart([45, 40, 44, 39], chart=kind, n=[50] * 4)
    assert column(one, "ucl") == [point.ucl for point in same.points]
    said = refused(months(3, 4, 5), "--chart", kind)
    assert said.startswith(
        f"A{'n' * (kind in ('np', 'i_prime'))} {kind} chart needs a column of denominators."
    )


def test_rare_events_are_charted_from_one_to_the_next() -> None:
    done = wellrun("chart", "-", "--chart", "g", "--y", "falls", given=months(12, 30, 4, 7, 22))
    assert "Average  15" in done.stdout
    assert "Median   12" in done.stdout
    done = wellrun("chart", "-", "--chart", "t", given=months(12, 30, 4, 7, 22))
    assert "Typical  13" in done.stdout
    assert "Row 3" in refused(months(12, 0, 4), "--chart", "t")


def test_the_spread_beyond_chance_is_told() -> None:
    rows = months("9000,10000", "9200,10000", "9050,10000", "9170,10000", names="month,seen,attendances")
    assert "Sigma z  4.86" in wellrun("chart", "-", "--chart", "p_prime", given=rows).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--chart", "xbar"], "An xbar chart needs several rows for each point."),
        (["--chart", "c", "--subgroup", "day"], "A c chart has no subgroups."),
        (["--x", "day", "--subgroup", "day"], "--subgroup and --x both name the points."),
        (["--target", "3", "--trajectory", "aim"], "There is one target, or one that moves."),
        (["--trajectory", "goal"], "There is no column “goal”."),
    ],
)
def test_options_that_do_not_fit_are_refused(words: list[str], said: str) -> None:
    assert refused(WAITS, *words).startswith(said)
