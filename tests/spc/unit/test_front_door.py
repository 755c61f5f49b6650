"""One function makes every chart."""

from datetime import date, timedelta

import pytest

import wellrun_spc as spc

WEEKS = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(24)]
VALUES = [5, 7, 4, 6, 5, 8, 6, 5, 7, 6, 4, 6, 5, 7, 6, 2, 3, 1, 2, 3, 2, 1, 3, 2]


@pytest.mark.parametrize("kind", ["run", "i", "mr", "p", "u", "c"])
def test_each_kind_of_chart_has_a_point_for_every_value(kind: str) -> None:
    n = [20] * 24 if kind in "pu" else None
    chart = spc.chart(VALUES, chart=kind, x=WEEKS, n=n)
    assert [point.x for point in chart.points] == WEEKS
    assert chart.phases[0].centre is not None


def test_nine_weeks_below_the_average_read_as_improving_when_fewer_is_better() -> None:
    chart = spc.chart(VALUES, chart="c", x=WEEKS, direction="decrease")
    assert chart.reading.variation == "improving"
    assert chart.reading.word == "Improving"
    assert chart.reading.plain == (
        "The last 9 weeks are all below the average of 4.4. That is very unlikely to be chance."
    )
    assert chart.reading.since == WEEKS[15]
