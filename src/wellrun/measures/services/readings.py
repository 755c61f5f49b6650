"""The stored reading: computed with every write, so that a list of thousands computes nothing."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import wellrun_spc as spc
from wellrun.measures.models import Measure, PhaseStart
from wellrun.measures.queries import chart_of, observations_of, phases_of
from wellrun.measures.queries.charts import Charted, chart_from_its_start
from wellrun.measures.values.edition import EDITION
from wellrun_spc.draw import chart_svg
from wellrun_spc.wording import format_value

_LOG = logging.getLogger(__name__)
READING_FIELDS = (
    "variation", "assurance", "side", "word", "sentence", "plain", "assurance_word", "assurance_plain",
    "last_value", "last_period", "n_points", "spark", "has_gained", "edition",
)  # fmt: skip


def set_reading(measure: Measure) -> None:
    """Compute the chart and put its reading on the measure, unsaved. Raises `spc.SeriesError`."""
    observations, phases = observations_of(measure), phases_of(measure)
    chart = chart_of(measure, observations=observations, phases=phases)
    put_reading(measure, chart, observations, phases)


def put_reading(
    measure: Measure, chart: spc.Chart | None, observations: Sequence[Charted], phases: Sequence[PhaseStart]
) -> None:
    """The reading of a chart that is at hand, with the numbers and phases it was computed from."""
    measure.edition = EDITION
    measure.n_points = len(observations)
    measure.last_period = observations[-1].period if observations else None
    measure.last_value = _last_value(chart)
    measure.spark = (
        chart_svg(chart, form="spark", title=measure.name, id=f"spark-{measure.pk}") if chart else ""
    )
    reading = chart.reading if chart else None
    for name in ("variation", "assurance", "side", "word", "sentence", "plain"):
        setattr(measure, name, (getattr(reading, name) if reading else None) or "")
    measure.assurance_word = reading.assurance_word if reading else ""
    measure.assurance_plain = reading.assurance_plain if reading else ""
    measure.has_gained = _has_gained(measure, observations, phases)


def _has_gained(measure: Measure, observations: Sequence[Charted], phases: Sequence[PhaseStart]) -> bool:
    """A gain stays one when its limits are redrawn on it, until the chart says that it slips."""
    if measure.variation in {"improving", "concerning"}:
        return measure.variation == "improving"
    begun = chart_from_its_start(measure, observations, phases)
    return begun is not None and begun.reading.variation == "improving"


def refresh_stale_readings(*, organisation_id: int | None = None, batch: int = 500) -> int:
    """Make again the readings that another edition of the programme made. Returns how many were made.

    Readings follow from the numbers, so nothing here is a person's change: no version, no audit record.
    """
    stale = Measure.objects.exclude(edition=EDITION).order_by("pk")
    if organisation_id is not None:
        stale = stale.filter(organisation_id=organisation_id)
    done = 0
    for measure in stale[:batch]:
        _set_reading_or_reason(measure)
        measure.save(update_fields=READING_FIELDS)
        done += 1
    return done


def _set_reading_or_reason(measure: Measure) -> None:
    """A series that this edition no longer takes must not stop the others: the page says why."""
    try:
        set_reading(measure)
    except spc.SeriesError as error:
        _LOG.warning("The reading of measure %s could not be made again.", measure.pk)
        measure.variation, measure.word, measure.plain = "not_assessed", "", str(error)
        measure.edition = EDITION


def _last_value(chart: spc.Chart | None) -> str:
    known = [point.value for point in chart.points if point.value is not None] if chart else []
    if chart is None or not known:
        return ""
    return format_value(known[-1], percent=chart.percent, reference=known)
