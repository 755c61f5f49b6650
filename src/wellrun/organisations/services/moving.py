"""Moving a unit, with all that hangs below it, to another place in the tree."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import BigIntegerField, Case, F, Max, Value, When
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import Decision
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Unit
from wellrun.organisations.permissions import may_administer, may_move
from wellrun.organisations.policies import can_stand_below, takes_units
from wellrun.organisations.services.recording import recorded
from wellrun.organisations.services.units import UnitRefused, locked, thing_of
from wellrun.organisations.values.changes import Change


@transaction.atomic
def move_unit(
    *, actor: Actor, unit: Unit, parent: Unit, reason: str = "", undoes: int | None = None, now: datetime
) -> Change:
    """Move a unit below another. Its people, measures and units come with it; inherited roles change.

    The tree is held by its root, so that two moves cannot make a circle between them.
    """
    row = locked(unit.pk)
    may_move(actor, row).require()
    require_none_in(row.organisation.country, reason=reason)
    new = Unit.objects.get(pk=parent.pk)
    _require(can_stand_below(row, new))
    may_administer(actor, new).require()
    below = Unit.objects.filter(organisation_id=row.organisation_id, path__startswith=row.path)
    levels = (below.aggregate(deepest=Max("depth"))["deepest"] or row.depth) - row.depth + 1
    _require(takes_units(new, levels=levels))
    old = row.parent
    if old is None or old.pk == new.pk:
        return Change(id=0, sentence=_("It is there already."))
    _write_paths(row, new)
    before, after = ({"name": row.name, "parent_id": each.pk, "parent": each.name} for each in (old, new))
    return recorded(
        actor, "unit.moved", thing_of(row), before=before, after=after, reason=reason, undoes=undoes, now=now
    )


def _write_paths(row: Unit, new: Unit) -> None:
    """One statement for the unit and everything below it."""
    Unit.objects.filter(organisation_id=row.organisation_id, path__startswith=row.path).update(
        path=Concat(Value(f"{new.path}{row.pk}/"), Substr("path", len(row.path) + 1)),
        depth=F("depth") + (new.depth + 1 - row.depth),
        parent_id=Case(
            When(pk=row.pk, then=Value(new.pk)), default=F("parent_id"), output_field=BigIntegerField()
        ),
    )


def _require(decision: Decision) -> None:
    if not decision:
        raise UnitRefused(decision.refusal, field="parent")
