"""The rows of a project that came in a package. Called by its service alone, in its transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model

from wellrun.accounts.models import Person
from wellrun.control.models import ClosingReview
from wellrun.core.actor import Actor
from wellrun.exchange.package.plain import plain_row, without
from wellrun.learning.models import Story
from wellrun.measures.models import MeasureUse
from wellrun.measures.services.whole import WholeMeasure, save_whole
from wellrun.organisations.models import Unit
from wellrun.pdsa.models import Cycle, DayNote, Prediction
from wellrun.projects.models import Project, Seat, Tag
from wellrun.projects.values import SeatRole

Row = TypeVar("Row", bound=Model)
Rows = Sequence[Mapping[str, Any]]


@dataclass(slots=True, kw_only=True)
class Bringing:
    """What is known while the rows are written: who is who, and which row has which number."""

    actor: Actor
    project: Project
    record: Mapping[str, Any]
    here: Mapping[int, Person]
    now: datetime
    drivers: dict[int, int] = field(default_factory=dict)
    measures: dict[int, int] = field(default_factory=dict)
    cycles: dict[int, int] = field(default_factory=dict)
    barriers: dict[int, int] = field(default_factory=dict)
    """Number in the record -> row here."""
    by: dict[str, int] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=lambda: {"team": [], "agreed": {}, "asked": {}})

    def signed(self, part: str, number: int | None) -> None:
        """Keep who wrote a row there."""
        if number is not None:
            self.by[part] = number

    def save(self, rows: Sequence[Row], told: Rows = (), *, part: str = "", by: str = "by") -> list[Row]:
        """All rows at once, in their order; ``told`` says of each who wrote it there."""
        made = type(rows[0])._default_manager.bulk_create(rows, batch_size=500) if rows else []  # noqa: SLF001
        for row, each in zip(made, told, strict=bool(told)):
            self.signed(f"{part}/{row.pk}", each[by])
        return made


def numbered(rows: Sequence[Model]) -> dict[int, int]:
    """Rows by their place in the record, from 1."""
    return {number: row.pk for number, row in enumerate(rows, 1)}


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
    project, held, seats = bringing.project, set(), []
    for row in bringing.record["team"]:
        person = bringing.here.get(row["person"])
        if person is None or row["ended_at"] is not None or (person.pk, row["role"]) in held:
            bringing.told["team"].append(plain_row(row, row))
            continue
        held.add((person.pk, row["role"]))
        seats.append(Seat(project=project, person=person, **without(row, "person")))
    if (bringing.actor.id, SeatRole.LEAD) not in held:
        seats.append(
            Seat(project=project, person_id=bringing.actor.id, role=SeatRole.LEAD, since=bringing.now)
        )
    bringing.save(seats)


def write_measures(bringing: Bringing, measures: Mapping[int, WholeMeasure]) -> None:
    """Those that can be made here: new ones of the team, with all their numbers."""
    uses = []
    for row in bringing.record["measures"]:
        whole = measures.get(row["number"])
        if whole is None:
            continue
        measure = save_whole(whole, actor=bringing.actor, now=bringing.now)
        bringing.measures[row["number"]] = measure.pk
        for part, rows in (("phase", whole.phases), ("annotation", whole.annotations)):
            for made, told in zip(rows, row[f"{part}s"], strict=True):
                bringing.signed(f"{part}/{made.pk}", told["by"])
        uses.append(
            MeasureUse(
                project=bringing.project,
                measure=measure,
                driver_id=bringing.drivers.get(row["driver"]),
                **{name: row[name] for name in ("kind", "is_main", "added_at")},
            )
        )
    bringing.save(uses)


def write_tests(bringing: Bringing) -> None:
    """PDSA cycles, in the order in which they were planned there, for that is how they are listed.

    The measures are there already; one that was left out is no longer named.
    """
    placed = sorted(enumerate(bringing.record["cycles"], 1), key=lambda each: each[1]["created_at"])
    told = [row for _place, row in placed]
    rows = [
        Cycle(
            project=bringing.project,
            idea_id=bringing.drivers[row["idea"]],
            measure_id=bringing.measures.get(row["measure"]),
            **without(row, "idea", "measure", "predictions", "day_notes"),
        )
        for row in told
    ]
    made = bringing.save(rows)
    bringing.cycles = {place: cycle.pk for (place, _row), cycle in zip(placed, made, strict=True)}
    both = list(zip(made, told, strict=True))
    bringing.save([each for cycle, row in both for each in _predictions(cycle, row)])
    bringing.save([DayNote(cycle=cycle, **each) for cycle, row in both for each in row["day_notes"]])


def _predictions(cycle: Cycle, row: Mapping[str, Any]) -> list[Prediction]:
    return [
        Prediction(cycle=cycle, position=place, **each) for place, each in enumerate(row["predictions"], 1)
    ]


def write_endings(bringing: Bringing) -> None:
    """The closing review, and the story as a draft."""
    review, story = bringing.record["closing_review"], bringing.record["story"]
    if review is not None:
        ClosingReview.objects.create(project=bringing.project, **review)
    if story is not None:
        Story.objects.create(project=bringing.project, **story)
