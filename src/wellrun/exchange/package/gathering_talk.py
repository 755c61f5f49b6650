"""What people said about a project and its parts, for its record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from wellrun.conversations.queries import Comment, visible_to
from wellrun.core.actor import Actor
from wellrun.exchange.package.gathering_measures import Packed
from wellrun.exchange.package.people import People
from wellrun.exchange.package.plain import fields_of
from wellrun.exchange.package.record_teamwork import ANSWER, COMMENT, EARLIER
from wellrun.learning.models import Story
from wellrun.measures.models import MeasureUse
from wellrun.projects.models import Barrier, Project
from wellrun.projects.values import Told

Numbers = Mapping[int, int | None]


def conversations_of(
    actor: Actor, project: Project, packed: Packed, told: Told, people: People
) -> list[dict[str, Any]]:
    """In the order in which it was said. What was taken back or hidden is not there."""
    about = _things(project, packed)
    wanted = Q(pk__in=[])
    for kind, numbers in about.items():
        wanted |= Q(kind=kind, thing_id__in=list(numbers))
    shown = visible_to(actor).filter(wanted, hidden_at=None).exclude(text="")
    rows = shown.select_related("author").prefetch_related("editions", "reactions__person").order_by("pk")
    return [_comment(row, about, told, people) for row in rows]


def _comment(row: Comment, about: Mapping[str, Numbers], told: Told, people: People) -> dict[str, Any]:
    item = told.about.get(str(row.pk))
    return fields_of(
        row,
        COMMENT,
        about=row.kind if item is None else "control_item",
        number=about[row.kind][row.thing_id] if item is None else item,
        by=people.wrote(f"comment/{row.pk}", row.author),
        earlier=[fields_of(each, EARLIER) for each in row.editions.all()],
        answers=[
            fields_of(each, ANSWER, by=people.wrote(f"reaction/{each.pk}", each.person))
            for each in row.reactions.all()
        ],
    )


def _things(project: Project, packed: Packed) -> dict[str, Numbers]:
    """What is talked about, by id, with the number that it has in the record."""
    barriers = Barrier.objects.filter(project=project).order_by("pk").values_list("pk", flat=True)
    stories = Story.objects.filter(project=project).values_list("pk", flat=True)
    return {
        "project": {project.pk: None},
        "aim": {project.pk: None},
        "story": dict.fromkeys(stories),
        "driver": packed.drivers,
        "cycle": packed.cycles,
        "measure": _own_measures(packed),
        "barrier": {key: number for number, key in enumerate(barriers, 1)},
        "control_item": packed.items,
    }


def _own_measures(packed: Packed) -> Numbers:
    """What was said about a measure that others use too is not of this project alone, and stays."""
    uses = MeasureUse.objects.filter(measure_id__in=packed.measures).values_list("measure_id", flat=True)
    used = list(uses)
    return {key: number for key, number in packed.measures.items() if used.count(key) == 1}
