"""The team of a project and what it wrote together, for the record. What came in a package comes first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wellrun.control.queries.huddles import huddle_of
from wellrun.exchange.package import record_teamwork as record
from wellrun.exchange.package.people import People
from wellrun.exchange.package.plain import fields_of, plain
from wellrun.projects import queries
from wellrun.projects.models import Action, Barrier, CoachingNote, Involvement, Progress, Project, Seat, Word
from wellrun.projects.values import Told

Rows = list[dict[str, Any]]


def team_of(project: Project, told: Told, people: People) -> Rows:
    """Everybody who was ever in the team, in the order in which they joined."""
    seats = Seat.objects.filter(project=project).select_related("person")
    held = [
        (seat.person.name, fields_of(seat, record.SEAT, person=0), seat.person, None) for seat in seats
    ] + [(told.person(row["person"]), dict(row), None, row["person"]) for row in told.team]
    held.sort(key=lambda each: (each[1]["since"], each[0], each[1]["role"], each[1]["ended_at"] or ""))
    return [
        row | {"person": people.here(person) if person is not None else people.told(number)}
        for _name, row, person, number in held
    ]


def involvement_of(project: Project, told: Told, people: People) -> Rows:
    return [
        fields_of(
            row,
            record.INVOLVEMENT,
            by=people.wrote(f"involvement/{row.pk}", row.by),
            agreed=_agreed(row, told, people),
        )
        for row in sorted(queries.involvements_of(project), key=lambda each: each.pk)
    ]


def _agreed(row: Involvement, told: Told, people: People) -> Rows:
    there = [each | {"person": people.told(each["person"])} for each in _of(told.agreed, row.pk)]
    here = [{"person": people.here(each.person), "at": plain(each.at)} for each in row.agreements.all()]
    return [*there, *here]


def _of(rows: Mapping[str, Any], key: int) -> Rows:
    return [dict(each) for each in rows.get(str(key), ())]


def partner_words_of(project: Project, told: Told, people: People) -> Rows:
    rows = Word.objects.filter(project=project).select_related("person").order_by("pk")
    there = [dict(each) | {"person": people.told(each["person"])} for each in told.words]
    return [*there, *(fields_of(row, record.WORD, person=people.here(row.person)) for row in rows)]


def barriers_of(project: Project, told: Told, people: People) -> Rows:
    return [
        _barrier(row, told, people) for row in sorted(queries.barriers_of(project), key=lambda each: each.pk)
    ]


def _barrier(row: Barrier, told: Told, people: People) -> dict[str, Any]:
    by = people.wrote(f"barrier/{row.pk}", row.raised_by)
    answered_by = people.wrote(f"answer/{row.pk}", row.answered_by)
    there = [each | {"person": people.told(each["person"])} for each in _of(told.asked, row.pk)]
    here = [
        fields_of(
            each,
            record.ASKED,
            person=people.here(each.person),
            unit=each.unit.name if each.unit is not None else "",
        )
        for each in row.requests.all()
    ]
    return fields_of(row, record.BARRIER, by=by, answered_by=answered_by, asked=[*there, *here])


def progress_of(project: Project, people: People) -> Rows:
    rows = Progress.objects.filter(project=project).select_related("coach").order_by("pk")
    return [fields_of(row, record.PROGRESS, by=people.wrote(f"progress/{row.pk}", row.coach)) for row in rows]


def actions_of(project: Project, people: People) -> Rows:
    rows = Action.objects.filter(project=project).select_related("person").order_by("pk")
    return [
        fields_of(row, record.ACTION, person=people.wrote(f"action/{row.pk}", row.person)) for row in rows
    ]


def coaching_of(project: Project, people: People) -> Rows:
    rows = CoachingNote.objects.filter(project=project).select_related("coach").order_by("pk")
    return [fields_of(row, record.COACHING, by=people.wrote(f"coaching/{row.pk}", row.coach)) for row in rows]


def huddle_part(project: Project) -> dict[str, Any] | None:
    row = huddle_of(project)
    return None if row is None else fields_of(row, record.HUDDLE)
