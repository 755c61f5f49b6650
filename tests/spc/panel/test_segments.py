"""Phases and baselines of many series: by column, by position, by period."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

import wellrun_spc as spc
from wellrun_spc.panel import Panel, panel
from wellrun_spc.series import SeriesError

MONTHS = [date(2024, month, 1) for month in range(1, 9)]


def made(**options: Any) -> Panel:
    """Two series: eight months, and the first four of them."""
    table = {
        "unit": ["a"] * 8 + ["b"] * 4,
        "month": MONTHS + MONTHS[:4],
        "value": [1.0, 2.0, 1.0, 2.0, 5.0, 6.0, 5.0, 6.0, 3.0, 4.0, 3.0, 4.0],
        "phase": ["x"] * 4 + ["y"] * 2 + ["x"] * 2 + [None] * 4,
        "number": list(range(8)) + list(range(4)),
    }
    return panel(table, **{"by": "unit", "period": "month", "value": "value"} | options)


def starts(panel: Panel) -> list[tuple[str, int]]:
    return [(row["unit"], row["points"]) for row in panel.phases().to_pylist()]


@pytest.mark.parametrize(
    ("phases", "sizes"),
    [
        (None, [("a", 8), ("b", 4)]),
        ([], [("a", 8), ("b", 4)]),
        (4, [("a", 4), ("a", 4), ("b", 4)]),
        ([3, 6], [("a", 3), ("a", 3), ("a", 2), ("b", 3), ("b", 1)]),
        ([0, 99], [("a", 8), ("b", 4)]),
        (date(2024, 3, 1), [("a", 2), ("a", 6), ("b", 2), ("b", 2)]),
        (date(2024, 2, 15), [("a", 2), ("a", 6), ("b", 2), ("b", 2)]),
        ("2024-05-01", [("a", 4), ("a", 4), ("b", 4)]),
        (spc.PhaseStart(2), [("a", 2), ("a", 6), ("b", 2), ("b", 2)]),
        ("phase", [("a", 4), ("a", 2), ("a", 2), ("b", 4)]),
    ],
)
def test_phases_begin_where_they_are_said_to(phases: Any, sizes: list[tuple[str, int]]) -> None:
    assert starts(made(phases=phases)) == sizes


def test_phases_carry_their_names_and_each_has_its_own_centre() -> None:
    by_column = made(phases="phase").phases().to_pylist()
    assert [(row["name"], row["centre"]) for row in by_column] == [
        ("x", 1.5),
        ("y", 5.5),
        ("x", 5.5),
        (None, 3.5),
    ]
    named = made(phases=[spc.PhaseStart(4, name="Huddles")]).phases().to_pylist()
    assert [row["name"] for row in named] == ["", "Huddles", ""]


def test_labels_and_numbers_of_periods_may_start_a_phase() -> None:
    assert starts(made(period="number", phases=[spc.PhaseStart(at=3.5)])) == [("a", 4), ("a", 4), ("b", 4)]
    table = {"unit": ["a"] * 3, "when": ["u", "v", "w"], "value": [1.0, 2.0, 3.0]}
    found = panel(table, by="unit", period="when", value="value", phases=["v"])
    assert starts(found) == [("a", 1), ("a", 2)]
    moments = [datetime(2024, 1, 1, hour) for hour in range(3)]
    timed = panel(table | {"when": moments}, by="unit", period="when", value="value", phases=[moments[2]])
    assert starts(timed) == [("a", 2), ("a", 1)]


@pytest.mark.parametrize(
    ("options", "used"),
    [
        ({"freeze": 3}, [3, 3]),
        ({"freeze": 6}, [6, 4]),
        ({"freeze": date(2024, 2, 20)}, [2, 2]),
        ({"freeze": "2024-06-01"}, [6, 4]),
        ({"freeze": date(2023, 1, 1)}, [8, 4]),
        ({"freeze": 6, "phases": [4]}, [4, 2, 4]),
        ({"phases": [spc.PhaseStart(4, baseline=3)]}, [4, 3, 4]),
        ({"phases": [spc.PhaseStart(4, baseline=9)], "freeze": 6}, [4, 4, 4]),
    ],
)
def test_a_baseline_sets_the_limits_of_the_phase_it_ends_in(options: dict[str, Any], used: list[int]) -> None:
    found = made(**options)
    assert found.phases()["n_used"].to_pylist() == used
    for key in "ab":
        chart = found.chart(key)
        rows = [row for row in found.phases().to_pylist() if row["unit"] == key]
        assert [row["frozen"] for row in rows] == [phase.frozen for phase in chart.phases]


def test_a_label_may_end_the_baseline() -> None:
    table = {"unit": ["a"] * 3 + ["b"], "when": ["u", "v", "w", "z"], "value": [1.0, 2.0, 9.0, 1.0]}
    found = panel(table, by="unit", period="when", value="value", freeze="v")
    assert found.phases()["n_used"].to_pylist() == [2, 1]


def test_one_baseline_point_is_handed_on_by_its_period() -> None:
    found = made(freeze=date(2024, 1, 1))
    assert found.phases()["n_used"].to_pylist() == [1, 1]
    assert found.chart("a").phases[0].n_used == 1
    later = made(freeze=5, phases=[4])
    assert [phase.n_used for phase in later.chart("a").phases] == [4, 1]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"phases": [-1]}, "The phase start -1 matches no point. Positions count from 0"),
        ({"phases": [date(2030, 1, 1)]}, "The phase start 1 January 2030 matches no point. Use a period"),
        ({"phases": ["soon"]}, "The phase start soon matches no point"),
        (
            {"phases": [date(2024, 1, 1)], "period": None},
            "matches no point. Name the column of periods as period",
        ),
        ({"freeze": 1}, "A baseline of 1 sets no limits. Use 2 points or more"),
        ({"freeze": True}, "A baseline of True sets no limits"),
        ({"freeze": "soon"}, "The end of the baseline soon matches no point"),
        ({"phases": [spc.PhaseStart(2, baseline=1)]}, "A baseline of 1 sets no limits"),
    ],
)
def test_starts_that_match_nothing_are_refused(options: dict[str, Any], says: str) -> None:
    with pytest.raises(SeriesError, match=says):
        made(**options)
