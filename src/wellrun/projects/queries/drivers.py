"""The driver diagram of a project, read in two questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from wellrun.core import audit
from wellrun.projects.models import Driver, DriverLink, Project
from wellrun.projects.values import DriverKind, Part, Theory


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A driver or idea where it stands in the diagram, with what serves it."""

    driver: Driver
    link_id: int
    parent_id: int | None
    also_serves: int
    """How many other parents it has."""
    below: tuple[Branch, ...]


def diagram_of(project: Project, rows: Iterable[Driver] | None = None) -> tuple[Branch, ...]:
    """From the primary drivers down. One that serves two parents stands under both.

    ``rows`` are its drivers, where a page has read them already.
    """
    rows = Driver.objects.filter(project=project, is_removed=False) if rows is None else rows
    drivers = {driver.pk: driver for driver in rows}
    lines: dict[int | None, list[tuple[int, int]]] = defaultdict(list)
    serves: dict[int, int] = defaultdict(int)
    links = DriverLink.objects.filter(project=project).order_by("position", "pk")
    for line_id, parent_id, child_id in links.values_list("pk", "parent_id", "child_id"):
        if child_id in drivers and (parent_id is None or parent_id in drivers):
            lines[parent_id].append((line_id, child_id))
            serves[child_id] += 1

    def below(parent_id: int | None) -> tuple[Branch, ...]:
        return tuple(
            Branch(
                driver=drivers[child_id],
                link_id=line_id,
                parent_id=parent_id,
                also_serves=serves[child_id] - 1,
                below=below(child_id),
            )
            for line_id, child_id in lines[parent_id]
        )

    return below(None)


def branches_in(branches: Iterable[Branch]) -> Iterator[Branch]:
    """Every place of the diagram, from the top down; one that serves two parents comes twice."""
    for branch in branches:
        yield branch
        yield from branches_in(branch.below)


def theory_of(branches: Iterable[Branch], *, aim: str) -> Theory:
    """The diagram as plain values: each part once, however many parents it serves."""
    parts: dict[int, Part] = {}
    lines: dict[tuple[int | None, int], None] = {}
    for branch in branches_in(branches):
        driver = branch.driver
        parts[driver.pk] = Part(id=driver.pk, kind=driver.kind, text=driver.text, why=driver.why)
        lines[branch.parent_id, driver.pk] = None
    return Theory(aim=aim, parts=tuple(parts.values()), lines=tuple(lines))


def falls_with(project: Project, driver_id: int) -> frozenset[int]:
    """What would leave the diagram with this part: itself, and all that serves nothing else."""
    branches = diagram_of(project)
    everything = {branch.driver.pk for branch in branches_in(branches)}
    return frozenset(everything - _standing(branches, without=driver_id))


def _standing(branches: Iterable[Branch], *, without: int) -> set[int]:
    found: set[int] = set()
    for branch in branches:
        if branch.driver.pk != without:
            found |= {branch.driver.pk} | _standing(branch.below, without=without)
    return found


def driver_of(project: Project, driver_id: int) -> Driver | None:
    driver = Driver.objects.filter(project=project, pk=driver_id, is_removed=False).first()
    if driver is not None:
        driver.project = project
    return driver


def ideas_of(project: Project) -> list[Driver]:
    """The change ideas, in the order in which people had them."""
    return list(Driver.objects.filter(project=project, kind=DriverKind.IDEA, is_removed=False).order_by("pk"))


def drivers_of(project: Project) -> list[Driver]:
    """Everything in the diagram, primary drivers first."""
    order = {kind: place for place, kind in enumerate(DriverKind.values)}
    rows = Driver.objects.filter(project=project, is_removed=False)
    return sorted(rows, key=lambda driver: (order[driver.kind], driver.pk))


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """Who touched the diagram last."""

    who: str
    at: datetime


def last_change_of(project: Project) -> LastChange | None:
    record = audit.records_of("project", project.pk).filter(action__startswith="driver.").first()
    return LastChange(who=record.actor_name, at=record.at) if record else None
