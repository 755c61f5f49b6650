"""Writes to a project's family of measures: add one, say what it is there, take it out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.rests import rests_on
from wellrun.core.vocabulary import worded
from wellrun.measures.models import Measure, MeasureUse
from wellrun.measures.permissions import may_use
from wellrun.measures.services.writing import MeasureRefused
from wellrun.measures.values.choices import Kind
from wellrun.projects.models import Driver, Project
from wellrun.projects.permissions import may_work
from wellrun.projects.services.writing import finish, locked


class UseRefused(Refused):
    """A measure that could not join, change or leave a project's family."""


@transaction.atomic
def use_measure(
    *,
    actor: Actor,
    project: Project,
    measure: Measure,
    kind: str,
    driver_id: int | None = None,
    now: datetime,
) -> MeasureUse:
    """Add a measure to the project's family. The first outcome is the main one until another is chosen."""
    project = locked(project.pk)
    may_work(actor, project).require()
    may_use(actor, measure).require()
    kind = _known(kind)
    held = MeasureUse.objects.filter(project=project, measure=measure).first()
    if held is not None:
        return held
    is_first = not MeasureUse.objects.filter(project=project, is_main=True).exists()
    use = MeasureUse.objects.create(
        project=project,
        measure=measure,
        kind=kind,
        is_main=is_first and kind == Kind.OUTCOME,
        driver=_own_driver(project, driver_id),
        added_at=now,
    )
    _leave_record(actor, project, use, "family.added", now, after=_state(use))
    return use


@transaction.atomic
def change_use(
    *, actor: Actor, use: MeasureUse, kind: str, driver_id: int | None = None, now: datetime
) -> MeasureUse:
    """Say what the measure is in this project, and which driver it watches."""
    project, row = _held(actor, use)
    before = _state(row)
    row.kind = _known(kind)
    row.is_main = row.is_main and row.kind == Kind.OUTCOME
    row.driver = _own_driver(project, driver_id)
    row.save(update_fields=["kind", "is_main", "driver"])
    if _state(row) != before:
        _leave_record(actor, project, row, "family.changed", now, before=before, after=_state(row))
    return row


@transaction.atomic
def choose_main(*, actor: Actor, use: MeasureUse, now: datetime) -> MeasureUse:
    """Make this outcome the one that the aim is about; the one before it stays in the family."""
    project, row = _held(actor, use)
    if row.kind != Kind.OUTCOME:
        raise UseRefused(_("The main measure shows the outcome. Say first that this is an outcome measure."))
    if not row.is_main:
        MeasureUse.objects.filter(project=project, is_main=True).update(is_main=False)
        before, row.is_main = _state(row), True
        row.save(update_fields=["is_main"])
        _leave_record(actor, project, row, "family.main_chosen", now, before=before, after=_state(row))
    return row


@transaction.atomic
def stop_using(*, actor: Actor, use: MeasureUse, now: datetime) -> None:
    """Take the measure out of the project's family. The measure and its numbers stay."""
    project, row = _held(actor, use)
    before = _state(row)
    row.delete()
    _leave_record(actor, project, row, "family.removed", now, before=before)


def require_unused(actor: Actor, measure: Measure) -> None:
    """Refuse to remove what projects, tests or daily control rest on: say which, and what to do instead."""
    if found := rests_on(actor, measure.pk):
        instead = _("Archive it instead: it stays where it is used, and nobody is asked for its numbers.")
        raise MeasureRefused(" ".join([*found, instead]))


def _held(actor: Actor, use: MeasureUse) -> tuple[Project, MeasureUse]:
    project = locked(use.project_id)
    may_work(actor, project).require()
    row = MeasureUse.objects.filter(pk=use.pk).select_related("measure", "driver").first()
    if row is None:
        raise UseRefused(_("This measure is no longer in the project. Somebody may have taken it out."))
    return project, row


def _known(kind: str) -> str:
    if kind not in Kind.values:
        raise UseRefused(_("Choose outcome, process or balancing."), field="kind")
    return kind


def _own_driver(project: Project, driver_id: int | None) -> Driver | None:
    if driver_id is None:
        return None
    driver = Driver.objects.filter(project=project, pk=driver_id, is_removed=False).first()
    if driver is None:
        raise UseRefused(worded(_("Choose {a_driver} of this project.")), field="driver")
    return driver


def _state(use: MeasureUse) -> audit.State:
    """Without the measure's name: a team may keep that from readers of the project's history."""
    return {
        "measure_id": use.measure_id,
        "kind": str(use.kind),
        "is_main": use.is_main,
        "driver_id": use.driver_id,
    }


def _leave_record(
    actor: Actor,
    project: Project,
    use: MeasureUse,
    action: str,
    now: datetime,
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
) -> None:
    part = f"measure/{use.measure_id}"
    finish(actor=actor, project=project, action=action, part=part, before=before, after=after, now=now)
