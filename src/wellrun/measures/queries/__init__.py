"""Questions about measures: which ones, their numbers and charts, and what happened to them.

The rows they answer with are named here too, so that an interface can name what it was given.
"""

from wellrun.measures.models import Annotation, Measure, MeasureUse, Observation, PhaseStart
from wellrun.measures.queries.charts import (
    NumberRow,
    annotations_of,
    chart_of,
    next_period_of,
    numbers_before,
    numbers_in,
    observations_of,
    phases_of,
)
from wellrun.measures.queries.history import change_for, change_from, changes_since, history_of
from wellrun.measures.queries.lists import (
    MeasureRow,
    family_of,
    get_for,
    has_stale_readings,
    listed_for,
    row_of,
    visible_to,
)
from wellrun.measures.queries.talk import measure_topic
from wellrun.measures.queries.uses import (
    hidden_uses,
    main_of,
    main_use_of,
    mains_of,
    missing_kind,
    projects_using,
    shared_by,
    use_of,
    uses_of,
    watched_drivers,
)

__all__ = [
    "Annotation",
    "Measure",
    "MeasureRow",
    "MeasureUse",
    "NumberRow",
    "Observation",
    "PhaseStart",
    "annotations_of",
    "change_for",
    "change_from",
    "changes_since",
    "chart_of",
    "family_of",
    "get_for",
    "has_stale_readings",
    "hidden_uses",
    "history_of",
    "listed_for",
    "main_of",
    "main_use_of",
    "mains_of",
    "measure_topic",
    "missing_kind",
    "next_period_of",
    "numbers_before",
    "numbers_in",
    "observations_of",
    "phases_of",
    "projects_using",
    "row_of",
    "shared_by",
    "use_of",
    "uses_of",
    "visible_to",
    "watched_drivers",
]
