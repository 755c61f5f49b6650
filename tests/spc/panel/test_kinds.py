"""Every kind of chart has a panel, and says of each series what its own chart says, to the last bit."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from tests.spc.panel.comparing import charts_of, compared, differences
from tests.spc.panel.making import columns, split
from tests.spc.properties import series as generated

import wellrun_spc as spc
from wellrun_spc.panel import panel, panel_arrays
from wellrun_spc.panel.compiled import records
from wellrun_spc.panel.plan import KINDS, NUMBERED
from wellrun_spc.series import SeriesError

LINED = ("np", "p_prime", "u_prime", "i_prime", "g", "t")
RULES = ("anhoej/1", "nhs-mdc/1", "nhs-mdc/2", "nelson/1", "cutbox/1")


def table_for(chart: str, seed: int, **more: Any) -> dict[str, list[Any]]:
    """Rows that a kind of chart can be made of; no time between events is 0."""
    table = columns(seed, counts=True, **more)
    if chart == "t":
        table["value"] = [None if value is None else value + 0.25 for value in table["value"]]
    return table


def with_n(chart: str) -> dict[str, str]:
    return {} if chart in ("g", "t") else {"n": "n"}


def rows_of(seed: int, *, series: int = 12) -> dict[str, list[Any]]:
    """Several rows for each point, of some points none that have a value, in no order of time."""
    chance, points = random.Random(seed), columns(seed, series=series)
    rows: dict[str, list[Any]] = {name: [] for name in points}
    order = sorted(range(len(points["unit"])), key=lambda _: chance.random())
    for at in order:
        for _ in range(chance.choice([1, 2, 4, 4, 4])):
            for name, column in points.items():
                rows[name].append(column[at])
            if points["value"][at] is not None:
                rows["value"][-1] = None if chance.random() < 0.1 else points["value"][at] + chance.random()
    return rows


def test_all_kinds_have_a_panel_and_are_numbered_as_the_passes_number_them() -> None:
    assert set(KINDS) == set(spc.CHARTS)
    numbers = [records.RUN_CHART, records.I_CHART, records.MR_CHART, records.P_CHART, records.U_CHART]
    assert [NUMBERED.index(kind) for kind in ("run", "i", "mr", "p", "u")] == numbers
    assert NUMBERED.index("c") == records.C_CHART
    assert len(NUMBERED) == records.LINED < records.GAPS


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("chart", LINED)
def test_charts_whose_lines_are_computed_beforehand(chart: str, rules: str) -> None:
    table = table_for(chart, len(chart + rules), series=12)
    more = with_n(chart)
    assert compared(table, chart=chart, rules=rules, direction="decrease", target=9.0, **more) == []


@pytest.mark.parametrize("chart", LINED)
def test_left_out_points_gaps_phases_baselines_and_targets_that_move(chart: str) -> None:
    table = table_for(chart, 7, missing=0.3, series=20)
    made = panel(
        table, by="unit", period="month", value="value", denominator=with_n(chart).get("n"), chart=chart,
        rules="nhs-mdc/2", direction="increase", exclude="left_out", target="aim", phases=[6, 30], freeze=9,
        bridge_gaps=True, multiply=24.0,
    )  # fmt: skip
    assert differences(made, {key: made.chart(key) for key in split(table)}) == []


@pytest.mark.parametrize("chart", LINED)
def test_a_centre_line_that_is_given_also_where_no_point_has_a_value(chart: str) -> None:
    table = table_for(chart, 11, series=8)
    table["n"] = [50.0] * len(table["n"])
    table["value"] = [
        None if unit == "Ward 3" else v for unit, v in zip(table["unit"], table["value"], strict=True)
    ]
    centre = {"p_prime": 0.2, "i_prime": 0.2, "u_prime": 0.2}.get(chart, 12.0)
    assert compared(table, chart=chart, rules="nhs-mdc/1", centre=centre, **with_n(chart)) == []


@pytest.mark.parametrize("chart", ["xbar", "s"])
@pytest.mark.parametrize("rules", ["anhoej/1", "nelson/1"])
def test_rows_of_one_period_are_a_subgroup(chart: str, rules: str) -> None:
    table = rows_of(len(rules))
    assert compared(table, chart=chart, rules=rules, direction="decrease", target=50.0) == []
    made = panel(
        table, by="unit", period="month", value="value", chart=chart, rules=rules, exclude="left_out",
        target="aim", direction="increase", phases=[6], freeze=9, multiply=2.5,
    )  # fmt: skip
    assert differences(made, {key: made.chart(key) for key in split(table)}) == []


def test_subgroups_may_be_labels_in_the_order_in_which_they_first_appear() -> None:
    table = {
        "unit": list("aabbab"), "month": ["late", "early", "early", "late", "late", "late"],
        "value": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
    }  # fmt: skip
    made = panel(table, by="unit", period="month", value="value", chart="xbar")
    points = made.points().select(["unit", "period", "value", "denominator"]).to_pylist()
    assert [tuple(point.values()) for point in points] == [
        ("a", "late", 3.0, 2.0), ("a", "early", 2.0, 1.0), ("b", "early", 3.0, 1.0), ("b", "late", 5.0, 2.0),
    ]  # fmt: skip
    assert differences(made, charts_of(table, chart="xbar")) == []


@given(charted=generated.charts((*LINED, "xbar", "s")))
def test_any_series_of_any_of_these_kinds(charted: tuple[dict[str, Any], list[Any]]) -> None:
    options, values = charted
    chart, wholes, places = options["chart"], options.pop("n", None), range(len(values))
    table: dict[str, list[Any]] = {"value": [], "month": [], "left_out": [], "n": []}
    for place in places:
        for value in values[place] or [None] if chart in ("xbar", "s") else [values[place]]:
            table["value"].append(value)
            table["month"].append(place)
            table["left_out"].append(place in options["excluded"])
            table["n"].append(wholes[place] if wholes else None)
    asked = {name: options[name] for name in options if name != "excluded"} | {
        "phases": options["phases"] or None,
        "denominator": "n" if wholes else None,
    }
    table["unit"] = ["A"] * len(table["value"])
    made = panel(table, by="unit", period="month", value="value", exclude="left_out", **asked)
    alone = spc.chart(values, x=places, n=wholes, **options)
    assert differences(made, {"A": alone}) == []


def test_sigma_z_and_the_median_of_the_runs_are_among_the_phases() -> None:
    table = columns(2, counts=True, series=4)
    laney = panel(table, by="unit", period="month", value="value", denominator="n", chart="u_prime")
    assert laney.phases()["sigma_z"].to_pylist() == [
        chart.phases[0].sigma_z for chart in charts_of(table, chart="u_prime", n="n").values()
    ]
    gaps = panel(table, by="unit", period="month", value="value", chart="g")
    assert "middle" in gaps.phases().column_names
    assert not {"middle", "sigma_z"} & set(
        panel(table, by="unit", value="value", period="month").phases().column_names
    )


@pytest.mark.parametrize(
    ("chart", "values", "wholes", "says"),
    [
        ("t", [1.0, 0.0], None, "The time between events is 0"),
        ("g", [1.0, -1.0], None, "The count -1 is below zero"),
        ("np", [5.0, 9.0], [6.0, 8.0], "The numerator 9 is more than the denominator 8"),
        ("u_prime", [5.0, 9.0], [6.0, 0.0], "The denominator is 0"),
        ("i_prime", [1e200, 1.0], [1e-200, 1.0], "divided by the denominator is too large"),
        ("i_prime", [1.0, 2.0], [1e-300, 1.0], "The limits are too large to compute with"),
        ("g", [1.0, np.inf], None, "too large to compute with"),
    ],
)
def test_what_cannot_be_computed_names_the_series_as_its_chart_does(
    chart: str, values: list[float], wholes: list[float] | None, says: str
) -> None:
    with pytest.raises(SeriesError, match=f"In the series “3”: .*{says}"):
        panel_arrays([3] * len(values), values, denominators=wholes, chart=chart)
    with pytest.raises(SeriesError, match=says):
        spc.chart(values, n=wholes, chart=chart)


@pytest.mark.parametrize(
    ("wholes", "centre", "says"),
    [
        ([50.0, 60.0], 12.0, "One centre line cannot be given where the denominators differ"),
        ([50.0, 50.0], 70.0, "The centre line 70 is more than the denominator 50"),
    ],
)
def test_a_centre_of_an_np_chart_is_a_part_of_one_denominator(
    wholes: list[float], centre: float, says: str
) -> None:
    with pytest.raises(SeriesError, match=says):
        panel_arrays([1, 1], [4.0, 5.0], denominators=wholes, chart="np", centre=centre)


@pytest.mark.parametrize("factor", [1e299, 1e-3])
def test_a_factor_may_make_values_or_limits_too_large(factor: float) -> None:
    values, wholes = [4.0, 900.0, 5.0], [10.0, 10.0, 10.0]
    for chart, n in (("i_prime", wholes), ("t", None)):
        made: list[Any] = []
        for make in (
            lambda chart=chart, n=n: panel_arrays(
                [1] * 3, values, denominators=n, chart=chart, multiply=factor
            ),
            lambda chart=chart, n=n: spc.chart(values, n=n, chart=chart, multiply=factor),
        ):
            try:
                made.append(make() is not None)
            except SeriesError as error:
                made.append("too large" in error.problem)
        assert made == [True, True]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"chart": "np"}, "An np chart needs denominators"),
        ({"chart": "g", "denominator": "n"}, "A g chart has no denominators. Leave the denominator out"),
        ({"chart": "c", "denominator": "n"}, "Use a u chart for counts with denominators"),
        ({"chart": "xbar", "period": None}, "An xbar chart needs several rows for each point"),
        ({"chart": "xbar", "exclude": "left_out"}, "do not agree on whether it is left out"),
        ({"chart": "s", "target": "aim"}, "do not agree on its target"),
    ],
)
def test_what_does_not_go_together_is_refused(options: dict[str, Any], says: str) -> None:
    table = {
        "unit": ["a"] * 3, "month": [1, 1, 2], "value": [1.0, 2.0, 3.0], "n": [4.0] * 3,
        "left_out": [True, False, False], "aim": [1.0, 2.0, 3.0],
    }  # fmt: skip
    with pytest.raises(SeriesError, match=says):
        panel(table, **({"by": "unit", "period": "month", "value": "value"} | options))


def test_columns_alone_have_no_subgroups() -> None:
    with pytest.raises(SeriesError, match="Make it with panel, which has a column of periods"):
        panel_arrays([1, 1], [1.0, 2.0], chart="xbar")
