"""Writes to annotations: the flags that say what was changed, and when."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.measures.models import Annotation, Measure
from wellrun.measures.permissions import may_record
from wellrun.measures.services.periods import period_meant
from wellrun.measures.services.writing import Edit, finish, locked, require_clean
from wellrun.measures.values.changes import Change

LONGEST_LABEL = 80


class AnnotationRefused(Refused):
    """A flag that could not be saved."""


@transaction.atomic
def annotate(*, actor: Actor, measure: Measure, period: date, label: str, now: datetime) -> Change:
    """Put a flag on the chart at this period."""
    measure = locked(measure.pk)
    may_record(actor, measure).require()
    label = trimmed(label)
    if not label:
        raise AnnotationRefused(_("Say in a few words what was changed."), field="label")
    require_clean(measure, label, field="label", longest=LONGEST_LABEL, refusal=AnnotationRefused)
    period = period_meant(measure, period, today=now.date(), refusal=AnnotationRefused)
    row = Annotation.objects.create(
        measure=measure,
        period=period,
        label=label,
        by_id=actor.id,
        at=now,
    )
    edit = Edit(action="annotation.added", part=_part(row.pk), before=None, after=_state(row))
    return finish(edit, actor=actor, measure=measure, now=now)


@transaction.atomic
def remove_annotation(*, actor: Actor, measure: Measure, annotation_id: int, now: datetime) -> Change:
    measure = locked(measure.pk)
    may_record(actor, measure).require()
    row = Annotation.objects.filter(measure=measure, pk=annotation_id, is_withdrawn=False).first()
    if row is None:
        raise AnnotationRefused(_("There is no such flag. Somebody may have taken it out."))
    _withdraw(row, is_withdrawn=True)
    edit = Edit(action="annotation.withdrawn", part=_part(row.pk), before=_state(row), after=None)
    return finish(edit, actor=actor, measure=measure, now=now)


def restore_annotation(*, before: audit.State | None, after: audit.State | None) -> str:
    """Make the flag be as ``before`` says (``None``: taken out), and name the action."""
    row = Annotation.objects.get(pk=(before or after or {})["id"])
    _withdraw(row, is_withdrawn=before is None)
    return "annotation.withdrawn" if before is None else "annotation.added"


def _withdraw(row: Annotation, *, is_withdrawn: bool) -> None:
    row.is_withdrawn = is_withdrawn
    row.save(update_fields=["is_withdrawn"])


def _part(annotation_id: int) -> str:
    return f"annotation/{annotation_id}"


def _state(row: Annotation) -> dict[str, object]:
    return {"id": row.pk, "period": row.period.isoformat(), "label": row.label}
