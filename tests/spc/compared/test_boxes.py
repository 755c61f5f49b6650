"""The bounds of best box and cut box follow from their definition, and judge as qicharts2 0.8.1 does."""

from __future__ import annotations

import pytest
from tests.spc.compared import qicharts2
from tests.spc.compared.boxes import row
from tests.spc.compared.oracle import cases

import wellrun_spc as spc
from wellrun_spc.rules import box_of

BOXED = [
    pytest.param(facet, id=case["case"])
    for case in cases("qicharts2")
    if case["options"].get("method") in ("bestbox", "cutbox")
    for facet in qicharts2.facets(case)
]


@pytest.mark.parametrize("size", [*range(10, 46), 60, 75])
def test_the_bounds_are_what_the_definition_gives(size: int) -> None:
    assert tuple(box_of(size)) == row(size)


@pytest.mark.parametrize("facet", BOXED)
def test_the_peer_judges_the_same(facet: qicharts2.Facet) -> None:
    rules = f"{facet.case['options']['method']}/1"
    values = [point["value"] for point in facet.points]
    found = {signal.rule for signal in spc.run_chart(values, rules=rules).signals}
    assert bool(found) == bool(facet.summary[-1]["runs_signal"])


def test_the_peer_was_asked_where_the_methods_differ() -> None:
    assert {case.values[0].case["tag"] for case in BOXED} >= {"disagree bestbox", "disagree cutbox"}
    assert len(BOXED) >= 8


@pytest.mark.parametrize("size", range(10, 101))
def test_a_cut_box_lies_within_its_best_box(size: int) -> None:
    box = box_of(size)
    assert (box.corner_crossings is None) == (box.corner_longest is None)
    if box.corner_crossings is not None and box.corner_longest is not None:
        assert box.corner_crossings > box.crossings_min
        assert box.corner_longest < box.longest_max
