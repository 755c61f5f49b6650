"""The driver diagram and the family of measures of a project, for its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from wellrun.core.actor import Actor
from wellrun.exchange.package import record_measures as parts
from wellrun.exchange.package.people import People
from wellrun.exchange.package.plain import fields_of, plain
from wellrun.exchange.package.record import DRIVER
from wellrun.measures.models import Measure, MeasureUse, Observation
from wellrun.measures.queries import annotations_of, phases_of, uses_of
from wellrun.pdsa.queries import Cycle
from wellrun.projects.models import Driver, DriverLink, Project


@dataclass(slots=True, kw_only=True)
class Packed:
    """The numbers that drivers and measures have in the record."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    drivers: dict[int, int] = field(default_factory=dict)
    measures: dict[int, int] = field(default_factory=dict)

    def place_of_cycle(self, cycle: Cycle) -> tuple[int, int]:
        return self.drivers[cycle.idea_id], cycle.number


def measures_of(actor: Actor, project: Project, people: People) -> Packed:
    """Those that the person may see; the installation itself sees all that the team does."""
    packed = Packed(drivers=_driver_numbers(project))
    for number, use in enumerate(_uses(actor, project).order_by("pk"), 1):
        packed.measures[use.measure_id] = number
        packed.rows.append(_measure(use, number, packed, people))
    return packed


def _uses(actor: Actor, project: Project) -> QuerySet[MeasureUse]:
    if actor.is_system:
        held = MeasureUse.objects.filter(project=project, measure__is_removed=False)
        return held.select_related("measure", "driver")
    return uses_of(actor, project)


def _driver_numbers(project: Project) -> dict[int, int]:
    """What is in the diagram, and ideas that were taken out of it after they were tested."""
    rows = Driver.objects.filter(project=project).order_by("pk")
    tested = set(Cycle.objects.filter(project=project, is_removed=False).values_list("idea_id", flat=True))
    kept = [row.pk for row in rows if not row.is_removed or row.pk in tested]
    return {key: number for number, key in enumerate(kept, 1)}


def drivers_of(project: Project, packed: Packed) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Drivers and ideas, and the lines between them in the order in which they stand."""
    rows = Driver.objects.filter(pk__in=packed.drivers).order_by("pk")
    drivers = [fields_of(row, DRIVER, number=packed.drivers[row.pk]) for row in rows]
    found = [
        (
            0 if line.parent_id is None else packed.drivers[line.parent_id],
            line.position,
            line.pk,
            line.child_id,
        )
        for line in DriverLink.objects.filter(project=project, child_id__in=packed.drivers)
        if line.parent_id is None or line.parent_id in packed.drivers
    ]
    lines = [
        {"parent": parent or None, "child": packed.drivers[child]}
        for parent, _position, _key, child in sorted(found)
    ]
    return drivers, lines


def _measure(use: MeasureUse, number: int, packed: Packed, people: People) -> dict[str, Any]:
    measure = use.measure
    numbers = Observation.objects.filter(measure=measure).order_by("stratum", "period")
    return {
        "number": number,
        "kind": str(use.kind),
        "is_main": use.is_main,
        "driver": packed.drivers.get(use.driver_id or 0),
        "added_at": plain(use.added_at),
        "definition": fields_of(measure, parts.DEFINITION),
        "observations": [fields_of(row, parts.OBSERVATION) for row in numbers],
        "phases": _phases(measure, people),
        "annotations": _annotations(measure, people),
    }


def _phases(measure: Measure, people: People) -> list[dict[str, Any]]:
    return [
        fields_of(row, parts.PHASE, by=people.wrote(f"phase/{row.pk}", row.by)) for row in phases_of(measure)
    ]


def _annotations(measure: Measure, people: People) -> list[dict[str, Any]]:
    return [
        fields_of(row, parts.ANNOTATION, by=people.wrote(f"annotation/{row.pk}", row.by))
        for row in annotations_of(measure)
    ]
