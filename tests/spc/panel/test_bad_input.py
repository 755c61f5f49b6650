"""Input that breaks things: a panel answers as the charts of its series do, or names the series."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.spc.panel.comparing import differences

import wellrun_spc as spc
from wellrun_spc.panel import panel, panel_arrays
from wellrun_spc.series import SeriesError

RULES = ("anhoej/1", "nhs-mdc/1", "nelson/1")
ODD: dict[str, list[float | None]] = {
    "one point": [3.0],
    "one point, missing": [None],
    "two points": [3.0, 4.0],
    "nothing but gaps": [None] * 30,
    "a gap between any two": [5.0, None] * 20,
    "all equal": [7.0] * 36,
    "all zero": [0.0] * 36,
    "a steady tenth": [0.1] * 36,
    "more equal points than bits": [0.1] * 100,
    "zero and minus zero": [0.0, -0.0] * 20,
    "next to nothing": [5e-324, 0.0, 1e-323] * 12,
    "tiny": [1e-300 * place for place in range(30)],
    "huge": [1e100 * (place % 5) for place in range(30)],
    "huge and tiny": [1e15, 1e-15, 3.0] * 10,
    "equal but for the last bit": [1.0, math.nextafter(1.0, 2.0)] * 15,
}


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("chart", ["run", "i", "mr"])
def test_odd_series_side_by_side_are_as_they_are_alone(rules: str, chart: str) -> None:
    table = {
        "unit": [name for name, values in ODD.items() for _ in values],
        "value": [value for values in ODD.values() for value in values],
    }
    made = panel(table, by="unit", value="value", chart=chart, rules=rules, direction="increase")
    alone = {
        name: spc.chart(values, chart=chart, rules=rules, direction="increase")
        for name, values in ODD.items()
    }
    assert differences(made, alone) == []


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("chart", ["run", "i", "mr", "c"])
def test_points_that_are_all_equal_are_never_a_signal(rules: str, chart: str) -> None:
    for value in (0.0, 0.1, 7.0, 1e12):
        made = panel_arrays(np.repeat([1, 2], [36, 90]), np.full(126, value), chart=chart, rules=rules)
        assert made.signals().num_rows == 0


@pytest.mark.parametrize("wrong", [math.inf, -math.inf])
def test_an_infinity_names_its_series(wrong: float) -> None:
    with pytest.raises(SeriesError, match="In the series “8”: ") as caught:
        panel_arrays([7, 7, 8, 8], [1.0, 2.0, 3.0, wrong])
    assert caught.value.remedy


@pytest.mark.parametrize("place", [0, 70, 199])
def test_an_infinity_in_a_long_series_is_found_wherever_it_is(place: int) -> None:
    values = np.arange(200.0)
    values[place] = math.inf
    with pytest.raises(SeriesError, match="In the series “1”"):
        panel_arrays(np.ones(200, int), values)


@pytest.mark.parametrize(
    ("values", "denominators", "chart"),
    [([1.0, 2.0], [4.0, 0.0], "u"), ([1.0, 5.0], [4.0, 4.0], "p"), ([1.0, -2.0], [4.0, 4.0], "u")],
)
def test_counts_that_cannot_be_are_named(values: list[float], denominators: list[float], chart: str) -> None:
    with pytest.raises(SeriesError, match="In the series “3”"):
        panel_arrays([3, 3], values, denominators=denominators, chart=chart)
    with pytest.raises(SeriesError):
        spc.chart(values, n=denominators, chart=chart)


def test_a_factor_that_makes_numbers_too_large_is_refused() -> None:
    with pytest.raises(SeriesError, match="“1” is too large to compute with once it is multiplied"):
        panel_arrays([1, 1, 1], [1e90, 2e90, 1.0], multiply=1e300)


@pytest.mark.parametrize("length", [12, 100])
@pytest.mark.parametrize(
    ("chart", "small", "multiply"),
    [("u", 1e-299, 1e160), ("p", 1e-290, 1e160), ("u_prime", 1e-299, 1e160), ("i_prime", 1e-299, 1e160)],
)
def test_limits_that_are_too_large_are_refused_as_in_a_chart_alone(
    chart: str, small: float, multiply: float, length: int
) -> None:
    values, whole = [0.0] * length, [50.0] * length
    values[:3], whole[4] = [3.0, 2.0, 4.0], small
    with pytest.raises(SeriesError) as alone:
        spc.chart(values, n=whole, chart=chart, multiply=multiply)
    with pytest.raises(SeriesError) as among:
        panel_arrays(
            [1] * length + [2] * length, values * 2, denominators=[50.0] * length + whole, chart=chart,
            multiply=multiply,
        )  # fmt: skip
    assert among.value.problem == f"In the series “2”: {alone.value.problem}"
    assert among.value.remedy == alone.value.remedy
    assert "limits are too large" in alone.value.problem


@pytest.mark.parametrize(("chart", "rules"), [("i", "ihi-run/1"), ("mr", "nelson/1"), ("t", "ihi-run/1")])
def test_a_factor_is_refused_under_any_rules(chart: str, rules: str) -> None:
    values = [2e5, 3.0, 4.0] * 5
    for make in (
        lambda: spc.chart(values, chart=chart, rules=rules, multiply=1e300),
        lambda: panel_arrays([1] * 15, values, chart=chart, rules=rules, multiply=1e300),
    ):
        with pytest.raises(SeriesError, match="too large to compute with once it is multiplied"):
            make()


@pytest.mark.parametrize("chart", ["xbar", "s"])
@pytest.mark.parametrize("rules", ["anhoej/1", "ihi-run/1"])
def test_a_factor_is_refused_on_charts_of_subgroups(chart: str, rules: str) -> None:
    table = {"unit": ["a"] * 8, "day": [1, 1, 2, 2, 3, 3, 4, 4], "value": [2e5, 3.0, 4.0, 6.0] * 2}
    with pytest.raises(SeriesError, match="“a” is too large to compute with once it is multiplied"):
        panel(table, by="unit", period="day", value="value", chart=chart, rules=rules, multiply=1e300)


def test_limits_that_are_too_large_are_refused_under_any_rules() -> None:
    values, whole = [3.0, 2.0, 4.0, 0.0] * 6, [50.0, 50.0, 50.0, 1e-299] * 6
    with pytest.raises(SeriesError, match="In the series “1”: The limits are too large to compute with"):
        panel_arrays([1] * 24, values, denominators=whole, chart="u", rules="ihi-run/1", multiply=1e160)


@pytest.mark.parametrize("wrong", [1e301, -1e301, math.inf])
def test_a_target_that_is_too_large_names_its_series(wrong: float) -> None:
    values, targets = [3.0, 4.0, 5.0] * 2, [4.0, math.nan, 4.0, 4.0, wrong, 4.0]
    with pytest.raises(SeriesError) as alone:
        spc.chart(values[3:], target=targets[3:])
    with pytest.raises(SeriesError) as among:
        panel_arrays([1] * 3 + [2] * 3, values, target=targets)
    assert among.value.problem == f"In the series “2”: {alone.value.problem}"
    assert among.value.row == alone.value.row == 2
    with pytest.raises(SeriesError, match="The target is too large to compute with"):
        panel_arrays([1] * 6, values, target=wrong)


@pytest.mark.parametrize("chart", ["u", "p"])
def test_a_point_of_a_tiny_denominator_is_fine_where_its_limits_can_be_computed(chart: str) -> None:
    values, whole = [3.0, 2.0, 4.0, 0.0] * 6, [50.0, 40.0, 60.0, 1e-290] * 6
    made = panel_arrays([1] * 24, values, denominators=whole, chart=chart)
    assert differences(made, {1: spc.chart(values, n=whole, chart=chart)}, "series") == []


@pytest.mark.parametrize("chart", ["i", "run"])
def test_ten_thousand_phases(chart: str) -> None:
    values = np.random.default_rng(1).normal(50, 5, 30_000)
    starts = list(range(0, 30_000, 3))
    made = panel_arrays(np.ones(30_000, int), values, phases=starts, chart=chart)
    alone = spc.chart(values.tolist(), phases=starts, chart=chart)
    assert made.phases().num_rows == len(alone.phases) == 10_000
    assert made.phases()["centre"].to_pylist() == [phase.centre for phase in alone.phases]
    assert made.reading(1).sentence == alone.reading.sentence


def test_codes_in_no_order_of_any_size() -> None:
    chance = np.random.default_rng(2)
    codes = chance.choice([-(2**62), -1, 0, 3, 2**62], 500)
    values = chance.normal(50, 5, 500)
    made = panel_arrays(codes, values)
    for code in np.unique(codes).tolist():
        assert made.chart(code).points[-1].value == values[codes == code][-1]
        alone = spc.chart(values[codes == code].tolist())
        assert made.reading(code).plain == alone.reading.plain
