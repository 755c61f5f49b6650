"""Printed examples come out as printed: to half a unit of the last digit."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import pytest
from tests.spc.published.evidence import computed

import wellrun_spc as spc
from wellrun_spc.kernel.runs import crossings_expected, longest_expected
from wellrun_spc.limits.factors import D2, D3, EXACT, size_factors
from wellrun_spc.limits.rare import to_normal

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
    found = {key: computed(chart, key) for key in example["expected"]}
    wrong = {
        key: found[key] for key, printed in example["expected"].items() if not as_printed(found[key], printed)
    }
    assert wrong == {}


def test_every_kind_of_control_chart_has_a_printed_example() -> None:
    kinds = {example["chart"] for example in EXAMPLES.values()}
    assert kinds == set(spc.CHARTS) - {"run"}


def test_every_example_says_where_it_is_printed() -> None:
    assert all(example["citation"] and example["where"] for example in EXAMPLES.values())


def test_bounds_of_runs_are_those_printed() -> None:
    bounds = json.loads((DATA / "anhoej_bounds.json").read_text(encoding="utf-8"))["bounds"]
    assert {n: [longest_expected(int(n)), crossings_expected(int(n))] for n in bounds} == bounds


def test_factors_are_those_printed() -> None:
    printed = json.loads((DATA / "factors.json").read_text(encoding="utf-8"))["factors"]
    computed = {"d2": D2, "d3": D3, "D4": EXACT.upper, "E2": 3 * EXACT.sigma}
    assert all(as_printed(computed[name], digits) for name, digits in printed.items())


def test_factors_of_subgroups_are_those_printed() -> None:
    printed = json.loads((DATA / "subgroup_factors.json").read_text(encoding="utf-8"))["factors"]
    for size, digits in printed.items():
        assert all(map(as_printed, size_factors(int(size)), digits)), size


def test_times_between_failures_are_transformed_as_printed() -> None:
    printed = json.loads((DATA / "montgomery_failure_times.json").read_text(encoding="utf-8"))
    chart = spc.t_chart(printed["times"])
    transformed = [to_normal(time) for time in printed["times"]]
    # the book rounds the exponent 1 / 3.6, and the last digit of one number
    rounding = printed["exponent"] - 1 / 3.6
    for time, ours, theirs in zip(printed["times"], transformed, printed["transformed"], strict=True):
        assert abs(ours * time**rounding - float(theirs)) < 1.1e-5
    ranges = [abs(later - earlier) for earlier, later in pairwise(transformed)]
    centre, sigma = fmean(transformed), fmean(ranges) / D2
    phase = chart.phases[0]
    assert phase.centre == pytest.approx(centre**3.6, rel=1e-12)
    assert phase.ucl == pytest.approx((centre + 3 * sigma) ** 3.6, rel=1e-12)


def test_the_median_of_a_run_chart_is_the_middle_value() -> None:
    assert spc.run_chart([3, 9, 1, 7]).phases[0].centre == 5
    assert spc.run_chart([3, 9, 1]).phases[0].centre == 3
