"""Questions about measures: which ones, their numbers and charts, and what happened to them."""

from wellrun.measures.queries.charts import (
    annotations_of,
    chart_of,
    next_period_of,
    observations_of,
    phases_of,
)
from wellrun.measures.queries.history import change_for, change_from, changes_since, history_of
from wellrun.measures.queries.lists import MeasureRow, family_of, get_for, listed_for, visible_to

__all__ = [
    "MeasureRow",
    "annotations_of",
    "change_for",
    "change_from",
    "changes_since",
    "chart_of",
    "family_of",
    "get_for",
    "history_of",
    "listed_for",
    "next_period_of",
    "observations_of",
    "phases_of",
    "visible_to",
]
