"""Writes to units: add, rename, close, open again. Moving has a module of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import on_one_line
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Unit
from wellrun.organisations.permissions import may_add_below, may_administer
from wellrun.organisations.policies import can_close, can_reopen
from wellrun.organisations.services.directory import find_by_unit
from wellrun.organisations.services.recording import recorded
from wellrun.organisations.values.changes import Change

THING = "unit"


class UnitRefused(Refused):
    """A unit that could not be made or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    name: str
    kind: str = ""
    code: str = ""
    slug: str = ""


def locked(unit_id: int) -> Unit:
    """The unit as it is now. Its tree is held by its root until the transaction ends, so that two people who
    move, close and add units at the same moment follow each other."""
    organisation_id = Unit.objects.values_list("organisation_id", flat=True).get(pk=unit_id)
    hold_tree(organisation_id)
    return Unit.objects.select_related("parent").get(pk=unit_id)


def hold_tree(organisation_id: int) -> Unit:
    """Wait for others who change the organisation's tree or roles; returns its root.

    The turn at the audit comes first, as it does where somebody joins or is forgotten: in one order, nobody
    waits for each other.
    """
    audit.take_turn()
    return Unit.objects.select_for_update().get(organisation_id=organisation_id, parent=None)


@transaction.atomic
def add_unit(*, actor: Actor, parent: Unit, unit: NewUnit, now: datetime) -> Unit:
    """Add a unit below another."""
    parent = locked(parent.pk)
    may_add_below(actor, parent).require()
    name = named(unit.name)
    require_none_in(parent.organisation.country, name=name, kind=unit.kind)
    row = Unit(
        organisation_id=parent.organisation_id,
        name=name,
        slug=_free_slug(parent.organisation_id, unit.slug or slugify(name)[:60] or "unit"),
        kind=_kind(unit.kind),
        code=_free_code(parent.organisation_id, unit.code),
        created_at=now,
    )
    placed_below(parent, row)
    after = {"name": row.name, "kind": row.kind, "code": row.code, "parent_id": parent.pk}
    recorded(actor, "unit.added", thing_of(row), after=after, now=now)
    return row


@transaction.atomic
def change_unit(
    *, actor: Actor, unit: Unit, name: str, kind: str = "", code: str = "", undoes: int | None = None,
    now: datetime,
) -> Change:  # fmt: skip
    """Rename a unit, or change its kind and code. Its address stays, so that links go on working."""
    row = locked(unit.pk)
    may_administer(actor, row).require()
    if row.is_root:
        raise UnitRefused(_("The organisation’s own name is in its settings. Change it there."))
    before = {"name": row.name, "kind": row.kind, "code": row.code}
    require_none_in(row.organisation.country, name=name, kind=kind)
    row.name, row.kind = named(name), _kind(kind)
    row.code = _free_code(row.organisation_id, code, but=row.pk)
    after = {"name": row.name, "kind": row.kind, "code": row.code}
    if after == before:
        return Change(id=0, sentence=_("Nothing has changed."))
    row.save(update_fields=["name", "kind", "code"])
    find_by_unit(row.pk)
    return recorded(actor, "unit.changed", thing_of(row), before=before, after=after, undoes=undoes, now=now)


@transaction.atomic
def close_unit(
    *, actor: Actor, unit: Unit, reason: str = "", undoes: int | None = None, now: datetime
) -> Change:
    """Close a unit that is no longer there. People, measures and history stay; nothing new is added."""
    row = locked(unit.pk)
    may_administer(actor, row).require()
    open_below = Unit.objects.filter(parent=row, is_closed=False).count()
    can_close(row, open_below=open_below).require()
    if row.is_closed:
        return Change(id=0, sentence=_("It is closed already."))
    return _set_closed(row, actor, "unit.closed", reason, undoes, now)


@transaction.atomic
def reopen_unit(
    *, actor: Actor, unit: Unit, reason: str = "", undoes: int | None = None, now: datetime
) -> Change:
    row = locked(unit.pk)
    may_administer(actor, row).require()
    can_reopen(row, row.parent).require()
    if not row.is_closed:
        return Change(id=0, sentence=_("It is open already."))
    return _set_closed(row, actor, "unit.reopened", reason, undoes, now)


def _set_closed(
    row: Unit, actor: Actor, action: str, reason: str, undoes: int | None, now: datetime
) -> Change:
    require_none_in(row.organisation.country, reason=reason)
    row.is_closed = action == "unit.closed"
    row.save(update_fields=["is_closed"])
    before, after = ({"name": row.name, "is_closed": each} for each in (not row.is_closed, row.is_closed))
    return recorded(
        actor, action, thing_of(row), before=before, after=after, reason=reason, undoes=undoes, now=now
    )


def thing_of(unit: Unit) -> audit.Thing:
    return audit.Thing(kind=THING, id=unit.pk, organisation_id=unit.organisation_id)


def placed_below(parent: Unit | None, unit: Unit) -> Unit:
    """Save a unit in its place. Its path needs its id, so it is written in two steps."""
    unit.parent = parent
    unit.path = ""
    unit.depth = parent.depth + 1 if parent else 0
    unit.full_clean(exclude=["path", "parent", "organisation"], validate_unique=False)
    unit.save()
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


def named(name: str) -> str:
    """The name on one line. Raises `UnitRefused` where there is none, or too much of one."""
    name = on_one_line(name)
    if not name:
        raise UnitRefused(_("Give the unit a name, like “Alder Ward”."), field="name")
    if len(name) > 200:
        raise UnitRefused(_("Shorten the name to 200 letters or fewer."), field="name")
    return name


def _kind(kind: str) -> str:
    kind = on_one_line(kind)
    if len(kind) > 80:
        raise UnitRefused(_("Shorten the kind to 80 letters or fewer."), field="kind")
    return kind


def _free_code(organisation_id: int, code: str, *, but: int | None = None) -> str:
    """The code, where no other unit of the organisation has it."""
    code = code.strip()
    if len(code) > 40:
        raise UnitRefused(_("Shorten the code to 40 letters or fewer."), field="code")
    other = Unit.objects.filter(organisation_id=organisation_id, code=code).exclude(pk=but or 0).first()
    if code and other is not None:
        raise UnitRefused(
            _("%(unit)s has the code %(code)s already. Choose another.") % {"unit": other.name, "code": code},
            field="code",
        )
    return code


def _free_slug(organisation_id: int, wanted: str) -> str:
    """The wanted address, or the first that is free with a number behind it."""
    taken = set(
        Unit.objects.filter(organisation_id=organisation_id, slug__startswith=wanted).values_list(
            "slug", flat=True
        )
    )
    if wanted not in taken:
        return wanted
    return next(slug for number in range(2, len(taken) + 3) if (slug := f"{wanted}-{number}") not in taken)
