"""The aim of a project with its revisions, and its driver diagram, now and as it was kept."""

from __future__ import annotations

from typing import Any

from wellrun.exchange.package import record
from wellrun.exchange.package.gathering_measures import Packed
from wellrun.exchange.package.people import People
from wellrun.exchange.package.plain import fields_of
from wellrun.exchange.package.record_tools import DIAGRAM_VERSION
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import Aim, Driver, DriverLink, DriverVersion, Project
from wellrun.projects.values import Theory

Rows = list[dict[str, Any]]


def aims_of(project: Project, people: People) -> Rows:
    rows = Aim.objects.filter(project=project).select_related("by").order_by("pk")
    return [fields_of(row, record.AIM, by=people.wrote(f"aim/{row.pk}", row.by)) for row in rows]


def driver_numbers(project: Project) -> dict[int, int]:
    """What is in the diagram, and what was taken out of it and is needed: ideas that were tested, and parts
    of a diagram that was kept.
    """
    rows = Driver.objects.filter(project=project).order_by("pk")
    needed = set(Cycle.objects.filter(project=project, is_removed=False).values_list("idea_id", flat=True))
    for theory in DriverVersion.objects.filter(project=project).values_list("theory", flat=True):
        needed.update(part.id for part in Theory.of_json(theory).parts)
    kept = [row.pk for row in rows if not row.is_removed or row.pk in needed]
    return {key: number for number, key in enumerate(kept, 1)}


def drivers_of(project: Project, packed: Packed) -> tuple[Rows, Rows]:
    """Drivers and ideas, and the lines between them in the order in which they stand."""
    rows = Driver.objects.filter(pk__in=packed.drivers).order_by("pk")
    drivers = [fields_of(row, record.DRIVER, number=packed.drivers[row.pk]) for row in rows]
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


def versions_of(project: Project, packed: Packed, people: People) -> Rows:
    """The oldest first."""
    rows = DriverVersion.objects.filter(project=project).select_related("by").order_by("pk")
    return [_version(row, packed, people) for row in rows]


def _version(row: DriverVersion, packed: Packed, people: People) -> dict[str, Any]:
    theory = Theory.of_json(row.theory)
    parts = [
        {"driver": packed.drivers[each.id], "kind": each.kind, "text": each.text, "why": each.why}
        for each in theory.parts
    ]
    lines = [
        {"parent": packed.drivers[parent] if parent is not None else None, "child": packed.drivers[child]}
        for parent, child in theory.lines
    ]
    by = people.wrote(f"driver-version/{row.pk}", row.by)
    return fields_of(row, DIAGRAM_VERSION, aim=theory.aim, by=by, parts=parts, lines=lines)
