"""Sustained runs are suggested where runcharter 0.2.0 draws them, with the same medians."""

from __future__ import annotations

from typing import Any

import pytest
from tests.spc.compared.runcharter import cases

import wellrun_spc as spc
from wellrun_spc.suggestions import suggest_phases

SIDES = {"above": "high", "below": "low", "both": None}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["case"]) for case in cases()])
def test_sustained_runs_agree(case: dict[str, Any]) -> None:
    options = case["options"]
    found = suggest_phases(
        spc.run_chart(case["values"]),
        method="sustained-run",
        length=options["runlength"],
        least=options["med_rows"],
        side=SIDES[options["direction"]],  # type: ignore[arg-type]
    )
    ours = [[one.position, one.last, pytest.approx(one.after, rel=1e-9)] for one in found]
    assert ours == case["runs"]


def test_the_extract_has_series_with_two_runs() -> None:
    assert {len(case["runs"]) for case in cases()} >= {0, 1, 2}
