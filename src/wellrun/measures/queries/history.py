"""What happened to a measure: its audit records as changes in words."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord
from wellrun.measures.models import Measure
from wellrun.measures.queries.lists import get_for, visible_to
from wellrun.measures.values.changes import Change
from wellrun.measures.values.sentences import day_in_part, sentence_of

THING = "measure"


def history_of(measure: Measure, *, last: int = 50, part: str = "") -> list[Change]:
    """What happened, the latest first. ``part`` narrows to observations, phases or annotations: "phase"."""
    records = audit.records_of(THING, measure.pk)
    if part:
        records = records.filter(part__startswith=f"{part}/")
    return [change_from(record, measure) for record in records[:last]]


def change_for(actor: Actor, change_id: int) -> Change | None:
    """One change of a measure that this person may see."""
    record = audit.record_with(change_id, kind=THING)
    if record is None:
        return None
    measure = get_for(actor, record.thing_id) or _removed_by(actor, record)
    return change_from(record, measure) if measure else None


def changes_since(measure: Measure, version: int, *, part: str) -> QuerySet[AuditRecord]:
    """Changes to one part after a page was made from ``version``, the latest first."""
    return audit.records_of(THING, measure.pk).filter(part=part, version__gt=version)


def change_from(record: AuditRecord, measure: Measure) -> Change:
    sentence = sentence_of(
        record.action, before=record.before, after=record.after, part=record.part, period=measure.period
    )
    return Change(
        id=record.pk,
        measure_id=measure.pk,
        kind=record.action.partition(".")[2],
        sentence=_("Undone. %(sentence)s") % {"sentence": sentence} if record.undoes else sentence,
        period=day_in_part(record.part),
        by=record.actor_name,
        at=record.at,
        reason=record.reason,
        is_undo=record.undoes is not None,
    )


def _removed_by(actor: Actor, record: AuditRecord) -> Measure | None:
    """A removed measure is gone for everybody, but its keeper can still put it back."""
    if actor.person_id is None or visible_to(actor).filter(pk=record.thing_id).exists():
        return None
    return Measure.objects.filter(pk=record.thing_id, is_removed=True, kept_by_id=actor.person_id).first()
