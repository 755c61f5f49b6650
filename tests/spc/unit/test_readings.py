"""What charts say, word for word."""

# ruff: noqa: E501 - sentences are quoted whole, so that they can be searched for

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

import wellrun_spc as spc
from wellrun_spc import rules

WEEKS = [date(2025, 8, 4) + timedelta(weeks=week) for week in range(60)]
MONTHS = [date(2023 + month // 12, month % 12 + 1, 1) for month in range(48)]
STEADY = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11]
UNLIKELY = "That is very unlikely to be chance."


def weekly(values: list[float | None], kind: str = "i", **options: object) -> spc.Chart:
    return spc.chart(values, chart=kind, x=WEEKS[: len(values)], **options)  # type: ignore[arg-type]


def monthly(values: list[float | None], kind: str = "i", **options: object) -> spc.Chart:
    return spc.chart(values, chart=kind, x=MONTHS[: len(values)], **options)  # type: ignore[arg-type]


def test_a_good_run() -> None:
    reading = weekly([10, 12, 9, 11] * 6 + [7, 6, 8, 7, 6, 8, 7, 6, 7], direction="decrease").reading
    assert reading.word == "Improving"
    assert reading.plain == f"The last 9 weeks are all below the average of 9.5. {UNLIKELY}"
    assert reading.sentence == (
        "Special cause variation, improving. Unusually long run: 9 points in a row below the centre line of 9.5, "
        "19 January 2026 to 16 March 2026; at most 8 expected of 33 points."
    )
    assert reading.since == date(2026, 1, 19)
    assert reading.side == "low"
    assert reading.reason == "anhoej/1: longest run, 19 January 2026 to 16 March 2026."


def test_a_bad_run_asks_about_its_start() -> None:
    reading = monthly([10, 12, 9, 11] * 6 + [7, 6, 8, 7, 6, 8, 7, 6, 7], direction="increase").reading
    assert reading.variation == "concerning"
    assert reading.plain == (
        f"The last 9 months are all below the average of 9.5. {UNLIKELY} Ask what changed around January 2025."
    )


def test_a_bad_run_of_weeks_names_the_week() -> None:
    reading = weekly([10, 12, 9, 11] * 6 + [7, 6, 8, 7, 6, 8, 7, 6, 7], direction="increase").reading
    assert reading.plain.endswith("Ask what changed around the week of 19 January 2026.")


def test_a_point_outside() -> None:
    reading = weekly([*STEADY, 31], freeze=12, direction="decrease").reading
    assert reading.word == "Concerning"
    assert reading.plain == (
        f"The latest week, 27 October 2025, is above the upper limit of 16.1. {UNLIKELY} Ask what was different."
    )
    assert reading.sentence == (
        "Special cause variation, concerning. 1 point above the upper 3 sigma limit: 27 October 2025."
    )


def test_points_outside_together() -> None:
    assert weekly([*STEADY, 31, 32], freeze=12).reading.plain.startswith(
        "The last 2 weeks are both above the upper limit of 16.1."
    )
    assert weekly([*STEADY, 3, 2, 4], freeze=12).reading.plain.startswith(
        "The last 3 weeks are all below the lower limit of 4.9."
    )
    two = weekly([*STEADY, 3, 2], freeze=12).reading.plain
    assert two.startswith("The last 2 weeks are both below the lower limit of 4.9.")
    one = weekly([*STEADY, 3], freeze=12).reading.plain
    assert one.startswith("The latest week, 27 October 2025, is below the lower limit of 4.9.")


def test_limits_that_differ_are_not_quoted() -> None:
    chart = spc.p_chart([5, 6] * 6 + [40, 45], [100] * 12 + [100, 120], freeze=12)
    assert chart.reading.plain.startswith("The last 2 points are both above their upper limits.")
    chart = spc.u_chart([50, 60] * 6 + [4, 5], [100] * 12 + [100, 120], freeze=12)
    assert chart.reading.plain.startswith("The last 2 points are both below their lower limits.")


def test_nothing_to_see() -> None:
    reading = weekly(STEADY).reading
    assert reading.variation == "common_cause"
    assert reading.word == "Steady"
    assert reading.plain == (
        "Every week is inside the usual range of 4.9 to 16.1. To get a better result, change how the work is done."
    )
    assert reading.sentence == "Common cause variation."
    assert reading.reason == "anhoej/1: no signal at the latest point."
    assert (reading.since, reading.side) == (None, None)


def test_nothing_to_see_on_other_charts() -> None:
    end = " To get a better result, change how the work is done."
    run = monthly(STEADY, "run").reading.plain
    assert run == "The ups and downs look like chance." + end
    p = spc.p_chart([5, 6] * 6, [100, 120] * 6, x=MONTHS[:12]).reading.plain
    assert p == "Every month is inside its usual range." + end
    equal = spc.p_chart([5, 6] * 6, [100] * 12, x=MONTHS[:12]).reading.plain
    assert equal == "Every month is inside the usual range of 0% to 12.3%." + end
    ranges = monthly([*STEADY, 10], "mr").reading.plain
    assert ranges == "Every jump from one month to the next is inside the usual range of 0 to 6.5." + end
    same = monthly([95] * 12).reading.plain
    assert same == "Every month is the same." + end
    near_zero = weekly([1, 3, 0, 2] * 3).reading.plain
    assert near_zero == "Every week is inside the usual range, which goes up to 7.1." + end


def test_a_signal_that_has_passed_is_told_after_the_steady_verdict() -> None:
    reading = weekly([*STEADY, 31, 11, 10], freeze=12, direction="decrease").reading
    assert reading.variation == "common_cause"
    assert reading.plain == (
        "Now we see only the usual ups and downs. The week of 27 October 2025 was above the upper limit of 16.1. "
        "That was very unlikely to be chance."
    )
    assert reading.sentence == (
        "Common cause variation. Earlier in this phase there was a signal. "
        "1 point above the upper 3 sigma limit: 27 October 2025."
    )


def test_a_signal_in_an_earlier_phase_is_not_told() -> None:
    reading = weekly([*STEADY, 31, *STEADY], phases=[13], freeze=12).reading
    assert reading.plain.startswith("Every week is inside the usual range")


@pytest.mark.parametrize(
    ("values", "rule", "plain"),
    [
        ([*STEADY, 3, 11], "outside", "The week of 27 October 2025 was below the lower limit of 4.9."),
        ([*STEADY, 31, 32, 11], "outside", "2 weeks in a row, from the week of 27 October 2025 to the week of 3 November 2025, were above the upper limit of 16.1."),
        ([*STEADY, 9, 12, 11, 12, 13, 11, 12, 13, 9], "shift", "7 weeks in a row, from the week of 3 November 2025 to the week of 15 December 2025, were above the average of 10.5."),
        ([*STEADY, 9, *[8, 7] * 4, 11], "shift", "9 weeks in a row, from the week of 27 October 2025 to the week of 22 December 2025, were below the average of 10.5."),
        ([*STEADY, 8, 9, 10, 11, 12, 13, 14, 9], "trend", "7 weeks in a row, from the week of 27 October 2025 to the week of 8 December 2025, kept rising."),
        ([*STEADY, 14, 13, 12, 11, 10, 9, 8, 11], "trend", "7 weeks in a row, from the week of 27 October 2025 to the week of 8 December 2025, kept falling."),
        ([*STEADY, 8, 9, 10, 11, 12, 13, 14], "trend", "The last 7 weeks kept rising, from 8 to 14."),
        ([*STEADY, 14, 13, 12, 11, 10, 9, 8], "trend", "The last 7 weeks kept falling, from 14 to 8."),
        ([*STEADY, 9, 15.5, 11, 15.6], "two_of_three", "2 of the last 3 weeks are near the upper limit of 16.1."),
        ([*STEADY, 9, 5.5, 5.6, 11], "two_of_three", "2 of 3 weeks, from the week of 3 November 2025 to the week of 10 November 2025, were near the lower limit of 4.9."),
        ([*STEADY, 9, 15.5, 15.7, 15.6], "two_of_three", "The last 3 weeks are all near the upper limit of 16.1."),
        ([*STEADY, 9, 15.5, 15.7, 15.6, 9], "two_of_three", "3 weeks in a row, from the week of 3 November 2025 to the week of 17 November 2025, were near the upper limit of 16.1."),
    ],
)  # fmt: skip
def test_each_pattern_now_and_then(values: list[float | None], rule: str, plain: str) -> None:
    chart = weekly(values, freeze=12, rules="nhs-mdc/1")
    assert [signal.plain for signal in chart.signals if signal.rule == rule] == [plain]


def test_points_near_a_limit_or_past_it() -> None:
    high = weekly([*STEADY, 11, 15.8, 30], freeze=12, rules="nhs-mdc/2").signals[-1]
    low = weekly([*STEADY, 10, 5.1, 2], freeze=12, rules="nhs-mdc/2").signals[-1]
    assert high.plain == "2 of the last 3 weeks are near the upper limit of 16.1, or above it."
    assert low.plain == "2 of the last 3 weeks are near the lower limit of 4.9, or below it."
    assert high.sentence == (
        "Two of three points in a row more than 2 sigma above the centre line: 3 November 2025 to 10 November 2025."
    )


@pytest.mark.parametrize(
    ("values", "kind", "plain"),
    [
        ([9.0] * 6 + [11.0] * 6, "run", "The line crosses the middle value only once in 12 weeks. We would expect at least 3."),
        ([9.0, 11.0] + [9.0] * 5 + [11.0] * 7, "i", "The line crosses the average only 3 times in 14 weeks. We would expect at least 4."),
        ([11.0] * 7, "i", "The line never crosses the average in 7 weeks. We would expect at least 1."),
        ([11.0] * 7, "run", "The line never crosses the middle value in 7 weeks. We would expect at least 1."),
        ([9.0] * 6 + [11.0] * 6, "i", "The line crosses the average only once in 12 weeks. We would expect at least 3."),
        ([9.0, 11.0] + [9.0] * 5 + [11.0] * 7, "run", "The line crosses the middle value only 3 times in 14 weeks. We would expect at least 4."),
    ],
)  # fmt: skip
def test_few_crossings_are_explained(values: list[float | None], kind: str, plain: str) -> None:
    assert weekly(values, kind, centre=10).signals[-1].plain == plain


def test_crossings_alone_say_on_which_side_we_are() -> None:
    reading = weekly([9.0] * 6 + [11.0] * 6, "run", centre=10, direction="decrease").reading
    assert reading.variation == "concerning"
    assert reading.since == WEEKS[0]
    assert reading.plain == (
        "The line crosses the middle value only once in 12 weeks. We would expect at least 3. "
        f"{UNLIKELY} The latest numbers are above the middle value of 10. Ask what changed."
    )
    assert reading.sentence == (
        "Special cause variation, concerning. "
        "Unusually few crossings of the centre line of 10: 1 among 12 points; at least 3 expected."
    )
    assert " below the middle value of 10." in weekly([11.0] * 6 + [9.0] * 6, "run", centre=10).reading.plain


@pytest.mark.parametrize("last", [1, 2, 3])
def test_a_level_that_rose_and_fell_back_is_not_called_an_improvement(last: int) -> None:
    values = [9.0] * 5 + [11.0] * 8 + [9.0] * last
    reading = weekly(values, "run", centre=10, direction="decrease").reading
    assert (reading.variation, reading.side, reading.word) == ("special_low", "low", "Changed")
    assert reading.plain.endswith(
        "The numbers went one way and then back, so we cannot say where they are going. "
        "Decide together if that matters."
    )


@pytest.mark.parametrize(("sign", "verdict"), [(1, "concerning"), (-1, "improving")])
def test_a_level_that_moved_and_stayed_is_called_what_it_is(sign: int, verdict: str) -> None:
    values = [10.0 - sign] * 6 + [10.0 + sign] * 6
    assert weekly(values, "run", centre=10, direction="decrease").reading.variation == verdict
    assert weekly([10.0 + sign] * 7, "run", centre=10, direction="decrease").reading.variation == verdict


def test_gaps_within_a_run_are_admitted() -> None:
    values = [10, 12, 9, 11] * 6 + [7, 6, None, 8, 7, 6, 8, 7, 6, 7]
    assert weekly(values).reading.plain.startswith(
        "Not counting gaps and points on the line, the last 9 weeks are all below the average of 9.5."
    )
    values = [10, 12, 9, 11] * 6 + [17, 16, None, 18, 17, 16, 18, 17, 16, 17]
    assert weekly(values).reading.plain.startswith(
        "Not counting gaps and points on the line, the last 9 weeks are all above the average of 12.2."
    )


def test_without_a_better_direction_people_decide() -> None:
    reading = weekly([*STEADY, 31]).reading
    assert (reading.variation, reading.word) == ("special_high", "Changed")
    assert reading.plain.endswith(f"{UNLIKELY} Decide together if that matters.")
    assert weekly([*STEADY, -31]).reading.variation == "special_low"


@pytest.mark.parametrize(
    ("count", "plain"),
    [
        (7, "You have 7 points. Add 5 more to see a pattern."),
        (11, "You have 11 points. Add 1 more to see a pattern."),
        (2, "You have 2 points. Add 10 more to see a pattern."),
        (1, "You have 1 point. Add 11 more to see a pattern."),
    ],
)
def test_few_points_are_too_early(count: int, plain: str) -> None:
    reading = weekly(STEADY[:count]).reading
    assert reading.word == "Too early to tell"
    assert reading.plain == plain
    assert reading.variation == ("common_cause" if count > 1 else "not_assessed")


def test_few_points_in_field_words() -> None:
    assert (
        weekly(STEADY[:7]).reading.sentence == "Common cause variation so far, from 7 points; fewer than 12."
    )
    assert weekly(STEADY[:1]).reading.sentence == "Not assessed: 1 point, and limits need at least 2."
    assert weekly([None, None]).reading.sentence == "Not assessed: 0 points, and limits need at least 2."


def test_a_young_phase_is_too_early_by_itself() -> None:
    assert (
        weekly(STEADY * 2, phases=[18]).reading.plain
        == "This phase has 6 points. Add 6 more to see a pattern."
    )
    assert (
        weekly(STEADY * 2, phases=[13]).reading.plain
        == "This phase has 11 points. Add 1 more to see a pattern."
    )


def test_a_phase_without_points_yet_leaves_the_reading_to_the_one_before() -> None:
    reading = weekly([*STEADY, 31, None, None], phases=[13], direction="decrease").reading
    assert reading.variation == "concerning"


def test_a_signal_is_told_even_when_it_is_early() -> None:
    reading = weekly([10, 11, 10, 11, 40], freeze=4).reading
    assert reading.variation == "special_high"


def test_moving_ranges_only_jump() -> None:
    up = weekly([*STEADY, 40], "mr", direction="increase", target=3).reading
    assert up.variation == "special_high"
    assert up.assurance == "not_assessed"
    assert up.plain == (
        f"The jump to the latest week, 27 October 2025, is above the upper limit of 14.2. {UNLIKELY} "
        "Decide together if that matters."
    )
    steps = [
        weekly(values, "mr", freeze=12).signals[0].plain
        for values in ([*STEADY, 40, 41], [*STEADY, 40, 2], [*STEADY, 40, 2, 3])
    ]
    assert steps == [
        "The jump to the week of 27 October 2025 was above the upper limit of 6.8.",
        "The jumps to the last 2 weeks are all above the upper limit of 6.8.",
        "2 weeks in a row, from the week of 27 October 2025 to the week of 3 November 2025, came with a jump above the upper limit of 6.8.",
    ]


def test_good_and_bad_news_together_are_both_told() -> None:
    values = [*STEADY, 30, 29, 28, 27, 26, 25, 24]
    first = weekly(values, freeze=12, rules="nhs-mdc/1", direction="decrease").reading
    assert (first.variation, first.mixed) == ("concerning", True)
    assert first.plain == (
        f"The last 7 weeks are all above the upper limit of 16.1. {UNLIKELY} "
        "There is good news too: The last 7 weeks kept falling, from 30 to 24. Ask what was different."
    )
    better = weekly(values, freeze=12, rules="nhs-mdc/2", direction="decrease").reading
    assert (better.variation, better.mixed) == ("improving", True)
    assert better.plain == (
        f"The last 7 weeks kept falling, from 30 to 24. {UNLIKELY} "
        "There is bad news too: The last 7 weeks are all above the upper limit of 16.1."
    )
    assert better.sentence.startswith("Special cause variation, improving. Trend: 7 points in a row falling,")
    neutral = weekly(values, freeze=12, rules="nhs-mdc/2").reading
    assert (neutral.variation, neutral.mixed) == ("special_high", False)


def test_labels_and_numbers_are_points() -> None:
    named = spc.i_chart([*STEADY, 31], x=[f"case {k}" for k in range(13)]).reading
    assert named.plain.startswith("The latest point, case 12, is above the upper limit of 21.6.")
    counted = spc.i_chart([*STEADY, 31, 11], freeze=12)
    assert counted.signals[0].plain == "Point 13 was above the upper limit of 16.1."


def test_a_part_without_words_still_speaks() -> None:
    def every_point(track: rules.Track, name: str) -> list[rules.Finding]:
        return [rules.Finding(name, (track.positions[-1],), "high"), rules.Finding(name, (0,), "low")]

    own = replace(spc.RULE_SETS["anhoej/1"], name="own", parts=(rules.Part("odd", every_point),))
    signals = weekly(STEADY, rules=own).signals
    assert [signal.plain for signal in signals] == [
        "Other rules of this chart fired on the latest week, 20 October 2025.",
        "Other rules of this chart fired up to the week of 4 August 2025.",
    ]
    assert signals[0].sentence == "Signal of the rule odd: 20 October 2025."
