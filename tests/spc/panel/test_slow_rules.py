"""A rule that nobody compiled is obeyed all the same, and a notice says that it takes longer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.spc.panel.comparing import differences
from tests.spc.panel.making import columns, split

import wellrun_spc as spc
from wellrun_spc.panel import panel
from wellrun_spc.rules import Finding, Part, Track, crossings, outside, shift
from wellrun_spc.series import SeriesError


def above_all(track: Track, name: str) -> list[Finding]:
    """The highest point of a phase."""
    known = [(value, place) for place, value in enumerate(track.values) if value == value]
    return [Finding(name, (track.positions[max(known)[1]],), "high")] if known else []


OWN = replace(
    spc.RULE_SETS["nhs-mdc/2"],
    name="own",
    parts=(outside(), Part("above_all", above_all), shift(5), crossings()),
)


@pytest.mark.parametrize("chart", ["i", "mr", "u"])
def test_rules_of_ones_own_find_what_they_find_in_a_chart(chart: str) -> None:
    table = columns(9, series=12, counts=True)
    options: dict[str, Any] = {"chart": chart, "rules": OWN, "direction": "increase"}
    names = {"u": {"denominator": "n"}}.get(chart, {})
    made = panel(table, by="unit", period="month", value="value", exclude="left_out", **options, **names)
    charts = {
        key: spc.chart(
            part["value"],
            x=part["month"],
            n=part["n"] if names else None,
            excluded=part["left_out"],
            **options,
        )
        for key, part in split(table).items()
    }
    assert differences(made, charts) == []
    assert made.notices == (
        (
            "No compiled form is known of above_all: "
            "the series were computed one after the other, which takes longer."
        ),
    )


def test_phases_have_their_own_signals() -> None:
    table = columns(2, series=5)
    made = panel(table, by="unit", period="month", value="value", rules=OWN, phases=[5], freeze=8)
    assert differences(made, {key: made.chart(key) for key in split(table)}) == []


def test_a_set_of_more_parts_than_a_point_has_bits_is_refused() -> None:
    rules = replace(OWN, parts=tuple(shift(length) for length in range(2, 19)))
    with pytest.raises(SeriesError, match=r"A rule set of 17 parts is too long for a panel\. Use at most 16"):
        panel({"unit": [1], "value": [1.0]}, by="unit", value="value", rules=rules)


def test_a_set_of_many_parts_takes_wider_masks() -> None:
    rules = replace(OWN, parts=tuple(shift(length) for length in range(2, 14)))
    table = columns(12, series=6)
    made = panel(table, by="unit", period="month", value="value", rules=rules)
    charts = {
        key: spc.chart(part["value"], x=part["month"], rules=rules) for key, part in split(table).items()
    }
    assert differences(made, charts) == []
    assert made.core.computed.answers.mask.dtype.itemsize == 2
