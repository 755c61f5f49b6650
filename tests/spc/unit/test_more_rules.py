"""The parts of the larger rule sets, one by one, and what they say."""

# ruff: noqa: E501 - sentences are quoted whole, so that they can be searched for

from __future__ import annotations

from dataclasses import replace

import pytest

import wellrun_spc as spc
from wellrun_spc import rules

# centre 0 and standard error 1 by construction: mean 0, moving ranges that average 2 / sqrt(pi)
BASE = [0.5641895835477563, -0.5641895835477563] * 12


def own(*parts: rules.Part, **policies: object) -> spc.RuleSet:
    return replace(spc.RULE_SETS["anhoej/1"], name="own", parts=parts, **policies)


def after_base(part: rules.Part, values: list[float | None], **policies: object) -> list[rules.Finding]:
    """What a part finds in values on a chart with centre 0 and sigma 1; places count from 0."""
    chart = spc.i_chart([*BASE, *values], freeze=24, rules=own(part, ties="break", gaps="break", **policies))
    assert chart.phases[0].sigma == pytest.approx(1)
    return [
        rules.Finding(
            signal.rule, tuple(at - 24 for at in signal.positions), signal.side, signal.located, signal.clear
        )
        for signal in chart.signals
        if signal.positions[-1] >= 24
    ]


def places(found: list[rules.Finding]) -> list[tuple[tuple[int, ...], str]]:
    return [(one.positions, one.side) for one in found]


def test_four_of_five_beyond_one_sigma_signals_the_far_points() -> None:
    assert places(after_base(rules.four_of_five(), [1.5, 1.5, -0.5, 1.5, 1.5])) == [((0, 1, 3, 4), "high")]
    assert places(after_base(rules.four_of_five(), [-1.5, -1.5, 2, -1.5, -1.5])) == [((0, 1, 3, 4), "low")]
    assert after_base(rules.four_of_five(), [1.5, 1.5, 0.5, 0.5, 1.5, 1.5]) == []
    assert after_base(rules.four_of_five(), [1.0, 1.0, 1.0, 1.0, 1.0]) == []


def test_windows_on_opposite_sides_are_two_signals() -> None:
    found = after_base(rules.four_of_five(), [1.5, 1.5, 1.5, 1.5, -1.5, -1.5, -1.5, -1.5, 0.2])
    assert places(found) == [((0, 1, 2, 3), "high"), ((4, 5, 6, 7), "low")]


def test_fifteen_points_near_the_centre_are_odd_but_neither_good_nor_bad() -> None:
    near = [0.9, -0.9] * 7 + [0.9]
    (found,) = [one for one in after_base(rules.near_centre(15), [3.5, *near]) if one.positions[0] > 0]
    assert (found.positions, found.clear) == (tuple(range(1, 16)), False)
    assert after_base(rules.near_centre(15), [3.5, *near[:-1]]) == []


def test_nothing_is_near_the_centre_where_nothing_varies_or_there_are_no_limits() -> None:
    assert spc.i_chart([5.0] * 20, rules=own(rules.near_centre())).signals == ()
    assert spc.c_chart([5.0] * 20, rules=own(rules.near_centre())).signals == ()
    assert spc.run_chart([4.9, 5.1] * 10, rules=own(rules.near_centre())).signals == ()


def test_a_missing_point_ends_a_stretch_near_the_centre() -> None:
    values: list[float | None] = [3.5, *[0.9] * 8, None, *[0.9] * 8]
    assert after_base(rules.near_centre(15), values) == []


def test_eight_points_away_from_the_centre_lie_on_both_sides() -> None:
    away = [1.5, -1.5, 1.5, -1.5, 1.5, -1.5, 1.5, -1.5]
    (found,) = after_base(rules.far_from_centre(8), away)
    assert (found.positions, found.side, found.clear) == (tuple(range(8)), "low", False)
    assert after_base(rules.far_from_centre(8), away[:7]) == []
    assert after_base(rules.far_from_centre(8), [1.5] * 8) == []


def test_fourteen_points_that_go_up_and_down() -> None:
    flat = own(rules.alternating(14), ties="break", gaps="break")
    turns = [float(place % 2) for place in range(14)]
    chart = spc.i_chart([5, 5, 5, *turns[::-1]], rules=flat)
    assert [signal.positions for signal in chart.signals] == [tuple(range(3, 17))]
    assert spc.i_chart([5, 5, 5, *turns[1:]], rules=flat).signals == ()
    assert spc.i_chart([*turns[:7], None, *turns[:7]], rules=flat).signals == ()
    assert spc.i_chart([5, 6, 7, *turns], rules=flat).signals[0].positions == tuple(range(1, 17))


@pytest.mark.parametrize(("values", "few"), [([9.0] * 10 + [11.0] * 10, True), ([9.0, 11.0] * 10, False)])
def test_too_few_and_too_many_runs(values: list[float], few: bool) -> None:
    (signal,) = spc.run_chart(values, rules=own(rules.runs_count()), direction="increase").signals
    assert (signal.located, signal.clear, signal.side) == (False, few, "high")


def test_runs_are_not_counted_below_ten_useful_points() -> None:
    assert spc.run_chart([9, 11] * 4 + [9], centre=10, rules=own(rules.runs_count())).signals == ()
    assert spc.run_chart([9, 11] * 5, centre=10, rules=own(rules.runs_count())).signals != ()


