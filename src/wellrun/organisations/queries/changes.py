"""What happened in an organisation: its audit records as changes in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from wellrun.accounts.queries import names_of
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord
from wellrun.organisations.models import Unit
from wellrun.organisations.values.changes import Change
from wellrun.organisations.values.sentences import THINGS, sentence_of

UNDONE_BY_BUTTON = frozenset({
    "unit.added", "unit.changed", "unit.moved", "unit.closed", "unit.reopened", "membership.given",
    "membership.changed", "membership.ended", "membership.resumed",
})  # fmt: skip


def change_from(record: AuditRecord) -> Change:
    return changes_from([record])[0]


def changes_from(records: Sequence[AuditRecord]) -> list[Change]:
    """Records in words; the people they are about are named in one question."""
    people = {record.pk: person for record in records if (person := person_in(record)) is not None}
    names = names_of(set(people.values())) if people else {}
    return [_change(record, names.get(people.get(record.pk, 0), "")) for record in records]


def person_in(record: AuditRecord) -> int | None:
    """The person whose role the record is about."""
    found = (record.after or record.before or {}).get("person_id")
    return found if isinstance(found, int) else None


def _change(record: AuditRecord, person: str) -> Change:
    sentence = sentence_of(record.action, before=record.before, after=record.after, person=person)
    is_undo = record.undoes is not None
    return Change(
        id=record.pk,
        sentence=_("Undone. %(sentence)s") % {"sentence": sentence} if is_undo else sentence,
        kind=record.action.partition(".")[2],
        by=f"{record.actor_name}, {record.on_behalf_of}" if record.on_behalf_of else record.actor_name,
        reason=record.reason,
        at=record.at,
        is_undo=is_undo,
        can_undo=record.action in UNDONE_BY_BUTTON,
    )


def record_in(organisation_id: int, record_id: int) -> AuditRecord | None:
    """One record of this domain in an organisation; ``None`` for what happened elsewhere."""
    for kind in THINGS:
        record = audit.record_with(record_id, kind=kind)
        if record is not None and record.organisation_id == organisation_id:
            return record
    return None


def history_of(kind: str, thing_id: int, *, last: int = 20) -> list[Change]:
    """What happened to a unit or an organisation, the latest first."""
    return changes_from(list(audit.records_of(kind, thing_id)[:last]))


def unit_changed_in(actor: Actor, record: AuditRecord) -> Unit | None:
    """The unit that the record is about, or on which the role it is about is held."""
    told = record.after or record.before or {}
    number = int(record.thing_id if record.thing == "unit" else told.get("unit_id", 0))
    units = Unit.objects.filter(organisation_id__in=actor.organisation_ids)
    return units.select_related("organisation", "parent").filter(pk=number).first()
