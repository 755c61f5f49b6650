"""Undo: the one button for changes to units and roles. It does the opposite, as a change of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.models import AuditRecord
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.queries.changes import UNDONE_BY_BUTTON, record_in
from wellrun.organisations.services.memberships import change_membership, end_membership, resume_membership
from wellrun.organisations.services.moving import move_unit
from wellrun.organisations.services.units import change_unit, close_unit, reopen_unit
from wellrun.organisations.values.changes import Change


class UndoRefused(Refused):
    """A change that cannot be taken back with a button."""


@transaction.atomic
def undo_change(*, actor: Actor, organisation_id: int, change_id: int, now: datetime) -> Change:
    """Put things back as they were before the change, unless they have been changed since."""
    record = record_in(organisation_id, change_id)
    if record is None or record.action not in UNDONE_BY_BUTTON:
        raise UndoRefused(_("This cannot be taken back with a button."))
    latest = audit.latest_of_part(record.thing, record.thing_id, record.part)
    if latest is not None and latest.pk != record.pk:
        raise UndoRefused(_("%(who)s has changed this since. Look at it first.") % {"who": latest.actor_name})
    return _OPPOSITES[record.action](actor, record, now)


Opposite = Callable[[Actor, AuditRecord, datetime], Change]


def _unit(record: AuditRecord) -> Unit:
    return Unit.objects.get(pk=record.thing_id)


def _membership(record: AuditRecord) -> Membership:
    return Membership.objects.select_related("unit").get(pk=record.thing_id)


def _close(actor: Actor, record: AuditRecord, now: datetime) -> Change:
    return close_unit(actor=actor, unit=_unit(record), undoes=record.pk, now=now)


def _reopen(actor: Actor, record: AuditRecord, now: datetime) -> Change:
    return reopen_unit(actor=actor, unit=_unit(record), undoes=record.pk, now=now)


def _rename(actor: Actor, record: AuditRecord, now: datetime) -> Change:
    before = record.before or {}
    return change_unit(actor=actor, unit=_unit(record), undoes=record.pk, now=now, **before)


def _move(actor: Actor, record: AuditRecord, now: datetime) -> Change:
    parent = Unit.objects.get(pk=(record.before or {})["parent_id"])
    return move_unit(actor=actor, unit=_unit(record), parent=parent, undoes=record.pk, now=now)


def _end(actor: Actor, record: AuditRecord, now: datetime) -> Change:
    return end_membership(actor=actor, membership=_membership(record), undoes=record.pk, now=now)


def _resume(actor: Actor, record: AuditRecord, now: datetime) -> Change:
    return resume_membership(actor=actor, membership=_membership(record), undoes=record.pk, now=now)


def _change(actor: Actor, record: AuditRecord, now: datetime) -> Change:
    before = {name: (record.before or {})[name] for name in ("role", "perspective", "title")}
    return change_membership(actor=actor, membership=_membership(record), undoes=record.pk, now=now, **before)


_OPPOSITES: dict[str, Opposite] = {
    "unit.added": _close,
    "unit.changed": _rename,
    "unit.moved": _move,
    "unit.closed": _reopen,
    "unit.reopened": _close,
    "membership.given": _end,
    "membership.changed": _change,
    "membership.ended": _resume,
    "membership.resumed": _end,
}
