"""Writes to control items."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.control.models import ControlItem
from wellrun.control.permissions import may_change
from wellrun.control.values import ITEM_TEXTS, ItemState, NewItem
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.measures.models import Measure
from wellrun.measures.queries import chart_of, use_of
from wellrun.projects.models import Project
from wellrun.projects.queries import seats_of
from wellrun.projects.services.writing import require_clean

THING = "control_item"
LONGEST = {"who_acts": 300, "within": 120}


class ItemRefused(Refused):
    """A control item that could not be made or changed."""


def make_item(actor: Actor, project: Project, item: NewItem, now: datetime) -> ControlItem:
    """The item with the limits as they are agreed today. Called within the hand-over's transaction."""
    use = use_of(project, item.measure_id)
    if use is None:
        raise ItemRefused(_("Choose a measure of this project."), field="measure")
    if not seats_of(project).filter(person_id=item.owner_id).exists():
        raise ItemRefused(_("Choose somebody of the team, who knows the work."), field="owner")
    texts = {name: _text(item, name) for name in ITEM_TEXTS}
    require_clean(project, **texts)
    row = ControlItem.objects.create(
        unit=project.unit,
        measure=use.measure,
        owner_id=item.owner_id,
        project=project,
        standard_link=_link(item.standard_link),
        created_at=now,
        **texts,
        **_limits(use.measure),
    )
    _leave_record(actor, row, "control_item.made", now, after=_state(row))
    return row


@transaction.atomic
def retire_item(*, actor: Actor, item: ControlItem, reason: str, now: datetime) -> ControlItem:
    """Stop looking after it, for a reason. It stays as history."""
    row = (
        ControlItem.objects.select_for_update(of=("self",))
        .select_related("unit__organisation", "project")
        .get(pk=item.pk)
    )
    may_change(actor, row).require()
    reason = reason.strip()[:500]
    if not reason:
        raise ItemRefused(_("Say why in a few words. Others learn from it."), field="reason")
    require_none_in(row.unit.organisation.country, reason=reason)
    if row.state == ItemState.ACTIVE:
        row.state = ItemState.RETIRED
        row.version += 1
        row.save(update_fields=["state", "version"])
        before, after = {"state": ItemState.ACTIVE.value}, {"state": row.state}
        _leave_record(actor, row, "control_item.retired", now, before=before, after=after, reason=reason)
    return row


def _text(item: NewItem, name: str) -> str:
    text = str(getattr(item, name)).strip()
    if not text:
        raise ItemRefused(_("Fill this in, so that nobody has to ask on the day."), field=name)
    if len(text) > LONGEST.get(name, 4000):
        raise ItemRefused(_("Use fewer words here."), field=name)
    return text


def _link(link: str) -> str:
    link = link.strip()
    if link and not link.startswith(("https://", "http://")):
        raise ItemRefused(_("A link begins with https://."), field="standard_link")
    if len(link) > 500:
        raise ItemRefused(_("Use at most 500 characters for the link."), field="standard_link")
    return link


def _limits(measure: Measure) -> dict[str, object]:
    """Where the latest phase begins, and its lines."""
    chart = chart_of(measure)
    if chart is None:
        return {}
    phase = chart.phases[-1]
    start = chart.points[phase.start].x
    return {
        "limits_from": start if isinstance(start, date) else None,
        "centre": phase.centre,
        "lower": phase.lcl,
        "upper": phase.ucl,
    }


def _state(row: ControlItem) -> audit.State:
    names = (*ITEM_TEXTS, "standard_link", "measure_id", "unit_id", "owner_id", "centre", "lower", "upper")
    return {name: getattr(row, name) for name in names}


def _leave_record(
    actor: Actor,
    row: ControlItem,
    action: str,
    now: datetime,
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
    reason: str = "",
) -> None:
    thing = audit.Thing(kind=THING, id=row.pk, organisation_id=row.unit.organisation_id, version=row.version)
    audit.record(actor=actor, action=action, thing=thing, now=now, before=before, after=after, reason=reason)
