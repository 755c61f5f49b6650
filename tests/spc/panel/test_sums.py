"""Sums of many phases at once are, to the last bit, the sums of the kernel."""

from __future__ import annotations

from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spc.panel.comparing import differences

import wellrun_spc as spc
from wellrun_spc.kernel.averages import total
from wellrun_spc.kernel.ranges import moving_ranges
from wellrun_spc.panel import panel_arrays
from wellrun_spc.panel.compiled import sums

numbers = st.floats(-1e18, 1e18) | st.just(nan)


def kernel_sums(values: list[float]) -> tuple[float, float, float]:
    ranges = [nan] * len(values)
    moving_ranges(values, False, ranges)
    return total(values), total(ranges), max((step for step in ranges if step == step), default=0.0)


@given(values=st.lists(numbers, min_size=1, max_size=70))
def test_one_phase(values: list[float]) -> None:
    assert tuple(sums.sums_of(np.array([nan, *values]), 1, len(values))) == kernel_sums(values)


@given(data=st.data(), size=st.integers(1, 6))
def test_phases_side_by_side(data: st.DataObject, size: int) -> None:
    values = data.draw(st.lists(numbers, min_size=size * sums.LANES, max_size=size * sums.LANES))
    room = sums.lanes_for(size)
    sums.sum_lanes(np.array([1.0, *values]), 1, size, room)
    for lane in range(sums.LANES):
        own = values[lane * size : (lane + 1) * size]
        assert tuple(sums.sums_in(room, lane)) == kernel_sums(own)


@pytest.mark.parametrize("freeze", [None, 15])
@pytest.mark.parametrize("series", [1, 15, 16, 17, 40])
def test_phases_of_one_length_and_others_among_them_are_all_computed(series: int, freeze: int | None) -> None:
    chance = np.random.default_rng(series)
    for odd in (None, 3, series - 1):
        sizes = [20 + (number == odd) for number in range(series)]
        values = chance.normal(50, 5, sum(sizes))
        codes = np.repeat(np.arange(series), sizes)
        made = panel_arrays(codes, values, freeze=freeze, rules="nhs-mdc/1")
        alone = {
            code: spc.chart(values[codes == code].tolist(), freeze=freeze, rules="nhs-mdc/1")
            for code in range(series)
        }
        assert differences(made, alone, "series") == []
