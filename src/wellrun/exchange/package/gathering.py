"""Everything of a project that the one who packs it may take along, as the record of a package."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from wellrun.control.queries import ControlItem, items_of, review_of
from wellrun.core.actor import Actor
from wellrun.exchange.package import record
from wellrun.exchange.package.gathering_measures import Packed, measures_of
from wellrun.exchange.package.gathering_talk import conversations_of
from wellrun.exchange.package.gathering_teamwork import (
    actions_of,
    barriers_of,
    coaching_of,
    huddle_part,
    involvement_of,
    partner_words_of,
    progress_of,
    team_of,
)
from wellrun.exchange.package.gathering_theory import aims_of, driver_numbers, drivers_of, versions_of
from wellrun.exchange.package.gathering_tools import tools_of
from wellrun.exchange.package.people import People
from wellrun.exchange.package.plain import fields_of, plain
from wellrun.learning.models import Story
from wellrun.measures.queries import hidden_uses
from wellrun.pdsa.queries import Cycle, cycles_of
from wellrun.projects.models import Origin, Project
from wellrun.projects.permissions import may_read_team_matters
from wellrun.projects.queries import origin_of, partners_on, told_of
from wellrun.projects.values import PartnerState, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What whoever packs a project decides."""

    coaching: bool = False
    conversations: bool = False
    names: bool = True


def record_of(actor: Actor, project: Project, choices: Choices, *, now: datetime) -> dict[str, Any]:
    """The record. Ask `permissions` first: nothing here refuses."""
    origin = origin_of(project)
    told = told_of(origin)
    people = People(told, with_names=choices.names)
    team = team_of(project, told, people)
    packed = measures_of(actor, project, people, driver_numbers(project))
    cycles = sorted(_tests(project), key=packed.place_of_cycle)
    packed.cycles = {cycle.pk: number for number, cycle in enumerate(cycles, 1)}
    is_team = bool(may_read_team_matters(actor, project))
    with_talk = choices.conversations and choices.names and is_team
    drivers, lines = drivers_of(project, packed)
    tools, hidden_tools = tools_of(project, packed, people, is_team=is_team)
    parts = {
        "source": _source(project, origin, now),
        "left_out": {
            "coaching": not (choices.coaching and is_team),
            "conversations": not with_talk,
            "names": not choices.names,
            "measures": 0 if actor.is_system else hidden_uses(actor, project),
            "tools": hidden_tools,
        },
        "project": _project(project, told.partners),
        "team": team,
        "aims": aims_of(project, people),
        "drivers": drivers,
        "lines": lines,
        "diagram_versions": versions_of(project, packed, people),
        "tools": tools,
        "cycles": [_cycle(cycle, packed) for cycle in cycles],
        "measures": packed.rows,
        **_teamwork(project, told, people),
        "partner_words": partner_words_of(project, told, people) if is_team else [],
        "coaching": coaching_of(project, people) if choices.coaching and is_team else [],
        "control_items": _items(actor, project, told, people, packed),  # numbered before they are spoken of
        "conversations": conversations_of(actor, project, packed, told, people) if with_talk else [],
        "closing_review": _review(project),
        "story": _story(project),
        "people": people.rows(),
    }
    return {name: parts[name] for name in record.RECORD.fields}


def _teamwork(project: Project, told: Told, people: People) -> dict[str, Any]:
    """What everybody reads who sees the project."""
    return {
        "involvement": involvement_of(project, told, people),
        "barriers": barriers_of(project, told, people),
        "progress": progress_of(project, people),
        "actions": actions_of(project, people),
        "huddle": huddle_part(project),
    }


def _source(project: Project, origin: Origin | None, now: datetime) -> dict[str, Any]:
    return {
        "organisation": project.organisation.name,
        "server": settings.PUBLIC_ADDRESS[:200],
        "project": project.pk,
        "started_at": plain(project.created_at),
        "packed_at": plain(now),
        "visibility": str(project.visibility),
        "earlier": [] if origin is None else [way_of(origin), *told_of(origin).earlier],
    }


def way_of(origin: Origin) -> dict[str, Any]:
    """The step of its way that brought a project here."""
    return {
        "organisation": origin.organisation,
        "server": origin.server,
        "project": origin.original_id,
        "started_at": plain(origin.started_at),
        "packed_at": plain(origin.packed_at),
        "brought_at": plain(origin.brought_at),
    }


def _project(project: Project, partners: Any) -> dict[str, Any]:
    held = [each.organisation.name for each in partners_on(project) if each.state == PartnerState.JOINED]
    return fields_of(
        project,
        record.PROJECT,
        unit=project.unit.name,
        tags=sorted(tag.name for tag in project.tags.all()),
        partner_organisations=sorted({*partners, *held}),
        started_at=project.created_at,
    )


def _tests(project: Project) -> QuerySet[Cycle]:
    return cycles_of(project).prefetch_related("predictions", "day_notes")


def _cycle(cycle: Cycle, packed: Packed) -> dict[str, Any]:
    return fields_of(
        cycle,
        record.CYCLE,
        idea=packed.drivers[cycle.idea_id],
        measure=packed.measures.get(cycle.measure_id or 0),
        predictions=[fields_of(each, record.PREDICTION) for each in cycle.predictions.all()],
        day_notes=[fields_of(each, record.DAY) for each in cycle.day_notes.all()],
    )


def _review(project: Project) -> dict[str, Any] | None:
    row = review_of(project)
    return None if row is None else fields_of(row, record.REVIEW)


_WITHOUT = {"next_review": None}
"""What items that came before it was packed do not tell."""


def _items(
    actor: Actor, project: Project, told: Told, people: People, packed: Packed
) -> list[dict[str, Any]]:
    """What daily control looks after, first where it came from and then here."""
    there = [
        _WITHOUT
        | each
        | {"person": people.told(each["person"]), "measure": packed.measures.get(each["measure"] or 0)}
        for each in map(dict, told.items)
    ]
    rows = ControlItem.objects.filter(project=project).select_related("owner").order_by("pk")
    held = rows if actor.is_system else items_of(actor, project)
    packed.items = {row.pk: number for number, row in enumerate(held, len(there) + 1)}
    here = [
        fields_of(
            row,
            record.CONTROL_ITEM,
            measure=packed.measures.get(row.measure_id),
            person=people.here(row.owner),
        )
        for row in held
    ]
    return [*there, *here]


def _story(project: Project) -> dict[str, Any] | None:
    """Its words. Who reads it is decided where it is."""
    row = Story.objects.filter(project=project).first()
    return None if row is None else fields_of(row, record.STORY)
