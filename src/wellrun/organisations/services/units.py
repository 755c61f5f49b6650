"""Writes to the tree of units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Unit
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.policies import takes_units

THING = "unit"


class UnitRefused(Refused):
    """A unit that could not be made or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    name: str
    kind: str = ""
    code: str = ""
    slug: str = ""


@transaction.atomic
def add_unit(*, actor: Actor, parent: Unit, unit: NewUnit, now: datetime) -> Unit:
    """Add a unit below another."""
    parent = Unit.objects.select_for_update().get(pk=parent.pk)
    may_administer(actor, parent).require()
    takes_units(parent).require()
    name = unit.name.strip()
    if not name:
        raise UnitRefused(_("Give the unit a name, like “Alder Ward”."), field="name")
    require_none_in(parent.organisation.country, name=name, kind=unit.kind)
    row = Unit(
        organisation_id=parent.organisation_id,
        name=name,
        slug=_free_slug(parent.organisation_id, unit.slug or slugify(name)[:60] or "unit"),
        kind=unit.kind.strip(),
        code=unit.code.strip(),
        created_at=now,
    )
    placed_below(parent, row)
    audit.record(
        actor=actor,
        action="unit.added",
        thing=audit.Thing(kind=THING, id=row.pk, organisation_id=row.organisation_id),
        now=now,
        after={"name": row.name, "kind": row.kind, "code": row.code, "parent_id": parent.pk},
    )
    return row


def placed_below(parent: Unit | None, unit: Unit) -> Unit:
    """Save a unit in its place. Its path needs its id, so it is written in two steps."""
    unit.parent = parent
    unit.path = ""
    unit.full_clean(exclude=["path", "parent"])
    unit.save()
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


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
