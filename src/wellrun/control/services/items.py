"""Writes to control items."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.services import notify
from wellrun.control.models import ControlItem
from wellrun.control.permissions import may_change
from wellrun.control.queries import keepers_for
from wellrun.control.queries.items import THING
from wellrun.control.queries.limits import limits_of
from wellrun.control.values import ITEM_TEXTS, ItemState, ItemWords, NewItem
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused, StaleEdit
from wellrun.core.identifiers import require_none_in
from wellrun.core.lengths import too_long
from wellrun.core.sentences import Sentence
from wellrun.measures.queries import use_of
from wellrun.projects.models import Project
from wellrun.projects.queries import seats_of
from wellrun.projects.services.writing import require_clean
from wellrun_spc.wording import format_date

LONGEST = {"who_acts": 300, "within": 120}
LONGEST_REASON = 500


class ItemRefused(Refused):
    """A control item that could not be made or changed."""


def make_items(actor: Actor, project: Project, item: NewItem, now: datetime) -> list[ControlItem]:
    """An item for each measure, with its limits as they are agreed today and the same words.

    Called within the hand-over's transaction.
    """
    if not item.measure_ids:
        raise ItemRefused(_("Choose at least one measure of this project."), field="measures")
    if not seats_of(project).filter(person_id=item.owner_id).exists():
        raise ItemRefused(_("Choose somebody of the team, who knows the work."), field="owner")
    texts = {name: _text(item, name) for name in ITEM_TEXTS}
    require_clean(project, **texts)
    fields = texts | {
        "owner_id": item.owner_id,
        "standard_link": _link(item.standard_link),
        "next_review": _next_look(item.next_review, None, now.date()),
    }
    return [_made(actor, project, each, fields, now) for each in dict.fromkeys(item.measure_ids)]


def _made(
    actor: Actor, project: Project, measure_id: int, fields: dict[str, Any], now: datetime
) -> ControlItem:
    use = use_of(project, measure_id)
    if use is None:
        raise ItemRefused(_("Choose measures of this project."), field="measures")
    row = ControlItem.objects.create(
        unit=project.unit, measure=use.measure, project=project, created_at=now, **fields,
        **limits_of(use.measure),
    )  # fmt: skip
    _leave_record(actor, row, "control_item.made", now, after=_state(row))
    return row


@transaction.atomic
def change_item(
    *, actor: Actor, item: ControlItem, words: ItemWords, expected_version: int | None = None, now: datetime
) -> ControlItem:
    """Agree anew who looks after it, how, and when to look again; on today's limits too, if wanted."""
    row = _held(item)
    may_change(actor, row).require()
    if row.state != ItemState.ACTIVE:
        raise ItemRefused(_("This was retired, so it stays as it was."))
    fields = _sound(row, words, now.date())
    require_none_in(row.unit.organisation.country, **{name: str(fields[name]) for name in ITEM_TEXTS})
    _require_fresh(row, fields, expected_version)
    if words.takes_new_limits:
        fields |= limits_of(row.measure)
    before = {name: _plain(getattr(row, name)) for name in fields}
    after = {name: _plain(value) for name, value in fields.items()}
    changed = [name for name in fields if before[name] != after[name]]
    if changed:
        for name in changed:
            setattr(row, name, fields[name])
        row.version += 1
        row.save(update_fields=[*changed, "version"])
        was, now_is = ({name: told[name] for name in changed} for told in (before, after))
        if "owner_id" in changed:
            tell_owner(actor, row, now)
        _leave_record(actor, row, "control_item.changed", now, before=was, after=now_is)
    return row


@transaction.atomic
def retire_item(*, actor: Actor, item: ControlItem, reason: str, now: datetime) -> ControlItem:
    """Stop looking after it, for a reason. It stays as history."""
    row = _held(item)
    may_change(actor, row).require()
    reason = trimmed(reason)
    if not reason:
        raise ItemRefused(_("Say why in a few words. Others learn from it."), field="reason")
    if len(reason) > LONGEST_REASON:
        raise ItemRefused(too_long(LONGEST_REASON, len(reason)), field="reason")
    require_none_in(row.unit.organisation.country, reason=reason)
    if row.state == ItemState.ACTIVE:
        retire(actor, row, reason, now)
    return row


