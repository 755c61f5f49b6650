"""Pass a control item on to another owner, for `core.holdings` and its own page."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.control.models import ControlItem
from wellrun.control.permissions import may_change
from wellrun.control.queries.holdings import items_held, items_in_use, takers_on
from wellrun.control.queries.items import THING
from wellrun.control.services.items import ItemRefused, tell_owner
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.holdings import Kind


@transaction.atomic
def pass_on_item(*, actor: Actor, holding_id: int, to: int, now: datetime) -> None:
    """Somebody else keeps an eye on it from now on: of its unit, or of a unit above."""
    rows = ControlItem.objects.select_for_update(of=("self",)).select_related("unit", "measure", "project")
    row = rows.get(pk=holding_id)
    may_change(actor, row).require()
    if to not in dict(takers_on([row.unit])[row.unit_id]):
        raise ItemRefused(_("Choose somebody of %(unit)s.") % {"unit": row.unit.name}, field="owner")
    if row.owner_id == to:
        return
    before, row.owner_id = {"owner_id": row.owner_id}, to
    row.version += 1
    row.save(update_fields=["owner", "version"])
    tell_owner(actor, row, now)
    thing = audit.Thing(kind=THING, id=row.pk, organisation_id=row.unit.organisation_id, version=row.version)
    audit.record(
        actor=actor, action="control_item.passed_on", thing=thing, now=now, before=before,
        after={"owner_id": to},
    )  # fmt: skip


def _owners(organisation_id: int) -> list[int]:
    return list(items_in_use(organisation_id).order_by().values_list("owner_id", flat=True).distinct())


ITEMS = Kind(name="control_item", holders=_owners, held=items_held, pass_on=pass_on_item)
