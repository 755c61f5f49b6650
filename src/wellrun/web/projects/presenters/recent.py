"""Where the main measure stands now, as one number beside where the team started."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean, median

from django.utils.translation import gettext as _

import wellrun_spc as spc
from wellrun.web.components.facts.tag import Figure
from wellrun.web.measures.presenters.words import periods_text
from wellrun_spc.wording import format_value

POOLED = frozenset({"p", "p_prime", "u", "u_prime"})
"""Here the average of several periods is all that was counted out of all that there was."""
AVERAGED = frozenset({"i", "c", "np"})
SIGNALS = frozenset({"improving", "concerning", "special_high", "special_low"})

ENOUGH = 12
"""With fewer, the chart's limits are on trial, and its reading says that it is too early to tell."""


def recent_figure(chart: spc.Chart | None, *, unit: str) -> Figure | None:
    """The periods that the reading is about; where it found nothing unusual, the average they vary about.

    Which periods count is never chosen here, so that no good month is picked out. Nothing where the numbers
    are too few, or of a kind whose average means little.
    """
    if chart is None or (chart.reading.variation not in SIGNALS and chart.phases[-1].n_used < ENOUGH):
        return None
    if chart.reading.variation in SIGNALS:
        points = _since_the_signal(chart)
        name, level = _last(chart.period, len(points)), _level(chart, points)
    else:
        name = _("Middle number now") if chart.chart == "run" else _("Average now")
        level = chart.phases[-1].centre
    if level is None:
        return None
    number = format_value(level, percent=chart.percent, reference=[point.value for point in chart.points])
    return Figure(name=name, number=number, unit="" if chart.percent else unit)


def _since_the_signal(chart: spc.Chart) -> list[spc.Point]:
    start = next((point.position for point in chart.points if point.x == chart.reading.since), None)
    usable = [point for point in chart.points if point.value is not None and not point.excluded]
    return [] if start is None else [point for point in usable if point.position >= start]


def _last(period: str, count: int) -> str:
    if count == 1:
        return _("The latest number")
    return _("Last %(periods)s") % {"periods": periods_text(period, count)}


def _level(chart: spc.Chart, points: Sequence[spc.Point]) -> float | None:
    values = [point.value for point in points if point.value is not None]
    if not values:
        return None
    if len(values) == 1:
        return values[0]
    if chart.chart == "run":
        return median(values)
    if chart.chart in POOLED:
        counted = [(point.numerator, point.denominator) for point in points]
        over = sum(below or 0.0 for _above, below in counted)
        return sum(above or 0.0 for above, _below in counted) / over * chart.multiply if over else None
    return mean(values) if chart.chart in AVERAGED else None
