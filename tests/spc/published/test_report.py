"""The table of evidence: every row agrees, and one that did not would be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.spc.published.evidence import Row, examples, rows
from tests.spc.published.report import main, report

import wellrun_spc as spc

ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method}: {row.what}")
def test_ours_is_the_printed_number_to_its_last_digit(row: Row) -> None:
    assert row.agrees, (row.printed, row.ours)


def test_every_printed_series_is_in_the_table() -> None:
    charted = {row.where for row in ROWS if row.method.endswith(" chart")}
    assert charted == {example["where"] for example in examples().values()}
    assert {"CUSUM", "EWMA", "capability", "anhoej/1"} <= {row.method for row in ROWS}
    assert {f"{kind} chart" for kind in ("i", "mr", "p", "u", "c")} <= {row.method for row in ROWS}
    assert {row.method.removesuffix(" chart") for row in ROWS if row.method.endswith(" chart")} <= set(
        spc.CHARTS
    )


def test_the_table_names_method_source_and_both_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    shown = capsys.readouterr().out
    assert "I CHART\n  NIST/SEMATECH e-Handbook of Statistical Methods" in shown
    assert "  centre line                                    50.81         50.8100\n" in shown
    assert f"{len(ROWS)} printed numbers from " in shown
    assert "All agree to the last printed digit." in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_a_number_that_differs_is_marked() -> None:
    shown = report([replace(ROWS[0], ours=ROWS[0].ours + 1), *ROWS[1:]])
    assert shown.count("   differs") == 1
    assert shown.endswith("1 do not agree.")
