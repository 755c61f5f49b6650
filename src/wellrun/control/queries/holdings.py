"""The control items that people own."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from wellrun.control.models import ControlItem
from wellrun.control.permissions import may_view
from wellrun.control.values import ItemState
from wellrun.core.actor import Actor
from wellrun.core.holdings import Holding
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.values import INHERITED

MOST_TAKERS = 50


def items_in_use(organisation_id: int) -> QuerySet[ControlItem]:
    rows = ControlItem.objects.filter(unit__organisation_id=organisation_id, state=ItemState.ACTIVE)
    return rows.select_related("unit", "measure", "project").order_by("pk")


def items_held(actor: Actor, organisation_id: int, person_ids: Collection[int]) -> list[Holding]:
    rows = list(items_in_use(organisation_id).filter(owner_id__in=person_ids))
    takers = takers_on([row.unit for row in rows])
    return [_holding(row, actor, takers[row.unit_id]) for row in rows]


def takers_on(units: Collection[Unit]) -> dict[int, tuple[tuple[int, str], ...]]:
    """Who can own an item of each unit: whoever holds a role there or above, those nearest first."""
    line = {unit_id for unit in units for unit_id in unit.line}
    works_there = Q(unit_id__in={unit.pk for unit in units}) | Q(role__in=INHERITED)
    rows = Membership.objects.filter(works_there, unit_id__in=line, ended_at=None, person__is_active=True)
    near: dict[int, dict[int, str]] = {}
    for unit_id, person_id, name in rows.order_by("name_key", "pk").values_list(
        "unit_id", "person_id", "person__name"
    ):
        near.setdefault(unit_id, {})[person_id] = name
    found = {}
    for unit in units:
        people: dict[int, str] = {}
        for unit_id in reversed(unit.line):
            people = people | near.get(unit_id, {})
        found[unit.pk] = tuple(people.items())[:MOST_TAKERS]
    return found


def _holding(row: ControlItem, actor: Actor, takers: tuple[tuple[int, str], ...]) -> Holding:
    is_seen = bool(may_view(actor, row))
    return Holding(
        kind="control_item",
        id=row.pk,
        person_id=row.owner_id,
        role=_("Keeps an eye on"),
        title=row.measure.name if is_seen else _("Something that another unit looks after"),
        place=row.unit.name,
        address=f"/control/{row.pk}/" if is_seen else "",
        takers=tuple(each for each in takers if each[0] != row.owner_id),
    )
