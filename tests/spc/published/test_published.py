"""Printed examples come out as printed: to half a unit of the last digit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import wellrun_spc as spc
from wellrun_spc.kernel.runs import crossings_expected, longest_expected
from wellrun_spc.limits.factors import D2, D3, EXACT

DATA = Path(__file__).parent / "data"
EXAMPLES = {
    path.stem: example
    for path in sorted(DATA.glob("*.json"))
    if "values" in (example := json.loads(path.read_text(encoding="utf-8")))
}


def as_printed(number: float, printed: str) -> bool:
    """Whether a number rounds to the printed digits."""
    decimals = len(printed.partition(".")[2])
    return abs(number - float(printed)) <= 0.5000001 * 10**-decimals


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_comes_out_as_printed(name: str) -> None:
    example = EXAMPLES[name]
    chart = spc.chart(example["values"], chart=example["chart"], n=example["n"], **example["options"])
    phase = chart.phases[0]
    found: dict[str, Any] = {
        "centre": phase.centre, "lcl": phase.lcl, "ucl": phase.ucl, "mean_range": phase.mean_range,
        "first_ucl": chart.points[0].ucl,
    }  # fmt: skip
    wrong = {
        key: found[key] for key, printed in example["expected"].items() if not as_printed(found[key], printed)
    }
    assert wrong == {}


def test_every_kind_of_control_chart_has_a_printed_example() -> None:
    assert {example["chart"] for example in EXAMPLES.values()} == {"i", "mr", "p", "u", "c"}


def test_every_example_says_where_it_is_printed() -> None:
    assert all(example["citation"] and example["where"] for example in EXAMPLES.values())


def test_bounds_of_runs_are_those_printed() -> None:
    bounds = json.loads((DATA / "anhoej_bounds.json").read_text(encoding="utf-8"))["bounds"]
    assert {n: [longest_expected(int(n)), crossings_expected(int(n))] for n in bounds} == bounds


def test_factors_are_those_printed() -> None:
    printed = json.loads((DATA / "factors.json").read_text(encoding="utf-8"))["factors"]
    computed = {"d2": D2, "d3": D3, "D4": EXACT.upper, "E2": 3 * EXACT.sigma}
    assert all(as_printed(computed[name], digits) for name, digits in printed.items())


def test_the_median_of_a_run_chart_is_the_middle_value() -> None:
    assert spc.run_chart([3, 9, 1, 7]).phases[0].centre == 5
    assert spc.run_chart([3, 9, 1]).phases[0].centre == 3
