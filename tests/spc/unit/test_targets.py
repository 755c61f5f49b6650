"""Whether a target will be met, and how that is said."""

# ruff: noqa: E501 - sentences are quoted whole, so that they can be searched for

from __future__ import annotations

import pytest

import wellrun_spc as spc

STEADY = [10, 12, 9, 11] * 4
FLAT = [95.0] * 12


def reading(
    target: object, direction: str = "decrease", values: list[float] = STEADY, **options: object
) -> spc.Reading:
    return spc.i_chart(values, target=target, direction=direction, **options).reading  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "direction", "assurance", "word", "plain"),
    [
        (8, "decrease", "hit_and_miss", "Sometimes meets target", "The target of 8 sits inside the usual range of 5 to 16. Some points will meet it and some will not."),
        (20, "decrease", "consistently_meets", "Keeps meeting target", "The target of 20 is met all through the usual range of 5 to 16. You can expect to meet it."),
        (3, "decrease", "consistently_misses", "Keeps missing target", "The target of 3 is missed all through the usual range of 5 to 16. To meet it, change how the work is done."),
        (20, "increase", "consistently_misses", "Keeps missing target", "The target of 20 is missed all through the usual range of 5 to 16. To meet it, change how the work is done."),
        (3, "increase", "consistently_meets", "Keeps meeting target", "The target of 3 is met all through the usual range of 5 to 16. You can expect to meet it."),
        (8, "neutral", "not_assessed", "Target not judged", "To judge the target, say which way is better."),
        (None, "increase", "no_target", "No target", "There is no target."),
    ],
)  # fmt: skip
def test_the_target_is_held_against_the_limits(
    target: float | None, direction: str, assurance: str, word: str, plain: str
) -> None:
    found = reading(target, direction)
    assert (found.assurance, found.assurance_word, found.assurance_plain) == (assurance, word, plain)


@pytest.mark.parametrize(("rules", "assurance"), [("anhoej/1", "consistently_meets"), ("nhs-mdc/1", "hit_and_miss"), ("nhs-mdc/2", "consistently_meets")])  # fmt: skip
@pytest.mark.parametrize("direction", ["increase", "decrease"])
def test_a_target_exactly_on_the_near_limit_counts_as_the_rule_set_says(
    rules: str, assurance: str, direction: str
) -> None:
    phase = spc.i_chart(STEADY, rules=rules).phases[0]
    target = phase.lcl if direction == "increase" else phase.ucl
    assert reading(target, direction, rules=rules).assurance == assurance


@pytest.mark.parametrize("rules", list(spc.RULE_SETS))
def test_a_target_exactly_on_the_far_limit_can_still_be_met(rules: str) -> None:
    phase = spc.i_chart(STEADY, rules=rules).phases[0]
    assert reading(phase.ucl, "increase", rules=rules).assurance == "hit_and_miss"


def test_a_steady_hundred_per_cent_keeps_meeting_it() -> None:
    found = reading(95, "increase", FLAT)
    assert found.assurance == "consistently_meets"
    assert found.assurance_plain == (
        "The target of 95 is met all through the usual value of 95. You can expect to meet it."
    )


def test_a_range_that_starts_below_zero_is_told_by_its_top() -> None:
    assert reading(2, "decrease", [1, 3, 0, 2] * 3).assurance_plain == (
        "The target of 2 sits inside the usual range, which goes up to 7.1. "
        "Some points will meet it and some will not."
    )


def test_a_target_keeps_the_decimals_it_was_given() -> None:
    assert "The target of 8.25 sits" in reading(8.25).assurance_plain
    percent = spc.p_chart([5, 6] * 8, [100] * 16, target=0.0525, direction="decrease").reading
    assert "The target of 5.25% sits" in percent.assurance_plain


def test_a_claim_on_a_changing_process_is_doubted() -> None:
    found = reading(8, "decrease", [*STEADY, 31])
    assert found.assurance_plain.endswith("some will not. The numbers are changing, so this may change too.")


def test_a_claim_on_trial_limits_is_doubted() -> None:
    assert reading(20, "decrease", STEADY[:8]).assurance_plain.endswith(
        "There are few points yet, so this may change."
    )


def test_run_charts_and_single_points_have_no_limits_to_judge_by() -> None:
    run = spc.run_chart(STEADY, target=8, direction="increase").reading
    assert (run.assurance, run.assurance_plain) == (
        "not_assessed",
        "The target can be judged once there are limits.",
    )
    assert reading(8, values=[5]).assurance == "not_assessed"
    assert reading(8, values=[None, None]).assurance == "not_assessed"  # type: ignore[list-item]
    assert reading(None, values=[None, None]).assurance == "no_target"  # type: ignore[list-item]


def test_a_moving_target_is_judged_at_the_latest_point() -> None:
    chart = spc.i_chart(STEADY, target=[20] * 15 + [8], direction="decrease")
    assert chart.target is None
    assert [point.target for point in chart.points] == [20] * 15 + [8]
    assert chart.reading.assurance == "hit_and_miss"
    assert reading([20] * 15 + [None]).assurance == "no_target"
