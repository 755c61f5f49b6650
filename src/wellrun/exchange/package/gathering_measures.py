"""The family of measures of a project, for its record, and the numbers that its rows have there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from wellrun.core.actor import Actor
from wellrun.exchange.package import record_measures as parts
from wellrun.exchange.package.people import People
from wellrun.exchange.package.plain import fields_of, plain
from wellrun.measures.models import Measure, MeasureUse, Observation
from wellrun.measures.queries import annotations_of, phases_of, uses_of
from wellrun.pdsa.queries import Cycle
from wellrun.projects.models import Project


@dataclass(slots=True, kw_only=True)
class Packed:
    """The numbers that its rows have in the record."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    drivers: dict[int, int] = field(default_factory=dict)
    measures: dict[int, int] = field(default_factory=dict)
    cycles: dict[int, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)

    def place_of_cycle(self, cycle: Cycle) -> tuple[int, int]:
        return self.drivers[cycle.idea_id], cycle.number


def measures_of(actor: Actor, project: Project, people: People, drivers: dict[int, int]) -> Packed:
    """Those that the person may see; the installation itself sees all that the team does."""
    packed = Packed(drivers=drivers)
    for number, use in enumerate(_uses(actor, project).order_by("pk"), 1):
        packed.measures[use.measure_id] = number
        packed.rows.append(_measure(use, number, packed, people))
    return packed


def _uses(actor: Actor, project: Project) -> QuerySet[MeasureUse]:
    if actor.is_system:
        held = MeasureUse.objects.filter(project=project, measure__is_removed=False)
        return held.select_related("measure", "driver")
    return uses_of(actor, project)


def _measure(use: MeasureUse, number: int, packed: Packed, people: People) -> dict[str, Any]:
    measure = use.measure
    return {
        "number": number,
        "kind": str(use.kind),
        "is_main": use.is_main,
        "driver": packed.drivers.get(use.driver_id or 0),
        "added_at": plain(use.added_at),
        "definition": fields_of(measure, parts.DEFINITION),
        "observations": _observations(measure),
        "phases": _phases(measure, people),
        "annotations": _annotations(measure, people),
    }


def _observations(measure: Measure) -> list[dict[str, Any]]:
    """There are thousands, so they are read without the powers of a row."""
    rows = Observation.objects.filter(measure=measure).order_by("stratum", "period")
    return [{**row, "period": plain(row["period"])} for row in rows.values(*parts.OBSERVATION.fields)]


def _phases(measure: Measure, people: People) -> list[dict[str, Any]]:
    return [
        fields_of(row, parts.PHASE, by=people.wrote(f"phase/{row.pk}", row.by)) for row in phases_of(measure)
    ]


def _annotations(measure: Measure, people: People) -> list[dict[str, Any]]:
    return [
        fields_of(row, parts.ANNOTATION, by=people.wrote(f"annotation/{row.pk}", row.by))
        for row in annotations_of(measure)
    ]
