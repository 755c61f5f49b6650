"""The rows of a project that came in a package. Called by its service alone, in its transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wellrun.accounts.models import Person
from wellrun.control.models import ClosingReview
from wellrun.core.actor import Actor
from wellrun.exchange.package.plain import plain_row
from wellrun.learning.models import Story
from wellrun.organisations.models import Unit
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import (
    Action,
    Aim,
    Barrier,
    CoachingNote,
    Driver,
    DriverLink,
    Involvement,
    Progress,
    Project,
    Seat,
    Tag,
)
from wellrun.projects.values import SeatRole


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that does not come, and why."""

    place: str
    reason: str


@dataclass(slots=True, kw_only=True)
class Bringing:
    """What is known while the rows are written: who is who, and which row has which number."""

    actor: Actor
    project: Project
    record: Mapping[str, Any]
    here: Mapping[int, Person]
    now: datetime
    drivers: dict[int, Driver] = field(default_factory=dict)
    measures: dict[int, int] = field(default_factory=dict)
    by: dict[str, int] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=lambda: {"team": [], "agreed": {}, "asked": {}})
    left_out: list[LeftOut] = field(default_factory=list)

    def signed(self, part: str, number: int | None) -> None:
        """Keep who wrote a row there."""
        if number is not None:
            self.by[part] = number


def without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def make_project(unit: Unit, told: Mapping[str, Any], digest: str, now: datetime) -> Project:
    """Its own words. Only its team sees it, whoever saw it there."""
    project = Project.objects.create(
        organisation_id=unit.organisation_id,
        unit=unit,
        created_at=told["started_at"],
        last_news_at=now,
        version=0,
        lineage=digest,
        **{name: told[name] for name in ("title", "why", "why_by", "state", "is_invented")},
    )
    for name in dict.fromkeys(told["tags"]):
        known = Tag.objects.filter(organisation=unit.organisation_id, name__iexact=name).first()
        project.tags.add(known or Tag.objects.create(organisation_id=unit.organisation_id, name=name))
    return project


def write_team(bringing: Bringing) -> None:
    """Seats for those who are somebody here; the others stay in words. Whoever brings it leads it."""
    held = set()
    for row in bringing.record["team"]:
        person = bringing.here.get(row["person"])
        if person is None or row["ended_at"] is not None or (person.pk, row["role"]) in held:
            bringing.told["team"].append(plain_row(row, row))
            continue
        held.add((person.pk, row["role"]))
        Seat.objects.create(project=bringing.project, person=person, **without(row, "person"))
    if (bringing.actor.id, SeatRole.LEAD) not in held:
        Seat.objects.create(
            project=bringing.project, person_id=bringing.actor.id, role=SeatRole.LEAD, since=bringing.now
        )


def write_theory(bringing: Bringing) -> None:
    """The aim with its revisions, and the driver diagram."""
    for row in bringing.record["aims"]:
        aim = Aim.objects.create(project=bringing.project, by_id=bringing.actor.id, **without(row, "by"))
        bringing.signed(f"aim/{aim.pk}", row["by"])
    for row in bringing.record["drivers"]:
        bringing.drivers[row["number"]] = Driver.objects.create(
            project=bringing.project, **without(row, "number")
        )
    positions: dict[int | None, int] = {}
    for row in bringing.record["lines"]:
        position = positions[row["parent"]] = positions.get(row["parent"], -1) + 1
        parent = bringing.drivers[row["parent"]] if row["parent"] else None
        child = bringing.drivers[row["child"]]
        DriverLink.objects.create(project=bringing.project, parent=parent, child=child, position=position)


def write_tests(bringing: Bringing) -> None:
    """PDSA cycles. The measures are there already; one that was left out is no longer named."""
    for row in bringing.record["cycles"]:
        Cycle.objects.create(
            project=bringing.project,
            idea=bringing.drivers[row["idea"]],
            measure_id=bringing.measures.get(row["measure"]),
            **without(row, "idea", "measure"),
        )


def write_teamwork(bringing: Bringing) -> None:
    """Involvement, barriers, progress, actions and coaching. Nobody here agreed, asked or was asked."""
    project, actor = bringing.project, bringing.actor
    for row in bringing.record["involvement"]:
        level = Involvement.objects.create(project=project, by_id=actor.id, **without(row, "by", "agreed"))
        bringing.signed(f"involvement/{level.pk}", row["by"])
        bringing.told["agreed"][str(level.pk)] = [plain_row(each, each) for each in row["agreed"]]
    for row in bringing.record["barriers"]:
        _write_barrier(bringing, row)
    for row in bringing.record["progress"]:
        score = Progress.objects.create(project=project, coach_id=actor.id, **without(row, "by"))
        bringing.signed(f"progress/{score.pk}", row["by"])
    for row in bringing.record["actions"]:
        person = bringing.here.get(row["person"])
        action = Action.objects.create(
            project=project, person_id=person.pk if person else actor.id, **without(row, "person")
        )
        bringing.signed(f"action/{action.pk}", row["person"])
    for row in bringing.record["coaching"]:
        note = CoachingNote.objects.create(project=project, coach_id=actor.id, **without(row, "by"))
        bringing.signed(f"coaching/{note.pk}", row["by"])


def _write_barrier(bringing: Bringing, row: Mapping[str, Any]) -> None:
    barrier = Barrier.objects.create(
        project=bringing.project,
        raised_by_id=bringing.actor.id,
        answered_by_id=bringing.actor.id if row["answered_by"] is not None else None,
        **without(row, "by", "answered_by", "asked"),
    )
    bringing.signed(f"barrier/{barrier.pk}", row["by"])
    bringing.signed(f"answer/{barrier.pk}", row["answered_by"])
    bringing.told["asked"][str(barrier.pk)] = [plain_row(each, each) for each in row["asked"]]


def write_endings(bringing: Bringing) -> None:
    """The closing review, and the story as a draft."""
    review, story = bringing.record["closing_review"], bringing.record["story"]
    if review is not None:
        ClosingReview.objects.create(project=bringing.project, **review)
    if story is not None:
        Story.objects.create(project=bringing.project, **story)
