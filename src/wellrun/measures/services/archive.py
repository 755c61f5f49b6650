"""Stop collecting a measure, and begin again. It stays wherever it is used, with all its numbers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.measures.permissions import may_define
from wellrun.measures.services.writing import Edit, finish, locked
from wellrun.measures.values.changes import Change

PART = "collecting"


@transaction.atomic
def archive_measure(*, actor: Actor, measure: Measure, now: datetime) -> Change:
    """Nobody is asked for its numbers any more. Charts, tests and control items that read it still do."""
    return _set(actor, measure, now, is_archived=True)


@transaction.atomic
def collect_again(*, actor: Actor, measure: Measure, now: datetime) -> Change:
    return _set(actor, measure, now, is_archived=False)


def restore_collecting(measure: Measure, before: audit.State | None) -> str:
    """Make it as it was, and name the action."""
    measure.is_archived = bool((before or {})["is_archived"])
    measure.save(update_fields=["is_archived"])
    return _action(is_archived=measure.is_archived)


def _set(actor: Actor, measure: Measure, now: datetime, *, is_archived: bool) -> Change:
    measure = locked(measure.pk)
    may_define(actor, measure).require()
    if measure.is_archived == is_archived:
        return Change(id=0, measure_id=measure.pk, kind="unchanged", sentence=_("Nothing has changed."))
    before = {"is_archived": measure.is_archived}
    measure.is_archived = is_archived
    measure.save(update_fields=["is_archived"])
    edit = Edit(
        action=_action(is_archived=is_archived), part=PART, before=before, after={"is_archived": is_archived}
    )
    return finish(edit, actor=actor, measure=measure, now=now)


def _action(*, is_archived: bool) -> str:
    return "measure.archived" if is_archived else "measure.collected_again"
