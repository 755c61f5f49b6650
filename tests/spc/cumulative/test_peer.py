"""Cumulative charts compared with qcc, qicharts2 and vlad, case by case (data/README.md).

Where we differ, and why:

- qcc estimates sigma with d2 = 1.128, we with 1.128379; the comparison gives sigma, so that the sums agree.
- qicharts2 shows a Bernoulli sum as 0 where it signals; we show the sum that signals, and restart after it.
- vlad rounds its scores to whole numbers before it finds risks; the comparison gives the risks it used.
"""

import csv
import json
import math
from pathlib import Path

import pytest

from wellrun_spc.cumulative import Cumulative, bernoulli_cusum, cusum, ewma, vlad

DATA = Path(__file__).parent / "data"
CASES = json.loads((DATA / "cases.json").read_text(encoding="utf-8"))


def rows(name: str, case: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["case"] == case]


def column(table: list[dict[str, str]], name: str) -> list[float]:
    return [float(row[name]) for row in table]


def names(start: str) -> list[str]:
    return sorted(case for case in CASES if case.startswith(start))


def close(values: list[float | None]) -> object:
    return pytest.approx(values, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("case", names("qcc_cusum"))
def test_cusum_sums_and_signals_are_those_of_qcc(case: str) -> None:
    table, options = rows("cusum_ewma.csv", case), CASES[case]
    found = cusum(
        column(table, "value"),
        centre=float(table[0]["centre"]),
        sigma=float(table[0]["std_dev"]),
        k=options.get("se.shift", 1) / 2,
        h=options.get("decision.interval", 5),
        headstart=options.get("head.start", 0),
    )
    assert [point.high for point in found.points] == close(column(table, "stat_hi"))
    assert [point.low for point in found.points] == close(column(table, "stat_lo"))
    assert [point.ucl for point in found.points] == close(column(table, "lim_hi"))
    assert [point.lcl for point in found.points] == close(column(table, "lim_lo"))
    assert [bool(point.signals) for point in found.points] == [row["signal"] == "1" for row in table]


@pytest.mark.parametrize("case", names("qcc_ewma"))
def test_averages_and_limits_are_those_of_qcc(case: str) -> None:
    table, options = rows("cusum_ewma.csv", case), CASES[case]
    found = ewma(
        column(table, "value"),
        centre=float(table[0]["centre"]),
        sigma=float(table[0]["std_dev"]),
        lam=options.get("lambda", 0.2),
        width=options.get("nsigmas", 3),
    )
    assert [point.average for point in found.points] == close(column(table, "stat_hi"))
    assert [point.ucl for point in found.points] == close(column(table, "lim_hi"))
    assert [point.lcl for point in found.points] == close(column(table, "lim_lo"))
    assert [bool(point.signals) for point in found.points] == [row["signal"] == "1" for row in table]


@pytest.mark.parametrize("case", [name for name in names("qcc_cusum") if "center" not in CASES[name]])
def test_sigma_differs_from_that_of_qcc_only_by_the_rounding_of_d2(case: str) -> None:
    table = rows("cusum_ewma.csv", case)
    found = cusum(column(table, "value"))
    assert found.centre == close(float(table[0]["centre"]))  # type: ignore[arg-type]
    assert found.sigma == close(float(table[0]["std_dev"]) * 1.128 * math.sqrt(math.pi) / 2)  # type: ignore[arg-type]


def bernoulli(case: str) -> tuple[Cumulative, list[dict[str, str]]]:
    table, options = rows("bernoulli.csv", case), CASES[case]
    target = options.get("target")
    found = bernoulli_cusum(
        column(table, "y"),
        p0=target if target is not None and target < 1 else None,
        freeze=target if target is not None and target >= 1 else None,
        odds_ratio=options.get("or", 2),
        limit=options.get("limit", 3.5),
    )
    return found, table


@pytest.mark.parametrize("case", names("bch"))
def test_bernoulli_sums_and_signals_are_those_of_qicharts2(case: str) -> None:
    found, table = bernoulli(case)
    assert found.centre == close(CASES[case]["p0"])
    for side, column_name in (("high", "up"), ("low", "down")):
        sums = [getattr(point, side) for point in found.points]
        signals = [place for one in found.signals if one.side == side for place in one.positions]
        assert signals == [place for place, row in enumerate(table) if row[f"signal_{column_name}"] == "1"]
        shown = [0.0 if place in signals else value for place, value in enumerate(sums)]
        assert shown == close(column(table, f"cusum_{column_name}"))


@pytest.mark.parametrize("case", names("vlad"))
def test_risk_adjusted_sums_are_those_of_vlad(case: str) -> None:
    table, options = rows("vlad.csv", case), CASES[case]
    found = vlad(
        column(table, "y"),
        column(table, "p_expected"),
        odds_ratio=options["RA"],
        limit=options["h1"],
        better_limit=options["h2"],
        reset=options["reset"],
    )
    assert [point.total for point in found.points] == pytest.approx(column(table, "vlad"), rel=1e-8, abs=1e-8)
    assert [point.high for point in found.points] == pytest.approx(
        column(table, "cusum_up"), rel=1e-8, abs=1e-8
    )
    lower = [-value for value in column(table, "cusum_down")]
    assert [point.low for point in found.points] == pytest.approx(lower, rel=1e-8, abs=1e-8)
