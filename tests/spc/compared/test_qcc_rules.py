"""Wellrun and qcc 3.0-dev find the same patterns of Western Electric and Nelson.

The peer marks the newest point of a pattern; Wellrun signals all points that make it. So the newest points
are worked out from what Wellrun signals, and compared.
"""

from __future__ import annotations

from typing import Any

import pytest
from tests.spc.compared.qcc_rules import MARKS, cases

from wellrun_spc import rules
from wellrun_spc.rules import Part, Track, runs_of, sides_about

CASES = [pytest.param(case, id=case["case"]) for case in cases()]


def track_of(case: dict[str, Any]) -> Track:
    values, centre = case["values"], case["centre"]
    sides = sides_about(values, centre, 1e-9)
    return Track(
        positions=range(len(values)), values=values, centre=centre, sigma=[case["sigma"]] * len(values),
        slack=1e-9, sides=sides, runs=runs_of(sides), skip_ties=False, skip_gaps=False, marked={},
    )  # fmt: skip


def ends_of_stretches(part: Part, length: int, case: dict[str, Any]) -> list[int]:
    found = part.find(track_of(case))
    return sorted({at for one in found for at in one.positions[length - 1 :]})


def ends_of_windows(part: Part, needed: int, window: int, case: dict[str, Any]) -> list[int]:
    ends: set[int] = set()
    for one in part.find(track_of(case)):
        marked = set(one.positions)
        ends |= {at for at in marked if len(marked & set(range(at - window + 1, at + 1))) >= needed}
    return sorted(ends)


@pytest.mark.parametrize("case", CASES)
def test_points_outside_agree(case: dict[str, Any]) -> None:
    assert ends_of_stretches(rules.outside(), 1, case) == case["wer1"]


@pytest.mark.parametrize("case", CASES)
def test_two_of_three_and_four_of_five_agree(case: dict[str, Any]) -> None:
    two = rules.two_of_three(all_on_side=False, beyond_counts=True)
    assert ends_of_windows(two, 2, 3, case) == case["wer2"]
    assert ends_of_windows(rules.four_of_five(), 4, 5, case) == case["wer3"]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    ("part", "length", "theirs"),
    [
        (rules.shift(8), 8, "wer4"),
        (rules.shift(9), 9, "nel2"),
        (rules.trend(6), 6, "nel3"),
        (rules.alternating(14), 14, "nel4"),
        (rules.near_centre(15), 15, "nel7"),
        (rules.far_from_centre(8), 8, "nel8"),
    ],
)
def test_stretches_agree(case: dict[str, Any], part: Part, length: int, theirs: str) -> None:
    assert ends_of_stretches(part, length, case) == case[theirs]


def test_each_rule_fires_somewhere_in_the_extract() -> None:
    assert [name for name in MARKS if not any(case[name] for case in cases())] == []
