"""A measure that comes with all its numbers, groups, phases and flags: checked first, then saved at once.

What is slow, to check and to compute, is done before anything is written, so that it holds nobody up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db import connection

import wellrun_spc as spc
from wellrun.core.actor import Actor
from wellrun.measures import policies
from wellrun.measures.models import Annotation, Measure, Observation, PhaseStart
from wellrun.measures.queries import chart_of
from wellrun.measures.services.definitions import creation, new_measure, number_row
from wellrun.measures.services.readings import put_reading
from wellrun.measures.services.writing import MeasureRefused, leave_record, require_none
from wellrun.measures.values import MeasureDefinition, NewObservation

_FIELDS = [each for each in Observation._meta.concrete_fields if each.name not in {"id", "measure"}]  # noqa: SLF001
_COLUMNS = [str(each.column) for each in _FIELDS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One period of everybody, or of a group within the measure."""

    stratum: str
    is_excluded: bool
    numbers: NewObservation


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeMeasure:
    """A measure that can be saved, with everything that hangs on it and the chart of it all."""

    measure: Measure
    everybody: list[Observation]
    """In order of time, without the groups."""
    values: list[tuple[Any, ...]]
    """All numbers, groups too, as the database takes them."""
    phases: list[PhaseStart]
    annotations: list[Annotation]
    chart: spc.Chart | None


def whole_measure(
    definition: MeasureDefinition,
    numbers: Sequence[Told],
    phases: list[PhaseStart],
    annotations: list[Annotation],
    *,
    actor: Actor,
    organisation_id: int,
    unit_id: int | None,
    now: datetime,
) -> WholeMeasure:
    """Nothing is saved. Raises `MeasureRefused` where it could not be made here by hand either.

    The words of numbers, phases and flags are screened by whoever brings them.
    """
    measure = new_measure(actor, organisation_id, unit_id, definition, now)
    for phase in phases:
        phase.measure = measure
    for flag in annotations:
        flag.measure = measure
    rows = _rows(measure, numbers, actor, now)
    everybody = [row for row in rows if not row.stratum]
    starts = sorted(phases, key=lambda each: each.starts_on)
    try:
        chart = chart_of(measure, observations=everybody, phases=starts)
    except spc.SeriesError as error:
        raise MeasureRefused(str(error)) from error
    return WholeMeasure(
        measure=measure,
        everybody=everybody,
        values=[_as_stored(row) for row in rows],
        phases=phases,
        annotations=annotations,
        chart=chart,
    )


def save_whole(whole: WholeMeasure, *, actor: Actor, now: datetime) -> Measure:
    """In the transaction of what it comes with."""
    measure = whole.measure
    measure.save()
    put_reading(measure, whole.chart, whole.everybody, whole.phases)
    _insert(measure, whole.values)
    PhaseStart.objects.bulk_create(whole.phases)
    Annotation.objects.bulk_create(whole.annotations)
    leave_record(creation(measure, len(whole.everybody)), actor=actor, measure=measure, now=now)
    return measure


def _as_stored(row: Observation) -> tuple[Any, ...]:
    return tuple(field.get_db_prep_save(getattr(row, field.attname), connection) for field in _FIELDS)


def _insert(measure: Measure, values: list[tuple[Any, ...]]) -> None:
    """In SQL: Django would word each value again while others wait, ten times as long as the database."""
    names = ", ".join(connection.ops.quote_name(name) for name in ("measure_id", *_COLUMNS))
    marks = ", ".join(["%s"] * (len(_COLUMNS) + 1))
    table = connection.ops.quote_name(Observation._meta.db_table)  # noqa: SLF001 - Django's own word
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - names of our own columns
            [(measure.pk, *row) for row in values],
        )


def _rows(measure: Measure, numbers: Sequence[Told], actor: Actor, now: datetime) -> list[Observation]:
    """In order of group and time. Groups are held to the same rules as the numbers of everybody."""
    rows = []
    in_order = sorted(numbers, key=lambda each: (each.stratum, each.numbers.period))
    for stratum, group in groupby(in_order, key=lambda each: each.stratum):
        told = list(group)
        problem = policies.problem_with_observations(
            measure.chart, [each.numbers for each in told], now.date()
        )
        require_none(problem, MeasureRefused)
        for each in told:
            row = number_row(measure, each.numbers, actor, now)
            row.stratum, row.is_excluded = stratum, each.is_excluded
            rows.append(row)
    return rows