def test_boxes_give_the_bounds_of_their_charts() -> None:
    values = [9.0, 11.0] * 12
    assert (spc.run_chart(values).runs.longest_max, spc.run_chart(values).runs.crossings_min) == (8, 8)
    boxed = spc.run_chart(values, rules="bestbox/1").runs
    assert (boxed.longest_max, boxed.crossings_min) == (7, 6)
    short = spc.run_chart(values[:8], rules="bestbox/1").runs
    assert (short.longest_max, short.crossings_min) == (6, 1)
    assert spc.run_chart([5, 5], rules="bestbox/1").signals == ()


def test_a_run_and_crossings_beyond_the_box_are_signals() -> None:
    long = spc.run_chart([9.0, 11.0] * 8 + [11.0] * 8, centre=10, rules="bestbox/1")
    assert [signal.rule for signal in long.signals] == ["longest_run"]
    few = spc.run_chart([9.0] * 5 + [11.0] * 5 + [9.0] * 7 + [11.0] * 7, centre=10, rules="bestbox/1")
    assert [signal.rule for signal in few.signals] == ["crossings"]


def test_the_cut_box_leaves_out_its_corner() -> None:
    # 24 points: 6 crossings or more and runs of 7 or less, but not 6 crossings with a run of 7
    corner = [9.0] * 7 + [11.0] * 3 + [9.0] * 3 + [11.0] * 3 + [9.0] * 3 + [11.0] * 3 + [9.0] * 2
    assert spc.run_chart(corner, centre=10, rules="bestbox/1").signals == ()
    (signal,) = spc.run_chart(corner, centre=10, rules="cutbox/1").signals
    assert (signal.rule, signal.located) == ("box_corner", False)
    assert signal.plain == (
        "The longest run is 7 points in 24 points, and there are 6 crossings of the middle value of 10. "
        "Each may be chance. Both together seldom are."
    )
    inside = [9.0] * 6 + [11.0] * 4 + corner[10:]
    assert spc.run_chart(inside, centre=10, rules="cutbox/1").signals == ()
    assert not rules.box_of(8).corner_longest


def said(part: rules.Part, values: list[float | None], **options: object) -> tuple[spc.Signal, spc.Reading]:
    chart = spc.i_chart(
        [*BASE, *values],
        freeze=24,
        rules=own(part, ties="break", gaps="break"),
        **options,  # type: ignore[arg-type]
    )
    return chart.signals[-1], chart.reading


def test_patterns_say_what_they_are() -> None:
    signal, reading = said(rules.four_of_five(), [1.5, 1.5, -0.5, 1.5, 1.5], direction="increase")
    assert signal.plain == "4 of the last 5 points are well above the average of 0."
    assert signal.sentence == (
        "Four of five points in a row more than 1 sigma above the centre line: 25 to 29."
    )
    assert (reading.word, reading.plain.startswith(signal.plain)) == ("Improving", True)
    signal, reading = said(rules.four_of_five(), [1.5, 1.5, -0.5, 1.5, 1.5], direction="decrease")
    assert reading.plain.endswith("Ask what was different.")
    signal, _ = said(rules.four_of_five(), [-1.5, -1.5, -1.5, -1.5, 0.5, 0.5])
    assert signal.plain == "4 of 5 points, from point 25 to point 28, were well below the average of 0."


@pytest.mark.parametrize(
    ("part", "values", "after", "now", "then", "meaning"),
    [
        (rules.near_centre(15), [3.5, *[0.2, -0.3] * 8], [3.5],
         "The last 16 points all lie close to the average of 0.",
         "16 points in a row, from point 26 to point 41, lay close to the average of 0.",
         "Ask whether they mix different things, or whether the limits are out of date."),
        (rules.far_from_centre(8), [1.5, -1.5] * 4, [0.1],
         "None of the last 8 points lie close to the average of 0. Some are above it, some below.",
         "8 points in a row, from point 25 to point 32, lay away from the average of 0 both ways.",
         "Ask whether they come from two different things."),
        (rules.alternating(14), [0, 0, *[1, -1] * 7], [-1, -1],
         "The last 15 points went up and down in turn.",
         "15 points in a row, from point 26 to point 40, went up and down in turn.",
         "Ask whether two things take turns."),
    ],
)  # fmt: skip
def test_patterns_without_a_direction_ask_about_mixing(
    part: rules.Part, values: list[float | None], after: list[float | None], now: str, then: str, meaning: str
) -> None:
    signal, reading = said(part, values, direction="increase")
    assert signal.plain == now
    assert reading.word == "Changed"
    assert meaning in reading.plain
    later, _ = said(part, [*values, *after])
    assert later.plain == then
    assert "Points" not in later.sentence


def test_runs_are_counted_in_words() -> None:
    often = spc.run_chart([9.0, 11.0] * 10, rules="ihi-run/1", direction="increase").reading
    assert (often.word, often.variation) == ("Changed", "special_high")
    assert often.plain == (
        "The numbers change sides of the middle value of 10 too often: 20 runs in 20 points. We would expect 7 to 15. "
        "That is very unlikely to be chance. Ask whether they come from two different things. "
        "Decide together if that matters."
    )
    seldom = spc.run_chart(
        [9.0] * 5 + [11.0] * 5 + [9.0] * 5 + [11.0] * 5, rules="ihi-run/1", direction="increase"
    )
    assert seldom.reading.plain.startswith(
        "The numbers change sides of the middle value of 10 too seldom: 4 runs in 20"
    )
    assert seldom.reading.sentence.endswith(
        "4 runs about the centre line of 10 among 20 points; 7 to 15 expected."
    )
