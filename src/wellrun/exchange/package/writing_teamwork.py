"""What a team wrote together, of a project that came in a package."""

from __future__ import annotations

from wellrun.control.models import Huddle
from wellrun.exchange.package.plain import plain_row, without
from wellrun.exchange.package.writing import Bringing, Rows, numbered
from wellrun.projects.models import Action, Barrier, CoachingNote, Involvement, Progress


def write_teamwork(bringing: Bringing) -> None:
    """Involvement, barriers, actions, progress, coaching, huddle. Nobody here agreed, asked or was asked."""
    project, actor, record = bringing.project, bringing.actor, bringing.record
    _write_involvement(bringing, record["involvement"])
    _write_barriers(bringing, record["barriers"])
    _write_actions(bringing, record["actions"])
    scores, notes = record["progress"], record["coaching"]
    coach = {"project": project, "coach_id": actor.id}
    bringing.save([Progress(**coach, **without(row, "by")) for row in scores], scores, part="progress")
    bringing.save([CoachingNote(**coach, **without(row, "by")) for row in notes], notes, part="coaching")
    if record["huddle"] is not None:
        Huddle.objects.create(project=project, **record["huddle"])


def _write_involvement(bringing: Bringing, told: Rows) -> None:
    levels = [
        Involvement(project=bringing.project, by_id=bringing.actor.id, **without(row, "by", "agreed"))
        for row in told
    ]
    for level, row in zip(bringing.save(levels, told, part="involvement"), told, strict=True):
        bringing.told["agreed"][str(level.pk)] = [plain_row(each, each) for each in row["agreed"]]


def _write_barriers(bringing: Bringing, told: Rows) -> None:
    rows = [
        Barrier(
            project=bringing.project,
            raised_by_id=bringing.actor.id,
            answered_by_id=bringing.actor.id if row["answered_by"] is not None else None,
            **without(row, "by", "answered_by", "asked"),
        )
        for row in told
    ]
    made = bringing.save(rows, told, part="barrier")
    bringing.barriers = numbered(made)
    for barrier, row in zip(made, told, strict=True):
        bringing.signed(f"answer/{barrier.pk}", row["answered_by"])
        bringing.told["asked"][str(barrier.pk)] = [plain_row(each, each) for each in row["asked"]]


def _write_actions(bringing: Bringing, told: Rows) -> None:
    """What is to be done rests with who is somebody here, otherwise with who brought it."""
    people = [bringing.here.get(row["person"]) for row in told]
    rows = [
        Action(
            project=bringing.project,
            person_id=person.pk if person else bringing.actor.id,
            **without(row, "person"),
        )
        for person, row in zip(people, told, strict=True)
    ]
    bringing.save(rows, told, part="action", by="person")
