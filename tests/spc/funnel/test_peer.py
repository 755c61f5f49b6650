"""Funnels compared with FunnelPlotR 0.6.0, case by case (data/README.md).

Where we differ, and why:

- Units with a missing or zero denominator, or a missing count, count for nothing here. There they take up a
  rank, so that one unit too few is trimmed (tags "zero expected", "missing numerator").
- CQC: its over-dispersed limits stay on the square root scale, half as wide as they should be.
- RC: its limits use the standard error of a proportion. Ours have that of a log rate.
- Limits of a proportion at 0 or 1 may be tidied there after neighbouring rows, and an arcsine beyond its
  range folds back; ours are clamped, and never tidied.
- Where phi is 1 or less, plain limits are in force here even if both kinds were asked for.
- phi and tau squared are reported always; there only with adjusted limits.
"""

import csv
import math
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from wellrun_spc.funnels import Funnel, FunnelUnit, funnel
from wellrun_spc.limits.funnel.methods import METHODS

DATA = Path(__file__).parent / "data"
KINDS = {"SR": "ratio", "PR": "proportion", "RC": "rate"}
UNLIKE = {"zero expected", "missing numerator"}
PLAIN = ("lcl95", "ucl95", "lcl998", "ucl998")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    return float(text) if text not in ("", "NA") else None


CASES = {case["case"]: case for case in rows("cases.csv")}
DONE = [name for name, case in CASES.items() if case["status"] == "ok"]
ALIKE = [name for name in DONE if CASES[name]["tag"] not in UNLIKE]


@cache
def grouped(name: str, key: str) -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    for row in rows(name):
        found[row[key]].append(row)
    return dict(found)


@cache
def ours(name: str) -> Funnel:
    case = CASES[name]
    given = grouped("input.csv", "input")[case["input"]]
    method = {"SR": case["sr_method"].lower(), "PR": "arcsine", "RC": "log"}[case["data_type"]]
    return funnel(
        [number(row["y"]) for row in given],
        [number(row["n"]) for row in given],
        units=[row["group"] for row in given],
        kind=KINDS[case["data_type"]],
        method=method,
        level=95 if case["limit"] == "95" else 99.8,
        overdispersion="additive",
        trim=float(case["trim_by"]),
        multiply=float(case["multiplier"]),
        round_expected=method == "shmi" and case["shmi_rounding"] == "1",
    )


def pairs(name: str) -> list[tuple[FunnelUnit, dict[str, str]]]:
    units = {unit.unit: unit for unit in ours(name).compared}
    return [
        (units[row["group"]], row) for row in grouped("points.csv", "case")[name] if row["group"] in units
    ]


@pytest.mark.parametrize("name", ALIKE)
def test_scores_and_trimmed_units_agree(name: str) -> None:
    for unit, row in pairs(name):
        if math.isfinite(float(row["zscore"])):
            assert unit.z == pytest.approx(float(row["zscore"]), rel=1e-9, abs=1e-9), unit.unit
        assert unit.trimmed == (row["trimmed"] == "1"), unit.unit


@pytest.mark.parametrize("name", [name for name in ALIKE if CASES[name]["draw_adjusted"] == "1"])
def test_phi_and_tau_squared_agree(name: str) -> None:
    assert ours(name).phi == pytest.approx(float(CASES[name]["phi"]), rel=1e-9)
    assert ours(name).tau2 == pytest.approx(float(CASES[name]["tau2"]), rel=1e-8, abs=1e-9)


@pytest.mark.parametrize("name", DONE)
def test_targets_agree(name: str) -> None:
    case = CASES[name]
    assert ours(name).target == pytest.approx(float(case["target"]) * float(case["multiplier"]), rel=1e-9)


@pytest.mark.parametrize("name", [name for name in ALIKE if CASES[name]["data_type"] != "RC"])
def test_unadjusted_limits_agree(name: str) -> None:
    edges = (0, float(CASES[name]["multiplier"])) if CASES[name]["data_type"] == "PR" else ()
    for unit, row in pairs(name):
        assert unit.unadjusted is not None
        for limit in PLAIN:
            printed = number(row[limit])
            if printed is not None and printed not in edges:
                assert getattr(unit.unadjusted, limit) == pytest.approx(printed, rel=1e-8), (unit.unit, limit)


def has_comparable_adjusted_limits(name: str) -> bool:
    case = CASES[name]
    wrong_there = case["data_type"] == "RC" or (case["data_type"] == "SR" and case["sr_method"] == "CQC")
    return case["draw_adjusted"] == "1" and not wrong_there


@pytest.mark.parametrize("name", [name for name in ALIKE if has_comparable_adjusted_limits(name)])
def test_adjusted_limits_agree(name: str) -> None:
    edges = (0, float(CASES[name]["multiplier"])) if CASES[name]["data_type"] == "PR" else ()
    for unit, row in pairs(name):
        assert unit.adjusted is not None
        for limit in PLAIN:
            printed = number(row[f"od_{limit}"])
            if printed is not None and printed not in edges:
                assert getattr(unit.adjusted, limit) == pytest.approx(printed, rel=1e-8), (unit.unit, limit)


@pytest.mark.parametrize("name", ALIKE)
def test_limits_along_the_curve_agree(name: str) -> None:
    case, whole = CASES[name], ours(name)
    method, target = METHODS[whole.kind][whole.method], whole.target / whole.multiply
    edges = (0, float(case["multiplier"])) if case["data_type"] == "PR" else ()
    for row in grouped("lookup.csv", "case")[name]:
        n = float(row["denominator"])
        pairs = [("", method.unadjusted(n, target))] if case["data_type"] != "RC" else []
        if has_comparable_adjusted_limits(name):
            pairs.append(("od_", method.adjusted(n, target, tau2=whole.tau2 or 0)))
        for start, limits in pairs:
            for limit in PLAIN:
                printed = number(row[start + limit])
                if printed is not None and printed not in edges:
                    found = getattr(limits, limit) * whole.multiply
                    assert found == pytest.approx(printed, rel=1e-8), (n, start + limit)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in ALIKE
        if CASES[name]["data_type"] != "RC"
        and "1" in (CASES[name]["drawn_adjusted"], CASES[name]["drawn_unadjusted"])
        and not (CASES[name]["sr_method"] == "CQC" and CASES[name]["drawn_adjusted"] == "1")
    ],
)
def test_the_same_units_lie_outside_the_same_limits(name: str) -> None:
    adjusted = CASES[name]["drawn_adjusted"] == "1"
    for unit, row in pairs(name):
        limits = unit.adjusted if adjusted else unit.unadjusted
        assert limits is not None
        assert unit.value is not None
        assert (limits.side(unit.value, ours(name).level) is not None) == (row["outlier"] == "1"), unit.unit


def test_a_unit_without_a_number_does_not_change_how_the_others_are_judged() -> None:
    whole = ours(next(name for name in DONE if CASES[name]["tag"] == "zero expected"))
    compared = whole.compared
    alone = funnel(
        [unit.numerator for unit in compared],
        [unit.denominator for unit in compared],
        units=[unit.unit for unit in compared],
        kind="ratio",
        method="shmi",
        overdispersion="additive",
    )
    assert len(whole.units) == len(compared) + 1
    assert (alone.phi, alone.tau2) == (whole.phi, whole.tau2)
    assert alone.units == compared


def test_what_the_peer_refuses_we_compare_all_the_same() -> None:
    # every unit exactly as expected: nothing differs, and nothing is wrong with that
    (name,) = (name for name, case in CASES.items() if case["status"] == "error")
    assert ours(name).outside == ()