def retire(actor: Actor, row: ControlItem, reason: str, now: datetime) -> None:
    """Called within the transaction of whoever decides that."""
    row.state = ItemState.RETIRED
    row.version += 1
    row.save(update_fields=["state", "version"])
    before, after = {"state": ItemState.ACTIVE.value}, {"state": row.state}
    _leave_record(actor, row, "control_item.retired", now, before=before, after=after, reason=reason)


def _held(item: ControlItem) -> ControlItem:
    """The item as it is now, held until the transaction ends."""
    rows = ControlItem.objects.select_for_update(of=("self",))
    return rows.select_related("unit__organisation", "project", "measure", "owner").get(pk=item.pk)


def _sound(row: ControlItem, words: ItemWords, today: date) -> dict[str, Any]:
    if words.owner_id not in keepers_for(row):
        raise ItemRefused(_("Choose somebody of the unit or of the project's team."), field="owner")
    return {
        "owner_id": words.owner_id,
        **{name: _text(words, name) for name in ITEM_TEXTS},
        "standard_link": _link(words.standard_link),
        "next_review": _next_look(words.next_review, row.next_review, today),
    }


def _next_look(day: date | None, before: date | None, today: date) -> date | None:
    if day is not None and day != before and day < today:
        raise ItemRefused(_("Choose today or a later day."), field="next_review")
    return day


def _require_fresh(row: ControlItem, fields: dict[str, Any], expected_version: int | None) -> None:
    """Refuse to write over a change that the person has not seen; shows what differs, both ways."""
    differing = [name for name in ITEM_TEXTS if fields[name] != getattr(row, name)]
    if expected_version is None or expected_version >= row.version or not differing:
        return
    newer = audit.records_of(THING, row.pk).filter(version__gt=expected_version).first()
    words = {"who": newer.actor_name, "when": format_date(newer.at)} if newer else {}
    raise StaleEdit(
        _("%(who)s changed this on %(when)s. Keep theirs, keep yours, or make one of both.") % words
        if words
        else _("Somebody changed this meanwhile. Keep theirs, keep yours, or make one of both."),
        field=differing[0],
        theirs="\n".join(str(getattr(row, name)) for name in differing),
        yours="\n".join(str(fields[name]) for name in differing),
    )


def tell_owner(actor: Actor, row: ControlItem, now: datetime) -> None:
    """Whoever looks after it from now on hears of it."""
    notify(
        actor=actor,
        people={row.owner_id},
        kind="control_item.passed_on",
        text=Sentence(gettext_noop("You keep an eye on “%(name)s” now"), {"name": row.measure.name}),
        address=f"/control/{row.pk}/",
        asks=True,
        now=now,
    )


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _text(item: NewItem | ItemWords, name: str) -> str:
    text = trimmed(str(getattr(item, name)))
    if not text:
        raise ItemRefused(_("Fill this in, so that nobody has to ask on the day."), field=name)
    if len(text) > LONGEST.get(name, 4000):
        raise ItemRefused(too_long(LONGEST.get(name, 4000), len(text)), field=name)
    return text


def _link(link: str) -> str:
    link = trimmed(link)
    if link and not link.startswith(("https://", "http://")):
        raise ItemRefused(_("A link begins with https://."), field="standard_link")
    if len(link) > 500:
        raise ItemRefused(too_long(500, len(link)), field="standard_link")
    return link


def _state(row: ControlItem) -> audit.State:
    names = (*ITEM_TEXTS, "standard_link", "measure_id", "unit_id", "owner_id", "centre", "lower", "upper")
    return {name: _plain(getattr(row, name)) for name in (*names, "next_review")}


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
