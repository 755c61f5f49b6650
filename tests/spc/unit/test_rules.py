"""Rule sets: what each part finds, and the policies that go with a set."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

import wellrun_spc as spc
from wellrun_spc import rules

STEADY = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11]


def found(values: list[float | None], **options: object) -> list[tuple[str, tuple[int, ...], str]]:
    chart = spc.i_chart(values, **options)  # type: ignore[arg-type]
    return [(signal.rule, signal.positions, signal.side) for signal in chart.signals]


def with_rules(*parts: rules.Part, **policies: object) -> spc.RuleSet:
    return replace(spc.RULE_SETS["nhs-mdc/2"], name="own", version=1, parts=parts, **policies)


def test_sets_are_named_by_name_and_version() -> None:
    assert list(spc.RULE_SETS) == [
        "anhoej/1",
        "nhs-mdc/1",
        "nhs-mdc/2",
        "ihi-run/1",
        "life-qi/1",
        "western-electric/1",
        "nelson/1",
        "bestbox/1",
        "cutbox/1",
    ]
    assert all(
        chosen.key == name and chosen.title and chosen.sentence for name, chosen in spc.RULE_SETS.items()
    )


def test_sets_and_parts_never_change() -> None:
    with pytest.raises(FrozenInstanceError):
        spc.RULE_SETS["anhoej/1"].ties = "break"  # type: ignore[misc]
    with pytest.raises(TypeError):
        spc.RULE_SETS["mine/1"] = spc.RULE_SETS["anhoej/1"]  # type: ignore[index]
    assert rules.shift(7) == rules.shift(7) != rules.shift(8)


def test_a_point_outside_the_limits_is_found_by_every_set_for_control_charts() -> None:
    with_limits = [name for name in spc.RULE_SETS if name != "ihi-run/1"]
    assert {
        name: [signal for signal in found([*STEADY, 40], rules=name) if signal[0] == "outside"]
        for name in with_limits
    } == {name: [("outside", (12,), "high")] for name in with_limits}


def test_neighbours_outside_one_limit_are_one_signal() -> None:
    assert ("outside", (12, 13), "low") in found([*STEADY, -40, -41], freeze=12)
    assert [rule for rule, _, _ in found([*STEADY, -40, 40], freeze=12)].count("outside") == 2


def test_a_point_exactly_on_a_limit_is_inside() -> None:
    chart = spc.c_chart([4, 4, 4, 10], freeze=3)
    assert chart.phases[0].ucl == 10
    assert chart.points[3].signals == ()


@pytest.mark.parametrize(("length", "fires"), [(6, False), (7, True)])
def test_a_shift_takes_seven_in_nhs_sets(length: int, fires: bool) -> None:
    values = [*STEADY, 9.5, *([12.5, 12] * 4)[:length]]
    shifts = [
        positions for rule, positions, _ in found(values, rules="nhs-mdc/1", freeze=12) if rule == "shift"
    ]
    assert shifts == ([tuple(range(13, 13 + length))] if fires else [])


def test_a_point_on_the_average_breaks_a_shift_or_is_skipped() -> None:
    values = [9.0, 11.0] * 6 + [9.0, 11.5, 11.0, 11.5, 10.0, 11.0, 11.5, 11.0, 11.5]
    broken = with_rules(rules.shift(7), ties="break")
    skipping = with_rules(rules.shift(7), ties="skip")
    assert found(values, rules=broken, centre=10) == []
    assert found(values, rules=skipping, centre=10) == [("shift", (13, 14, 15, 17, 18, 19, 20), "high")]


def test_a_missing_point_breaks_a_shift_or_is_skipped() -> None:
    values = [9.0, 11.0] * 6 + [9.0, 11.5, 11.0, 11.5, None, 11.0, 11.5, 11.0, 11.5]
    assert found(values, rules=with_rules(rules.shift(7), gaps="break"), centre=10) == []
    assert found(values, rules=with_rules(rules.shift(7), gaps="skip"), centre=10) == [
        ("shift", (13, 14, 15, 17, 18, 19, 20), "high")
    ]


def test_a_left_out_point_neither_breaks_nor_lengthens_a_run() -> None:
    values = [*STEADY, 9.5, 12.5, 12, 12.5, 12, 2, 12.5, 12, 12.5]
    chart = spc.i_chart(values, rules="nhs-mdc/1", freeze=12, excluded=[17])
    assert [signal.positions for signal in chart.signals] == [(13, 14, 15, 16, 18, 19, 20)]
    assert chart.points[17].signals == ()


def test_trends_may_skip_gaps_and_repeated_values() -> None:
    values: list[float | None] = [*STEADY, 5, 6, 7, 7, None, 8, 9, 10, 11]
    strict = with_rules(rules.trend(7))
    easy = with_rules(rules.trend(7), ties="skip", gaps="skip")
    assert found(values, rules=strict, freeze=12) == []
    assert found(values, rules=easy, freeze=12) == [("trend", (12, 13, 14, 17, 18, 19, 20), "high")]


def test_two_of_three_ignores_points_beyond_three_sigma_in_version_1_only() -> None:
    values = [*STEADY, 9, 15.8, 30, 11.2, 9]
    pairs = {
        name: [
            positions for rule, positions, _ in found(values, rules=name, freeze=12) if rule == "two_of_three"
        ]
        for name in ("nhs-mdc/1", "nhs-mdc/2")
    }
    assert pairs == {"nhs-mdc/1": [], "nhs-mdc/2": [(13, 14)]}


def test_two_of_three_signals_the_far_points() -> None:
    assert ("two_of_three", (13, 15), "high") in found(
        [*STEADY, 9, 15.5, 11, 15.6], rules="nhs-mdc/1", freeze=12
    )
    loose = with_rules(rules.two_of_three(all_on_side=False))
    assert found([*STEADY, 9, 15.5, 9, 15.6], rules=loose, freeze=12) == [("two_of_three", (13, 15), "high")]
    assert found([*STEADY, 9, 5.1, 9, 5.2], rules="nhs-mdc/1", freeze=12) == [
        ("two_of_three", (13, 15), "low")
    ]


def test_long_runs_are_judged_by_how_many_points_are_useful() -> None:
    values = [9.0, 11.0] * 5 + [11.0] * 7
    assert found(values, centre=10)[0] == ("longest_run", tuple(range(9, 17)), "high")
    assert found(values[:-1], centre=10) == []


def test_few_crossings_are_a_signal_of_the_whole_phase() -> None:
    values = [9.0] * 6 + [11.0] * 6
    chart = spc.run_chart(values, centre=10)
    (signal,) = chart.signals
    assert (signal.rule, signal.located, signal.side) == ("crossings", False, "high")
    assert signal.positions == tuple(range(12))
    assert {point.signals for point in chart.points} == {("crossings",)}


def test_moving_ranges_are_judged_one_by_one() -> None:
    chart = spc.mr_chart([1, 2, 4, 7, 11, 16, 22, 29, 37, 46, 56, 67, 79], rules="nhs-mdc/1")
    assert chart.signals == ()


def test_every_rule_that_fires_on_a_point_is_named_in_the_sets_order() -> None:
    chart = spc.i_chart([*STEADY, 13, 14, 15, 16, 17, 18, 19, 40], rules="nhs-mdc/1", freeze=12)
    assert chart.points[-1].signals == ("outside", "trend", "shift")


def test_the_rules_report_the_runs_of_every_phase() -> None:
    chart = spc.run_chart([1, 3, 1, 3, 2, None, 1, 3], phases=[4])
    assert [(phase.runs.useful, phase.runs.longest, phase.runs.crossings) for phase in chart.phases] == [
        (4, 1, 3), (2, 1, 1),
    ]  # fmt: skip
    assert chart.runs == chart.phases[1].runs


def test_a_phase_without_useful_points_has_no_bounds() -> None:
    runs = spc.run_chart([5, 5, 5]).runs
    assert (runs.useful, runs.longest, runs.longest_max, runs.crossings_min) == (0, 0, None, None)


@pytest.mark.parametrize("kind", ["run", "i", "mr", "c", "p", "u"])
@pytest.mark.parametrize("name", list(spc.RULE_SETS))
def test_a_steady_ten_per_cent_raises_no_signal(kind: str, name: str) -> None:
    n = [10.0] * 36 if kind in "pu" else None
    values = [1.0] * 36 if kind in "pu" else [0.1] * 36
    assert spc.chart(values, chart=kind, n=n, rules=name).signals == ()


def test_rounding_in_a_third_is_not_a_signal() -> None:
    chart = spc.p_chart([1, 2, 3, 5, 7] * 5, [3, 6, 9, 15, 21] * 5)
    assert chart.runs.useful == 0
    assert chart.signals == ()


def test_nothing_is_outside_where_nothing_varies() -> None:
    assert found([5.0] * 12 + [9.0], freeze=12) == []
