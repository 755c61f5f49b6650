"""Undo: put a part back as it was before a change, unless somebody has changed it since."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Decision, Refused
from wellrun.core.models import AuditRecord
from wellrun.measures.models import Measure
from wellrun.measures.permissions import keeps, may_define, may_record, may_view
from wellrun.measures.queries import change_from
from wellrun.measures.queries.history import THING
from wellrun.measures.services.annotations import restore_annotation
from wellrun.measures.services.archive import restore_collecting
from wellrun.measures.services.definitions import restore_definition, restore_existence
from wellrun.measures.services.observations import write_observation
from wellrun.measures.services.periods import observation_at
from wellrun.measures.services.phases import restore_phase
from wellrun.measures.services.writing import Edit, finish, locked, who_and_when
from wellrun.measures.values.changes import Change


class ChangeRefused(Refused):
    """A change that could not be undone."""


@transaction.atomic
def undo_change(*, actor: Actor, change_id: int, now: datetime) -> Change:
    """Restore the part as it was before the change. This is a change too, so it can be undone."""
    record = audit.record_with(change_id, kind=THING)
    if record is None:
        raise ChangeRefused(_("There is no such change."))
    measure = locked(record.thing_id)
    if not (may_view(actor, measure) or (measure.is_removed and keeps(actor, measure))):
        raise ChangeRefused(_("There is no such change."))
    _may_undo(actor, measure, record).require()
    _require_latest(record, measure)
    return _restore(record, measure, actor=actor, now=now)


def _may_undo(actor: Actor, measure: Measure, record: AuditRecord) -> Decision:
    kind = _kind(record)
    if kind == "existence":
        return Decision(
            is_allowed=keeps(actor, measure),
            refusal=_("Only the person who keeps this measure can change this. Ask %(name)s.")
            % {"name": measure.kept_by},
        )
    return (
        may_define(actor, measure)
        if kind in {"phase", "definition", "collecting"}
        else may_record(actor, measure)
    )


def _require_latest(record: AuditRecord, measure: Measure) -> None:
    newer = audit.latest_of_part(THING, measure.pk, record.part)
    if newer is None or newer.pk == record.pk:
        return
    if newer.undoes == record.pk:
        raise ChangeRefused(_("%(who)s undid this on %(when)s.") % who_and_when(newer))
    raise ChangeRefused(
        _("%(who)s has changed this since, on %(when)s: %(what)s It stays as it is.")
        % (who_and_when(newer) | {"what": change_from(newer, measure).sentence})
    )


def _restore(record: AuditRecord, measure: Measure, *, actor: Actor, now: datetime) -> Change:
    if _kind(record) == "observation":
        period = date.fromisoformat(record.part.partition("/")[2])
        return write_observation(
            measure=measure,
            period=period,
            before=observation_at(measure, period),
            state=record.before,
            actor=actor,
            now=now,
            reason="",
            undoes=record.pk,
        )
    edit = Edit(
        action=_restored_action(record, measure, actor),
        part=record.part,
        before=record.after,
        after=record.before,
        undoes=record.pk,
    )
    return finish(edit, actor=actor, measure=measure, now=now)


def _restored_action(record: AuditRecord, measure: Measure, actor: Actor) -> str:
    match _kind(record):
        case "phase":
            return restore_phase(before=record.before, after=record.after)
        case "annotation":
            return restore_annotation(before=record.before, after=record.after)
        case "collecting":
            return restore_collecting(measure, record.before)
        case "definition":
            return restore_definition(measure, record.before or {})
        case _:
            return restore_existence(actor, measure, record.before)


def _kind(record: AuditRecord) -> str:
    return record.part.partition("/")[0]
