"""Take a whole project along, and bring one in: each is one transaction with a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.exchange.package import writing
from wellrun.exchange.package.gathering import Choices, record_of
from wellrun.exchange.package.permissions import may_export_project, may_export_talk, may_import_project
from wellrun.exchange.package.plain import plain_row
from wellrun.exchange.package.planning import LeftOut, Plan
from wellrun.exchange.package.reading import Package
from wellrun.exchange.package.refusals import BroughtBefore
from wellrun.exchange.package.sealed import Sealed, seal
from wellrun.exchange.package.writing import Bringing
from wellrun.exchange.package.writing_talk import write_talk
from wellrun.exchange.package.writing_teamwork import write_teamwork
from wellrun.exchange.package.writing_theory import write_theory, write_tools
from wellrun.organisations.models import Unit
from wellrun.projects.models import Origin, Project
from wellrun.projects.queries import copies_of
from wellrun.projects.services.writing import finish, locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A project that came, and what of its package did not."""

    project: Project
    left_out: tuple[LeftOut, ...]
    measures: int


@transaction.atomic
def export_project(*, actor: Actor, project: Project, choices: Choices, now: datetime) -> Sealed:
    """Pack a project. That it was packed, and how much of it, stays in its history."""
    project = locked(project.pk)
    may_export_project(actor, project).require()
    if choices.coaching or choices.conversations:
        may_export_talk(actor, project).require()
    record = record_of(actor, project, choices, now=now)
    sealed = seal(record, now=now)
    after = {
        "digest": sealed.digest, "measures": len(record["measures"]), "coaching": bool(record["coaching"]),
        "comments": len(record["conversations"]), "left_out": record["left_out"],
    }  # fmt: skip
    finish(
        project, actor=actor, action="project.exported", part="package", after=after, is_news=False, now=now
    )
    return sealed


@transaction.atomic
def import_project(*, actor: Actor, plan: Plan, now: datetime) -> Brought:
    """Bring a project in, whole: everything that was planned, or nothing. Whoever brings it leads it."""
    audit.take_turn()
    arrival, record = plan.arrival, plan.record
    unit = Unit.objects.select_related("organisation").get(pk=arrival.unit.pk)  # it may be closed by now
    may_import_project(actor, unit).require()
    if not arrival.again:
        _require_new(actor, unit, arrival.package)
    project = writing.make_project(unit, record["project"], arrival.package.digest, now)
    bringing = Bringing(actor=actor, project=project, record=record, here=arrival.here, now=now)
    writing.write_team(bringing)
    write_theory(bringing)
    writing.write_measures(bringing, plan.measures)
    write_tools(bringing)
    writing.write_tests(bringing)
    write_teamwork(bringing)
    writing.write_endings(bringing)
    write_talk(bringing)
    _keep_origin(bringing)
    source = record["source"]
    after = {
        "organisation": source["organisation"], "original_id": source["project"],
        "digest": arrival.package.digest, "left_out": [each.place for each in plan.left_out],
    }  # fmt: skip
    finish(project, actor=actor, action="project.brought", after=after, now=now)
    return Brought(project=project, left_out=tuple(plan.left_out), measures=len(bringing.measures))


def copies_here(actor: Actor, unit: Unit, package: Package) -> tuple[list[Project], int]:
    """The copies of the package's project in the unit's organisation, itself included."""
    source = package.record["source"]
    return copies_of(
        actor,
        organisation_id=unit.organisation_id,
        original_id=source["project"],
        started_at=source["started_at"],
        server=source["server"],
        is_here=source["server"] == settings.PUBLIC_ADDRESS,
    )


def _require_new(actor: Actor, unit: Unit, package: Package) -> None:
    seen, others = copies_here(actor, unit, package)
    if seen or others:
        raise BroughtBefore(
            _("This project is here already. Say that you want another copy of it, or use the one there is."),
            field="again",
        )


def _item(bringing: Bringing, told: Mapping[str, Any]) -> dict[str, Any]:
    """A control item as words: the unit here has agreed to nothing. Its measure is the one that came."""
    return plain_row(dict(told), told) | {"measure": bringing.measures.get(told["measure"])}


def _keep_origin(bringing: Bringing) -> None:
    record, source = bringing.record, bringing.record["source"]
    earlier = [plain_row(each, each) for each in source["earlier"]]
    told = bringing.told | {
        "people": [each["name"] for each in record["people"]],
        "here": {str(number): person.pk for number, person in bringing.here.items()},
        "by": bringing.by,
        "words": [plain_row(each, each) for each in record["partner_words"]],
        "items": [_item(bringing, each) for each in record["control_items"]],
        "partners": record["project"]["partner_organisations"],
        "earlier": earlier,
    }
    Origin.objects.create(
        project=bringing.project,
        organisation=source["organisation"],
        server=source["server"],
        original_id=source["project"],
        started_at=source["started_at"],
        packed_at=source["packed_at"],
        brought_at=bringing.now,
        brought_by_id=bringing.actor.id,
        told=told,
    )
