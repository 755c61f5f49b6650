"""Text that a spreadsheet would run rests in a file."""

import pytest

from wellrun.exchange.neutral import neutral


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＠x", "\u00a0=1"]
)
def test_a_formula_rests_whatever_stands_before_it(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["", "Alder = Birch", 3, -3, None, "3-4", "أ"])
def test_what_is_no_formula_is_left_as_it_is(cell: object) -> None:
    assert neutral(cell) == cell
