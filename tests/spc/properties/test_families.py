"""What holds between one family of charts and another, and within those of subgroups and rare events."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.spc.properties import series

import wellrun_spc as spc

Values = list[float | None]


def close(number: float | None) -> Any:
    return None if number is None else pytest.approx(number, rel=1e-9, abs=1e-9)


def times(values: Values, by: float) -> Values:
    return [None if value is None else value * by for value in values]


def fired(chart: spc.Chart) -> list[tuple[str, tuple[int, ...], str]]:
    return [(signal.rule, signal.positions, signal.side) for signal in chart.signals]


@given(parts=series.ratios(), kind=st.sampled_from(["p_prime", "u_prime", "i_prime"]))
def test_where_denominators_are_alike_limits_are_those_of_single_values(
    parts: tuple[Values, list[float]], kind: str
) -> None:
    numerators, whole = parts[0], max(parts[1])
    alike = spc.chart(numerators, chart=kind, n=[whole] * len(numerators))
    single = spc.i_chart(times(numerators, 1 / whole))
    for ours, theirs in zip(alike.points, single.points, strict=True):
        # on charts with denominators a point without a value has no standard error
        assert ours.sigma == (None if ours.value is None else close(theirs.sigma))


@given(parts=series.ratios())
def test_numbers_are_proportions_times_their_denominators(parts: tuple[Values, list[float]]) -> None:
    numbers, shares = spc.np_chart(*parts, rules="anhoej/1"), spc.p_chart(*parts)
    assert fired(numbers) == fired(shares)
    assert numbers.reading.variation == shares.reading.variation
    for number, share in zip(numbers.points, shares.points, strict=True):
        for name in ("centre", "lcl", "ucl"):
            line = getattr(share, name)
            expected = None if line is None else line * (number.denominator or 0)
            assert getattr(number, name) == close(expected)


@given(values=series.times(), rules=st.sampled_from(series.RULES), power=st.integers(-4, 4))
def test_times_in_another_unit_have_lines_in_that_unit(values: Values, rules: str, power: int) -> None:
    by = 2.0**power
    before, shown = spc.t_chart(values, rules=rules), spc.t_chart(values, rules=rules, multiply=by)
    asked = spc.t_chart(times(values, by), rules=rules)
    assert fired(before) == fired(shown) == fired(asked)
    for old, new, other in zip(before.points, shown.points, asked.points, strict=True):
        for name in ("value", "centre", "lcl", "ucl"):
            line = getattr(old, name)
            expected = close(None if line is None else line * by)
            assert getattr(new, name) == expected
            assert getattr(other, name) == expected


@given(groups=series.subgroups(), by=series.quarters)
def test_moving_subgroups_moves_their_means_and_no_deviation(groups: list[Values], by: float) -> None:
    there = [[None if value is None else value + by for value in group] for group in groups]
    before, after = spc.xbar_chart(groups), spc.xbar_chart(there)
    assert [point.sigma for point in after.points] == [close(point.sigma) for point in before.points]
    assert [point.centre for point in after.points] == [
        close(None if point.centre is None else point.centre + by) for point in before.points
    ]
    here, moved = spc.s_chart(groups), spc.s_chart(there)
    assert [point.ucl for point in moved.points] == [close(point.ucl) for point in here.points]


@given(groups=series.subgroups(), seed=st.integers(0, 1000))
def test_rows_of_subgroups_may_come_in_any_order(groups: list[Values], seed: int) -> None:
    named = {place: group for place, group in enumerate(groups) if group}
    assume(named)
    rows = [(place, value) for place, group in named.items() for value in group]
    Random(seed).shuffle(rows)
    shuffled = spc.xbar_chart([value for _, value in rows], subgroup=[place for place, _ in rows])
    nested = spc.xbar_chart(named.values(), x=named)
    assert [point.x for point in shuffled.points] == [point.x for point in nested.points]
    for ours, theirs in zip(shuffled.points, nested.points, strict=True):
        assert ours.denominator == theirs.denominator
        assert ours.value == close(theirs.value)
        assert ours.ucl == close(theirs.ucl)


DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(
    rows=st.lists(st.tuples(DAYS, series.quarters), min_size=1, max_size=30),
    to=st.sampled_from(["week", "month", "quarter", "year"]),
)
def test_no_row_is_lost_on_the_way_to_periods(rows: list[tuple[date, float]], to: str) -> None:
    dates, values = [day for day, _ in rows], [value for _, value in rows]
    counted = spc.aggregate(dates, to=to)
    summed = spc.aggregate(dates, values, to=to, how="sum")
    assert sum(value or 0 for value in counted.values) == len(dates)
    assert sum(value or 0 for value in summed.values) == sum(values)
    assert list(counted.x) == sorted(set(counted.x))
    assert set(spc.period_starts(dates, to=to)) <= set(counted.x)
