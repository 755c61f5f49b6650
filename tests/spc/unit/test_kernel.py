"""The arithmetic, on cases small enough to check by hand."""

from __future__ import annotations

from math import inf, isnan, nan

import pytest

from wellrun_spc.kernel import averages, patterns, ranges, runs


def test_totals_do_not_lose_small_numbers_beside_large_ones() -> None:
    assert averages.total([1e16, 1.0, -1e16]) == 1.0
    assert averages.total([1.0, 1e16, -1e16]) == 1.0
    assert averages.total([0.1] * 36) == 3.6
    assert averages.total([]) == 0


def test_means_skip_what_is_missing() -> None:
    assert averages.mean([nan, 2, 4, nan]) == 3
    assert isnan(averages.mean([nan]))
    assert averages.count([nan, 2, inf]) == 2


@pytest.mark.parametrize(("values", "median"), [([1], 1), ([1, 4], 2.5), ([1, 4, 9], 4)])
def test_medians(values: list[float], median: float) -> None:
    assert averages.median_of_sorted(values) == median


def test_the_median_of_nothing_is_missing_and_of_the_largest_numbers_is_finite() -> None:
    assert isnan(averages.median_of_sorted([]))
    assert averages.median_of_sorted([1.5e308, 1.6e308]) == pytest.approx(1.55e308)


def moving(values: list[float], bridge: bool) -> list[float]:
    found = [0.0] * len(values)
    ranges.moving_ranges(values, bridge, found)
    return found


def test_a_gap_takes_both_ranges_that_touch_it() -> None:
    assert moving([1, 4, nan, 2, 7], bridge=False) == pytest.approx([nan, 3, nan, nan, 5], nan_ok=True)


def test_a_bridge_joins_the_values_on_either_side_of_a_gap() -> None:
    assert moving([1, 4, nan, nan, 2], bridge=True) == pytest.approx([nan, 3, nan, nan, 2], nan_ok=True)


def test_screening_drops_extreme_ranges_once() -> None:
    assert ranges.screened_mean([nan, 1, 1, 1, 1, 20], 3.267) == (1, 1)
    assert ranges.screened_mean([1, 1, 1, 1, 20], 0) == (4.8, 0)
    assert ranges.screened_mean([1, 2, 3], 3.267) == (2, 0)


def test_screening_keeps_everything_where_nothing_varies() -> None:
    assert ranges.screened_mean([0, 0, 0], 3.267) == (0, 0)
    assert isnan(ranges.screened_mean([nan], 3.267)[0])


@pytest.mark.parametrize(
    ("sides", "found"),
    [([], (0, 0)), ([1], (1, 0)), ([1, 1, -1, 1, 1, 1], (3, 2)), ([-1, -1, 1], (2, 1)), ([1, -1], (1, 1))],
)
def test_longest_run_and_crossings(sides: list[int], found: tuple[int, int]) -> None:
    assert runs.longest_and_crossings(sides) == found


def exact_crossings(useful: int) -> int:
    """The same bound by whole numbers only: 20 P(X <= c) >= 1."""
    trials, ways, below, crossings = useful - 1, 1, 1, 0
    while 20 * below < 2**trials:
        ways = ways * (trials - crossings) // (crossings + 1)
        crossings += 1
        below += ways
    return crossings


def test_the_bound_on_crossings_is_exact() -> None:
    sizes = [*range(1, 400), 999, 1500, 2500]
    assert [runs.crossings_expected(n) for n in sizes] == [exact_crossings(n) for n in sizes]


def test_bounds_of_a_million_points_are_found_at_once() -> None:
    # normal approximation with continuity correction: mean - 1.6449 sd
    assert runs.crossings_expected(1_000_000) == pytest.approx(499_999.5 - 1.6449 * 500, abs=2)
    assert runs.longest_expected(1_000_000) == 23


def test_sides_of_a_line() -> None:
    sides = [0] * 4
    patterns.sides_of([3, 1, 2 + 1e-13, nan], 2, 1e-12, sides)
    assert sides == [patterns.HIGH, patterns.LOW, patterns.ON_LINE, patterns.GAP]


