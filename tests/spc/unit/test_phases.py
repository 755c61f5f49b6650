"""Phases and baselines: which points share limits, and which set them."""

# ruff: noqa: E501 - messages are quoted whole, so that they can be searched for

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import wellrun_spc as spc

WEEKS = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(20)]
VALUES = [5, 7, 4, 6, 5, 8, 6, 5, 7, 6, 12, 13, 15, 12, 14, 13, 15, 12, 13, 14]


def spans(**options: Any) -> list[tuple[int, int, int]]:
    chart = spc.i_chart(VALUES, x=WEEKS, **options)
    return [(phase.start, phase.end, phase.baseline_end) for phase in chart.phases]


def test_without_phases_there_is_one() -> None:
    assert spans() == [(0, 19, 19)]


@pytest.mark.parametrize(
    "phases",
    [
        [10],
        ["2026-03-16"],
        "2026-03-16",
        [WEEKS[10]],
        WEEKS[10],
        spc.PhaseStart(10),
        [spc.PhaseStart(WEEKS[10])],
        [0, 10],
    ],
)
def test_a_phase_starts_at_a_position_a_period_or_its_text(phases: object) -> None:
    assert spans(phases=phases) == [(0, 9, 9), (10, 19, 19)]


def test_each_phase_has_limits_of_its_own_points() -> None:
    whole = spc.i_chart(VALUES, x=WEEKS, phases=[10])
    apart = [spc.i_chart(VALUES[:10]), spc.i_chart(VALUES[10:])]
    assert [phase.ucl for phase in whole.phases] == [chart.phases[0].ucl for chart in apart]


def test_a_phase_keeps_its_name_and_reason() -> None:
    chart = spc.i_chart(
        VALUES, phases=[spc.PhaseStart(0, "Before"), spc.PhaseStart(10, "After", "Huddles began")]
    )
    assert [(phase.name, phase.reason) for phase in chart.phases] == [
        ("Before", ""),
        ("After", "Huddles began"),
    ]


def test_freezing_lets_the_first_points_set_the_limits() -> None:
    frozen = spc.i_chart(VALUES, x=WEEKS, freeze=10)
    assert spans(freeze=10) == [(0, 19, 9)]
    assert frozen.phases[0].frozen
    assert frozen.phases[0].ucl == spc.i_chart(VALUES[:10]).phases[0].ucl
    assert [point.used for point in frozen.points] == [True] * 10 + [False] * 10


@pytest.mark.parametrize("freeze", [WEEKS[9], "2026-03-09", date(2026, 3, 12)])
def test_a_baseline_may_end_at_a_date(freeze: object) -> None:
    assert spans(freeze=freeze) == [(0, 19, 9)]


def test_a_baseline_may_end_at_a_label_or_a_number() -> None:
    labelled = spc.i_chart([1, 2, 3, 4], x=list("abcd"), freeze="c")
    numbered = spc.i_chart([1, 2, 3, 4], x=[0.5, 1.5, 2.5, 3.5], freeze=2.5)
    assert labelled.phases[0].baseline_end == numbered.phases[0].baseline_end == 2


def test_a_freeze_belongs_to_the_phase_it_falls_in() -> None:
    assert spans(phases=[10], freeze=15) == [(0, 9, 9), (10, 19, 14)]
    assert spans(phases=[10], freeze=5) == [(0, 9, 4), (10, 19, 19)]


def test_every_phase_may_have_a_baseline_of_its_own() -> None:
    starts = [spc.PhaseStart(0, baseline=6), spc.PhaseStart(10, baseline=8)]
    assert spans(phases=starts) == [(0, 9, 5), (10, 19, 17)]


def test_a_baseline_that_is_not_complete_freezes_nothing_and_says_so() -> None:
    chart = spc.i_chart(VALUES, x=WEEKS, freeze=24)
    assert not chart.phases[0].frozen
    assert "The baseline lacks 4 points. The limits are not frozen until then." in chart.notices
    later = spc.i_chart(VALUES, x=WEEKS, phases=[spc.PhaseStart(10, baseline=12)])
    assert later.notices[-1] == "The baseline lacks 2 points. The limits are not frozen until then."


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"phases": [20]}, "The phase start 20 matches no point: positions run from 0 to 19. Positions count from 0. You can also name the period itself."),
        ({"phases": [-1]}, "The phase start -1 matches no point: positions run from 0 to 19. Positions count from 0. You can also name the period itself."),
        ({"phases": [date(2026, 1, 13)]}, "The phase start 13 January 2026 matches no point. The nearest point is 12 January 2026. Use a period that is in the series."),
        ({"phases": ["spring"]}, "The phase start spring matches no point. The points run from 5 January 2026 to 18 May 2026. Use a period that is in the series."),
        ({"phases": [True]}, "The phase start True matches no point. The points run from 5 January 2026 to 18 May 2026. Use a period that is in the series."),
        ({"phases": [[3]]}, "The phase start [3] matches no point. The points run from 5 January 2026 to 18 May 2026. Use a period that is in the series."),
        ({"phases": [3, WEEKS[3]]}, "Row 4 (26 January 2026): Two phases start here. Keep one of them."),
        ({"freeze": 1}, "A baseline of 1 sets no limits. Use 2 points or more; 12 or more is better."),
        ({"freeze": [12]}, "A baseline of [12] sets no limits. Use 2 points or more; 12 or more is better."),
        ({"freeze": date(2025, 1, 1)}, "The end of the baseline 1 January 2025 matches no point. The nearest point is 5 January 2026. Use a period that is in the series."),
        ({"freeze": date(2027, 1, 1)}, "The end of the baseline 1 January 2027 matches no point. The nearest point is 18 May 2026. Use a period that is in the series."),
        ({"freeze": 2.5}, "The end of the baseline 2.5 matches no point. The points run from 5 January 2026 to 18 May 2026. Use a period that is in the series."),
        ({"freeze": "spring"}, "The end of the baseline spring matches no point. The points run from 5 January 2026 to 18 May 2026. Use a period that is in the series."),
        ({"excluded": [date(2026, 1, 6)]}, "The left-out point 6 January 2026 matches no point. The nearest point is 5 January 2026. Use a period that is in the series."),
        ({"suppressed": [33]}, "The suppressed point 33 matches no point: positions run from 0 to 19. Positions count from 0. You can also name the period itself."),
    ],
)  # fmt: skip
def test_places_that_match_no_point_are_refused_with_the_nearest(
    options: dict[str, Any], message: str
) -> None:
    with pytest.raises(spc.SeriesError) as caught:
        spc.i_chart(VALUES, x=WEEKS, **options)
    assert str(caught.value) == message


def test_ten_thousand_phases_are_no_trouble() -> None:
    x = [date(1990, 1, 1) + timedelta(days=day) for day in range(20_000)]
    chart = spc.i_chart([k % 7 for k in range(20_000)], x=x, phases=x[::2])
    assert len(chart.phases) == 10_000
    assert chart.phases[-1].start == 19_998
