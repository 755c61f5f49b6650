"""A panel says of each series what its own chart says: every number, signal and word, to the last bit."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spc.panel.comparing import charts_of, compared, differences
from tests.spc.panel.making import LENGTHS, TEMPERS, columns, split
from tests.spc.properties import series as generated

import wellrun_spc as spc
from wellrun_spc.panel import Panel, panel
from wellrun_spc.panel.words import words_of

CHARTS = ("run", "i", "mr", "p", "u", "c")
RULES = tuple(spc.RULE_SETS)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_with_every_rule_set(chart: str, rules: str) -> None:
    needs_n = {"n": "n"} if chart in ("p", "u") else {}
    table = columns(len(chart + rules), counts=chart in ("p", "u", "c"))
    assert compared(table, chart=chart, rules=rules, direction="decrease", target=0.3, **needs_n) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_left_out_points_gaps_that_are_bridged_and_targets_that_move(chart: str) -> None:
    needs_n = {"n": "n"} if chart != "c" else {}
    table = columns(7, counts=chart in ("p", "u", "c"), missing=0.3)
    assert compared(
        table, chart=chart, rules="nhs-mdc/2", direction="increase", excluded="left_out", target="aim",
        bridge_gaps=True, multiply=1000.0, **needs_n,
    ) == []  # fmt: skip


@pytest.mark.parametrize("chart", ["run", "i", "mr", "c"])
@pytest.mark.parametrize("rules", RULES)
def test_a_centre_line_that_is_given(chart: str, rules: str) -> None:
    table = columns(11, counts=True, series=15)
    assert compared(table, chart=chart, rules=rules, centre=12.0, screen=True) == []


@pytest.mark.parametrize(
    "phases", [[4, 20], [date(2019, 6, 1)], [spc.PhaseStart(10, name="After", baseline=5)]]
)
@pytest.mark.parametrize("freeze", [None, 6, date(2019, 9, 1)])
def test_phases_and_frozen_limits_as_the_panel_itself_hands_them_to_a_chart(
    phases: list[Any], freeze: Any
) -> None:
    table = columns(3, series=25)
    made = panel(
        table, by="unit", period="month", value="value", phases=phases, freeze=freeze, rules="nhs-mdc/1"
    )
    assert differences(made, {key: made.chart(key) for key in split(table)}) == []


@pytest.mark.parametrize("rules", RULES)
def test_series_of_every_length_and_temper_with_half_of_the_points_missing(rules: str) -> None:
    chance = random.Random(rules)
    table: dict[str, list[Any]] = {"unit": [], "month": [], "value": []}
    for temper in TEMPERS:
        for length in LENGTHS:
            for missing in (0.0, 0.5, 1.0):
                table["unit"] += [f"{temper.__name__} {length} {missing}"] * length
                table["month"] += range(length)
                table["value"] += [None if chance.random() < missing else v for v in temper(chance, length)]
    made = panel(table, by="unit", period="month", value="value", rules=rules, direction="increase")
    charts = charts_of(table, rules=rules, direction="increase")
    assert differences(made, charts) == []


@given(
    data=st.data(), charted=generated.charts((*CHARTS, *generated.RATIOS, "g", "t")), more=st.integers(0, 3)
)
def test_any_panel(data: st.DataObject, charted: tuple[dict[str, Any], list[Any]], more: int) -> None:
    options, first = charted
    options = {name: value for name, value in options.items() if name not in ("excluded", "phases", "freeze")}
    series = [(options.pop("n", None), first)]
    for _ in range(more):
        counts, given_n = data.draw(generated.ratios())
        if options["chart"] == "t":
            counts = [None if count is None else count + 0.5 for count in counts]
        series.append((None if series[0][0] is None else given_n, counts))
    table: dict[str, list[Any]] = {"unit": [], "month": [], "value": [], "n": []}
    for number, (wholes, values) in enumerate(series):
        table["unit"] += [number] * len(values)
        table["month"] += range(len(values))
        table["value"] += values
        table["n"] += wholes or [None] * len(values)
    needs_n = {"n": "n"} if series[0][0] is not None else {}
    assert compared(table, **options, **needs_n) == []


numbers = st.floats(-1e6, 1e6) | st.integers(-3, 3).map(float)


@given(
    values=st.lists(st.lists(st.none() | numbers, min_size=1, max_size=90), min_size=1, max_size=4),
    rules=st.sampled_from(RULES),
    chart=st.sampled_from(["run", "i", "mr"]),
    bridge=st.booleans(),
)
def test_any_numbers(values: list[list[float | None]], rules: str, chart: str, bridge: bool) -> None:
    table: dict[str, list[Any]] = {"unit": [], "month": [], "value": []}
    for number, own in enumerate(values):
        table["unit"] += [number] * len(own)
        table["month"] += range(len(own))
        table["value"] += own
    assert compared(table, chart=chart, rules=rules, bridge_gaps=bridge, direction="decrease") == []


def test_one_reading_at_a_time_is_the_reading_of_the_chart() -> None:
    table = columns(5)
    made = panel(table, by="unit", period="month", value="value", rules="nhs-mdc/1", direction="increase")
    charts = charts_of(table, rules="nhs-mdc/1", direction="increase")
    assert [made.reading(key) for key in charts] == [chart.reading for chart in charts.values()]


@pytest.mark.parametrize("rules", RULES)
def test_the_words_alone_are_those_of_the_readings(rules: str) -> None:
    made = panel(
        columns(8), by="unit", period="month", value="value", rules=rules, direction="increase", phases=[9]
    )
    assert words_of(made.core) == made.readings()["word"].to_pylist()


def test_a_panel_hands_out_a_series_as_its_chart() -> None:
    table = columns(6, counts=True)
    made: Panel = panel(
        table, by="unit", period="month", value="value", denominator="n", chart="u", multiply=100
    )
    charts = charts_of(table, n="n", chart="u", multiply=100)
    assert [made.chart(key).to_dict() for key in charts] == [chart.to_dict() for chart in charts.values()]