def test_points_beyond_a_distance() -> None:
    marks = [9] * 6
    patterns.beyond([13, 7, 13.1, 6.9, nan, 99], 10, [1, 1, 1, 1, 1, 0], 3, 1e-12, marks)
    assert marks == [0, 0, 1, -1, 0, 0]


def stretches(sides: list[int], length: int) -> list[tuple[int, int]]:
    starts, ends = [0] * len(sides), [0] * len(sides)
    found = patterns.same_side(sides, length, starts, ends)
    return list(zip(starts[:found], ends[:found], strict=True))


@pytest.mark.parametrize(
    ("sides", "length", "found"),
    [
        ([], 2, []),
        ([1, 1, 1], 3, [(0, 2)]),
        ([1, 1, 1], 4, []),
        ([1, 1, 0, 1, 1], 2, [(0, 1), (3, 4)]),
        ([1, 1, 2, 1], 3, []),
        ([2, 2, 2], 2, []),
        ([0, 0, 0], 2, []),
        ([-1, -1, 1, 1, 1, -1], 2, [(0, 1), (2, 4)]),
        ([-1], 1, [(0, 0)]),
    ],
)
def test_stretches_on_one_side(sides: list[int], length: int, found: list[tuple[int, int]]) -> None:
    assert stretches(sides, length) == found


def rising(values: list[float], length: int) -> list[tuple[int, int, int]]:
    size = len(values)
    starts, ends, ways = [0] * size, [0] * size, [0] * size
    found = patterns.trends(values, length, starts, ends, ways)
    return list(zip(starts[:found], ends[:found], ways[:found], strict=True))


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([], []),
        ([1], []),
        ([1, 2, 3], [(0, 2, 1)]),
        ([3, 2, 1], [(0, 2, -1)]),
        ([1, 2, 2, 3], []),
        ([1, 2, nan, 3, 4, 5], [(3, 5, 1)]),
        ([1, 2, 3, 2, 1], [(0, 2, 1), (2, 4, -1)]),
        ([5, 1, 2, 3, 3, 3], [(1, 3, 1)]),
    ],
)
def test_stretches_that_only_rise_or_fall(values: list[float], found: list[tuple[int, int, int]]) -> None:
    assert rising(values, 3) == found


def far_out(
    sides: list[int], zones: list[int], all_on_side: bool = True
) -> tuple[list[int], list[tuple[int, int]]]:
    size = len(sides)
    marks, starts, ends = [0] * size, [0] * size, [0] * size
    found = patterns.two_of_three(sides, zones, all_on_side, marks, starts, ends)
    return marks, list(zip(starts[:found], ends[:found], strict=True))


def test_two_of_three_marks_the_far_points_only() -> None:
    assert far_out([1, 1, 1], [1, 0, 1]) == ([1, 0, 1], [(0, 2)])
    assert far_out([1, 1, 1], [0, 1, 1]) == ([0, 1, 1], [(0, 2)])
    assert far_out([-1, -1, -1], [-1, -1, 0]) == ([-1, -1, 0], [(0, 2)])


def test_two_of_three_may_ask_for_the_third_on_that_side() -> None:
    assert far_out([1, -1, 1], [1, 0, 1]) == ([0, 0, 0], [])
    assert far_out([1, -1, 1], [1, 0, 1], all_on_side=False) == ([1, 0, 1], [(0, 2)])


def test_windows_that_share_a_point_are_one_stretch() -> None:
    assert far_out([1] * 5, [1, 1, 0, 1, 1])[1] == [(0, 4)]
    assert far_out([1] * 6, [1, 1, 0, 0, 1, 1])[1] == [(0, 2), (3, 5)]


def test_stretches_on_opposite_sides_stay_apart() -> None:
    marks, found = far_out([1, 1, 1, -1, -1, -1], [1, 1, 0, 0, -1, -1])
    assert marks == [1, 1, 0, 0, -1, -1]
    assert found == [(0, 2), (3, 5)]


def test_two_points_are_too_few() -> None:
    assert far_out([1, 1], [1, 1]) == ([0, 0], [])
