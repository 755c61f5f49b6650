"""Simulated series can be made again, and rule sets behave on them as is known."""

from __future__ import annotations

from statistics import fmean, stdev

import pytest
from benchmarks import false_signals
from hypothesis import given
from hypothesis import strategies as st

import wellrun_spc as spc
from wellrun_spc import rules, simulate
from wellrun_spc.rules.rates import LENGTHS, RATES, SHIFTS


@given(
    length=st.integers(1, 60),
    kind=st.sampled_from(simulate.KINDS),
    shift=st.floats(-3, 3),
    seed=st.integers(0, 999),
)
def test_the_same_seed_gives_the_same_series_and_one_that_can_be_charted(
    length: int, kind: str, shift: float, seed: int
) -> None:
    made = simulate.series(length, kind=kind, shift=shift, seed=seed)
    assert made == simulate.series(length, kind=kind, shift=shift, seed=seed)
    assert len(made.values) == length
    chart = {"measured": "i", "count": "c", "share": "p"}[kind]
    assert len(spc.chart(made.values, chart=chart, n=made.n).points) == length
    assert made.to_dict()["schema"] == "wellrun-simulation/1"


def test_other_seeds_give_other_series() -> None:
    assert simulate.series(seed=1).values != simulate.series(seed=2).values


@pytest.mark.parametrize("kind", simulate.KINDS)
def test_a_shift_moves_the_mean_by_so_many_standard_deviations(kind: str) -> None:
    made = simulate.series(4000, kind=kind, shift=2, shift_at=2000, seed=5)
    scale = 100 if kind == "share" else 1
    before, after = made.values[:2000], made.values[2000:]
    assert fmean(before) / scale == pytest.approx(made.mean, abs=5 * made.sd / 2000**0.5)
    assert stdev(before) / scale == pytest.approx(made.sd, rel=0.1)
    assert (fmean(after) - fmean(before)) / scale == pytest.approx(2 * made.sd, rel=0.1)
    assert (made.shift_at, simulate.series().shift_at) == (2000, None)
    assert simulate.series(9, shift=1).shift_at == 4


def test_a_count_never_falls_below_nothing() -> None:
    assert set(simulate.series(20, kind="count", mean=1, shift=-9, shift_at=0).values) == {0.0}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"length": 0}, "A series of 0 points cannot be made. Use 1 to 100,000 points."),
        ({"kind": "odd"}, "There is no kind “odd”. Use one of measured, count, share."),
        ({"mean": float("nan")}, "The mean cannot be nan. Use a number."),
        ({"sd": -1}, "The standard deviation cannot be -1. Use 0 or more."),
        (
            {"kind": "count", "sd": 1},
            "Counts and shares have no standard deviation of their own. Leave it out.",
        ),
        ({"kind": "count", "mean": 900}, "A mean count of 900 cannot be made. Use 0 to 500."),
        ({"kind": "share", "mean": 1.5}, "A share of 1.5 cannot be made. Use 0 to 1."),
        ({"kind": "share", "n": 0}, "0 cases cannot be made. Use 1 to 100,000."),
        ({"shift_at": 24}, "The shift cannot start at 24. Use a position from 0 to 23."),
        ({"shift": float("inf")}, "A shift of inf cannot be made. Use a number, such as 1.5."),
    ],
)
def test_what_cannot_be_made_says_what_can(options: dict[str, object], message: str) -> None:
    with pytest.raises(spc.SeriesError) as caught:
        simulate.series(**options)  # type: ignore[arg-type]
    assert str(caught.value) == message


@pytest.mark.parametrize("name", list(spc.RULE_SETS))
def test_stored_rates_are_what_the_simulation_gives(name: str) -> None:
    share = simulate.share_with_signal(name, 24, series=400, seed=3)
    assert share == simulate.share_with_signal(name, 24, series=400, seed=3)
    assert share == pytest.approx(RATES[name].shares[LENGTHS.index(24)], abs=0.08)
    wait = simulate.points_to_signal(name, 2.0, series=100, seed=3)
    assert wait == simulate.points_to_signal(name, 2.0, series=100, seed=3)
    assert wait == pytest.approx(RATES[name].waits[SHIFTS.index(2.0)], rel=0.35)


def test_the_rates_agree_with_an_independent_simulation() -> None:
    at = LENGTHS.index(24)
    assert RATES["Longest run and crossings alone"].shares[at] == pytest.approx(0.03, abs=0.01)
    assert RATES["Shift and trend of `ihi-run/1` alone"].shares[at] == pytest.approx(0.36, abs=0.02)
    assert RATES["nhs-mdc/1"].shares[at] == pytest.approx(0.18, abs=0.02)
    assert RATES["life-qi/1"].shares[at] == pytest.approx(0.17, abs=0.03)
    alone, screened = (RATES[name].shares[at] for name in list(false_signals.CHECKS)[:2])
    assert alone < 0.09 < screened + 0.01


def test_western_electric_waits_as_long_as_is_published() -> None:
    # Champ & Woodall 1987: 9.22 points with a shift of one standard deviation, from the first point on
    assert simulate.points_to_signal(
        "western-electric/1", 1.0, before=0, series=3000, seed=7
    ) == pytest.approx(9.22, abs=0.4)


def test_without_a_signal_the_wait_is_as_long_as_was_asked() -> None:
    never = false_signals.replace(spc.RULE_SETS["anhoej/1"], name="own", parts=(rules.shift(50),))
    assert simulate.points_to_signal(never, 0.0, series=3, most=5) == 5


def test_a_set_without_limits_is_simulated_on_a_run_chart() -> None:
    assert {name: simulate.kind_for(name) for name in ("ihi-run/1", "nelson/1")} == {
        "ihi-run/1": "run",
        "nelson/1": "i",
    }


def test_the_document_shows_the_stored_rates() -> None:
    assert set(RATES) == {*spc.RULE_SETS, *false_signals.CHECKS}
    assert false_signals.DOCUMENT.read_text(encoding="utf-8") == false_signals.document_text()


def test_the_module_of_rates_is_as_it_was_written() -> None:
    compact = "".join(false_signals.module_text(dict(RATES)).split())
    stored = "".join(false_signals.MODULE.read_text(encoding="utf-8").split())
    assert compact.replace(",}", "}").replace(",)", ")") == stored.replace(",}", "}").replace(",)", ")")
