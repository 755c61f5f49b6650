"""Phases are suggested with a reason, and never applied."""

# ruff: noqa: E501 - sentences are quoted whole, so that they can be searched for

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wellrun_spc as spc
from wellrun_spc.suggestions import METHODS, suggest_phases

WEEKS = [date(2024, 1, 1) + timedelta(weeks=week) for week in range(90)]
LOW = [9.0, 11.0, 10.5, 10.0, 9.5] * 5
HIGH = [14.0, 16.0, 15.5, 14.5, 15.0] * 5


def chart(values: list[float | None], kind: str = "i", **options: object) -> spc.Chart:
    return spc.chart(values, chart=kind, x=WEEKS[: len(values)], **options)  # type: ignore[arg-type]


def test_a_shift_that_lasts_is_suggested_with_its_reason() -> None:
    (found,) = suggest_phases(chart([*LOW, *HIGH]))
    assert (found.position, found.x, found.side, found.last) == (25, WEEKS[25], "high", 45)
    assert found.before == pytest.approx(10, abs=0.1)
    assert found.after == pytest.approx(15, abs=0.1)
    assert found.plain == (
        "From 24 June 2024 on, 8 points in a row are above the centre of 10. The 21 points from there on have a "
        "centre of 15. No long run went back since. If you know what changed, start a new phase there and say "
        "what it was."
    )
    assert found.sentence.startswith("Stable shift: a run of 8 or more from 24 June 2024; 21 points")
    assert found.to_dict()["x"] == "2024-06-24"


def test_nothing_is_applied() -> None:
    made = chart([*LOW, *HIGH])
    before = made.to_json()
    suggest_phases(made)
    assert made.to_json() == before
    assert len(made.phases) == 1


def test_a_shift_that_goes_back_is_not_suggested() -> None:
    assert suggest_phases(chart([*LOW, *HIGH[:10], *LOW, *LOW])) == ()


def test_a_shift_that_may_be_going_back_is_not_suggested_yet() -> None:
    values = [*LOW, *HIGH[:17], 9.0, 9.5, 9.0, 9.5]
    assert suggest_phases(chart(values)) == ()
    assert suggest_phases(chart([*LOW, *HIGH[:20], 15.5, 9.0])) != ()


def test_a_shift_that_has_just_begun_is_not_suggested_yet() -> None:
    assert suggest_phases(chart([*LOW, *HIGH[:20]])) == ()
    assert suggest_phases(chart(LOW[:10])) == ()
    assert suggest_phases(chart(LOW + LOW)) == ()


def test_two_shifts_are_two_suggestions() -> None:
    found = suggest_phases(chart([*LOW, *HIGH, *LOW]))
    assert [(one.position, one.side) for one in found] == [(25, "high"), (50, "low")]


def test_only_the_last_phase_is_looked_at_and_its_baseline_is_kept() -> None:
    values = [*HIGH, *LOW, *HIGH]
    found = suggest_phases(chart(values, phases=[25]))
    assert [one.position for one in found] == [50]
    frozen = suggest_phases(chart([*LOW, *HIGH], freeze=12))
    assert [one.position for one in frozen] == [25]
    assert frozen[0].before == pytest.approx(sum(LOW[:12]) / 12)


def test_points_left_out_or_missing_are_passed_over() -> None:
    values: list[float | None] = [*LOW, *HIGH]
    values[30] = None
    values[33] = 1.0
    (found,) = suggest_phases(chart(values, excluded=[33]))
    assert (found.position, found.last) == (25, 47)


def test_a_share_has_the_centre_of_all_its_cases() -> None:
    n = [100, 200] * 25
    values = [whole * (0.1 if place < 25 else 0.3) - (-1) ** place for place, whole in enumerate(n)]
    (found,) = suggest_phases(spc.p_chart(values, n))
    assert found.position == 25
    assert found.after == pytest.approx(sum(values[25:46]) / sum(n[25:46]))
    assert "the centre of 9." in found.plain or "the centre of 10" in found.plain


