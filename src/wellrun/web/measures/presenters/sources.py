"""What the page of a measure is made from: a fixed number of questions, however many numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import wellrun_spc as spc
from wellrun.accounts.queries import names_of
from wellrun.core.actor import Actor
from wellrun.measures import queries
from wellrun.measures.permissions import may_define, may_record
from wellrun.measures.queries import Annotation, Measure, MeasureRow, Observation, PhaseStart
from wellrun.measures.values import Change, NumberWords
from wellrun.web.measures.presenters.charts import Flag
from wellrun.web.measures.presenters.flags import flags_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureSources:
    """A measure with everything its page shows, and what this person may do with it."""

    measure: Measure
    chart: spc.Chart | None
    observations: tuple[Observation, ...]
    phases: tuple[PhaseStart, ...]
    annotations: tuple[Annotation, ...]
    flags: tuple[Flag, ...]
    """The annotations, and the tests that are read from this chart."""
    family: tuple[MeasureRow, ...]
    changes: tuple[Change, ...]
    phase_changes: tuple[Change, ...]
    entered_by: tuple[str, ...]
    """Names in the order of the observations; none for strangers."""
    is_stranger: bool
    """Somebody without an account: they see no names."""
    next_period: date
    today: date
    may_record: bool
    may_define: bool
    refusal: str
    """Why this person may not add numbers; empty where they may."""

    @property
    def words(self) -> NumberWords:
        measure = self.measure
        return NumberWords(
            y_label=measure.y_label, numerator=measure.numerator_label, denominator=measure.denominator_label
        )


def gather(actor: Actor, measure: Measure, *, today: date) -> MeasureSources:
    """Ask each question once."""
    observations = queries.observations_of(measure)
    phases = queries.phases_of(measure)
    known = set() if not actor.is_signed_in else {row.entered_by_id for row in observations}
    names = names_of({each for each in known if each is not None})
    annotations = queries.annotations_of(measure)
    record = may_record(actor, measure)
    return MeasureSources(
        measure=measure,
        chart=queries.chart_of(measure, observations=observations, phases=phases),
        observations=tuple(observations),
        phases=tuple(phases),
        annotations=tuple(annotations),
        flags=flags_of(actor, measure, annotations),
        family=tuple(queries.family_of(actor, measure)),
        changes=tuple(queries.history_of(measure, last=20)),
        phase_changes=tuple(queries.history_of(measure, part="phase")),
        entered_by=tuple(names.get(row.entered_by_id or 0, "") for row in observations),
        is_stranger=not actor.is_signed_in,
        next_period=queries.next_period_of(measure, today=today),
        today=today,
        may_record=bool(record),
        may_define=bool(may_define(actor, measure)),
        refusal=record.refusal,
    )
