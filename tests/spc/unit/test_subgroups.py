"""Several values at each point: how they come in, and what is refused."""

# ruff: noqa: E501 - messages are quoted whole, so that they can be searched for

from __future__ import annotations

from datetime import date

import pytest

import wellrun_spc as spc

GROUPS = [[4, 6, 5], [5, 7, 9], [4, 4, 7]]


def test_rows_and_lists_give_the_same_points() -> None:
    rows = [value for group in GROUPS for value in group]
    by_rows = spc.xbar_chart(rows, subgroup=[1, 1, 1, 2, 2, 2, 3, 3, 3])
    assert by_rows == spc.xbar_chart(GROUPS)
    assert by_rows == spc.xbar_chart(tuple(map(tuple, GROUPS)), x=[1, 2, 3])


def test_dates_are_put_in_order_and_labels_keep_theirs() -> None:
    days = [date(2026, 1, 3), date(2026, 1, 1), date(2026, 1, 3)]
    assert [point.x for point in spc.s_chart([1, 2, 3], subgroup=days).points] == [days[1], days[0]]
    labels = ["north", "east", "north"]
    assert [point.x for point in spc.s_chart([1, 2, 3], subgroup=labels).points] == ["north", "east"]


def test_a_subgroup_is_as_large_as_it_has_values() -> None:
    chart = spc.xbar_chart([[1, None, 3], [None], [], [5]])
    assert [point.value for point in chart.points] == [2.0, None, None, 5.0]
    assert [point.denominator for point in chart.points] == [2.0, None, None, 1.0]
    assert [point.value for point in spc.s_chart([[1, None, 3], [None], [], [5]]).points][1:] == [None] * 3


def test_a_subgroup_of_one_has_a_mean_and_no_limits() -> None:
    points = spc.xbar_chart([*GROUPS, [6]]).points
    assert points[3].value == 6
    assert points[3].ucl is None
    assert points[0].ucl is not None


def test_a_point_that_is_hidden_is_used_in_nothing() -> None:
    chart = spc.xbar_chart([*GROUPS, [90, 91, 92]], suppressed=[3])
    assert (chart.phases[0].centre, chart.phases[0].ucl) == (
        spc.xbar_chart(GROUPS).phases[0].centre, spc.xbar_chart(GROUPS).phases[0].ucl,
    )  # fmt: skip
    assert (chart.points[3].value, chart.points[3].suppressed) == (None, True)


def test_values_as_far_out_as_numbers_go_have_a_deviation() -> None:
    chart = spc.s_chart([[1e299, -1e299], [1e299, 3e299]])
    assert chart.points[0].value == pytest.approx(2e299 / 2**0.5)
    assert chart.phases[0].ucl is not None


def test_a_given_centre_keeps_the_standard_error_of_the_means() -> None:
    given, found = spc.xbar_chart(GROUPS, centre=5), spc.xbar_chart(GROUPS)
    assert given.phases[0].centre == 5
    assert given.phases[0].sigma == found.phases[0].sigma
    assert spc.s_chart(GROUPS, centre=2).phases[0].ucl == pytest.approx(2 * 2.568, abs=1e-3)


def test_without_two_values_anywhere_nothing_shows_how_far_values_differ() -> None:
    chart = spc.xbar_chart([[3], [4], [5]])
    assert chart.phases[0].ucl is None
    assert chart.notices[0].startswith("There are no limits. No point rests on two values or more")


def test_nothing_at_all_is_a_chart_without_lines() -> None:
    chart = spc.xbar_chart([[None], [None]])
    assert (chart.phases[0].centre, chart.phases[0].n_used) == (None, 0)


@pytest.mark.parametrize(
    ("values", "options", "message"),
    [
        ([], {}, "There are no values. Give at least one."),
        ([], {"subgroup": []}, "There are no values. Give at least one."),
        ([3, 4], {}, "Row 1: An xbar chart needs several values for each point. Name the subgroup of each value as subgroup, or give a list of values for each point."),
        (["34"], {}, "Row 1: An xbar chart needs several values for each point. Name the subgroup of each value as subgroup, or give a list of values for each point."),
        ([[3], [4, "x"]], {}, "Row 2: The value “x” is not a number. Type a number, like 3, or leave it empty if it is missing."),
        ([3, 4], {"subgroup": [1]}, "Found 2 values but 1 subgroup. Give one for each value; use None where it is missing."),
        ([3, 4], {"subgroup": "ab"}, "The subgroups must be a sequence. Give one subgroup for each value."),
        ([3, 4], {"subgroup": [1, None]}, "Row 2: The period is missing or cannot be read. Give a date, a number or a label, or leave the row out."),
        ([3, 4], {"subgroup": [1, "b"]}, "Row 2 (b): The period is a label, but the first one is a number. Use one kind of period in the whole series."),
        ([3, 4], {"subgroup": [1, 2], "x": [1, 2]}, "Both subgroup and x name the points. Give subgroup alone: it names the periods too."),
        ([[3], [4]], {"n": [1, 2]}, "An xbar chart has no denominators. Leave n out."),
    ],
)  # fmt: skip
def test_slips_are_named(values: list[object], options: dict[str, object], message: str) -> None:
    with pytest.raises(spc.SeriesError) as refused:
        spc.chart(values, chart="xbar", **options)  # type: ignore[arg-type]
    assert str(refused.value) == message


def test_other_charts_have_no_subgroups() -> None:
    with pytest.raises(spc.SeriesError, match=r"An i chart has no subgroups\. Use an xbar or s chart, or"):
        spc.chart([3, 4], subgroup=[1, 2])
