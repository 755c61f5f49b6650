"""Kinds of chart that there are no panels of are refused in words."""

from __future__ import annotations

import pytest

import wellrun_spc as spc
from wellrun_spc.panel import panel
from wellrun_spc.panel.compiled import records
from wellrun_spc.panel.plan import KINDS


@pytest.mark.parametrize("chart", [kind for kind in spc.CHARTS if kind not in KINDS])
def test_other_kinds_are_refused_with_what_to_do(chart: str) -> None:
    table = {"ward": ["A", "A", "B"], "y": [1.0, 2.0, 3.0], "n": [5.0, 5.0, 5.0]}
    for denominator in (None, "n"):
        with pytest.raises(
            spc.SeriesError, match=rf"There is no panel of {chart} charts\. Use one of run, i,"
        ):
            panel(table, by="ward", value="y", denominator=denominator, chart=chart)


def test_kinds_are_numbered_as_the_passes_number_them() -> None:
    numbers = [records.RUN_CHART, records.I_CHART, records.MR_CHART, records.P_CHART, records.U_CHART]
    assert [KINDS.index(kind) for kind in ("run", "i", "mr", "p", "u")] == numbers
    assert KINDS.index("c") == records.C_CHART
