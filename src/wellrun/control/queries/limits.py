"""The limits that a measure has today, as a hand-over agrees on them."""

from __future__ import annotations

from datetime import date

from wellrun.measures.models import Measure
from wellrun.measures.queries import chart_of


def limits_of(measure: Measure) -> dict[str, object]:
    """Where the latest phase begins, and its lines: fields of a control item."""
    chart = chart_of(measure)
    if chart is None:
        return {}
    phase = chart.phases[-1]
    start = chart.points[phase.start].x
    return {
        "limits_from": start if isinstance(start, date) else None,
        "centre": phase.centre,
        "lower": phase.lcl,
        "upper": phase.ucl,
    }