def test_moving_ranges_suggest_nothing() -> None:
    assert suggest_phases(chart([*LOW, *HIGH], "mr")) == ()


def test_sustained_runs_are_suggested_one_after_the_other() -> None:
    made = chart([*LOW, *HIGH[:12], *LOW[:12]], "run")
    found = suggest_phases(made, method="sustained-run")
    assert [(one.position, one.side, one.last) for one in found] == [(25, "high", 33), (37, "low", 45)]
    assert found[0].sentence == "Sustained run: 9 points from 24 June 2024, on one side."
    assert [one.side for one in suggest_phases(made, method="sustained-run", side="low")] == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"method": "guess"}, "There is no method “guess”. Use one of stable-shift, sustained-run."),
        ({"length": 3}, "A run of 3 points says nothing. Use a whole number from 4 on."),
        ({"length": 8.5}, "A run of 8.5 points says nothing. Use a whole number from 4 on."),
        ({"least": True}, "A baseline of True points says nothing. Use a whole number from 2 on."),
        ({"side": "up"}, "There is no side “up”. Use high or low, or leave it out."),
    ],
)
def test_what_cannot_be_used_says_what_to_use(options: dict[str, object], message: str) -> None:
    with pytest.raises(spc.SeriesError) as caught:
        suggest_phases(chart(LOW), **options)  # type: ignore[arg-type]
    assert str(caught.value) == message


@given(
    values=st.lists(st.one_of(st.none(), st.integers(0, 6).map(float)), min_size=1, max_size=70),
    method=st.sampled_from(METHODS),
    kind=st.sampled_from(["run", "i", "c"]),
)
def test_suggestions_follow_each_other_and_turn_over_with_the_numbers(
    values: list[float | None], method: str, kind: str
) -> None:
    found = suggest_phases(chart(values, kind), method=method, least=6)  # type: ignore[arg-type]
    assert all(earlier.last < later.position for earlier, later in pairwise(found))
    turned = [None if value is None else 6.0 - value for value in values]
    if kind == "run":
        other = suggest_phases(chart(turned, kind), method=method, least=6)  # type: ignore[arg-type]
        assert [one.position for one in other] == [one.position for one in found]
        assert all(one.side != two.side for one, two in zip(found, other, strict=True))


@pytest.mark.parametrize(
    ("made", "before", "after"),
    [
        (spc.t_chart([*LOW, *HIGH]), 10.0, 15.0),
        (spc.g_chart([11, 10, 9] * 8 + [20, 22, 21] * 8), 10, 21),
        (spc.g_chart([11, 10, 9] * 8 + [20, 22, 21] * 8, freeze=12), 10, 21),
        (spc.np_chart([11, 10, 9] * 8 + [20, 22, 21] * 8, n=[50] * 48), 10, 21),
        (spc.i_prime_chart([9, 22, 10] * 8 + [20, 44, 21] * 8, n=[1, 2, 1] * 16), 10.25, 21.25),
        (spc.xbar_chart([[9, 11], [10, 10, 10]] * 12 + [[20, 22], [21, 21, 21]] * 12), 10, 21),
        (spc.s_chart([[9, 11], [9, 11]] * 12 + [[5, 15], [5, 15]] * 12), 2**0.5, 50**0.5),
        (spc.s_chart([[9, 11], [9, 10, 11]] * 12 + [[5, 15], [5, 10, 15]] * 12), (4 / 3) ** 0.5, (100 / 3) ** 0.5),
    ],
)  # fmt: skip
def test_each_chart_has_the_centre_of_its_own_formula(made: spc.Chart, before: float, after: float) -> None:
    (found,) = suggest_phases(made)
    assert found.position == len(made.points) // 2
    assert (found.before, found.after) == (pytest.approx(before, rel=0.02), pytest.approx(after, rel=0.02))


def test_a_line_that_steps_suggests_nothing() -> None:
    assert suggest_phases(spc.np_chart([9, 22] * 12 + [40, 80] * 12, n=[50, 100] * 24)) == ()
