"""Turn a card into a driver or a change idea: what was understood goes into the team's theory."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.vocabulary import worded
from wellrun.projects.models import Driver, Tool
from wellrun.projects.permissions import may_use_tool
from wellrun.projects.services.drivers import draw_driver
from wellrun.projects.services.tools.writing import ToolRefused, existing, held, part_of
from wellrun.projects.services.writing import finish, require_clean


@transaction.atomic
def turn_into_driver(
    *, actor: Actor, tool: Tool, item_id: int, kind: str, parent_id: int | None = None, now: datetime
) -> Driver:
    """Draw the card's words in the driver diagram, below a parent (``None``: the aim). The card shows it.

    It may be done while people vote, and once for each card; again when the driver was taken out since.
    """
    row = held(tool)
    may_use_tool(actor, row).require()
    item = existing(row, item_id)
    if item.became is not None and not item.became.is_removed:
        raise ToolRefused(worded(_("“%(text)s” is in {the_driver_diagram} already.")) % {"text": item.text})
    require_clean(row.project, text=item.text)
    source = "" if row.kind == "stakeholders" else row.title
    driver = draw_driver(
        row.project, kind=kind, text=item.text, why="", source=source, parent_id=parent_id, now=now
    )
    item.became = driver
    item.save(update_fields=["became"])
    after = {"kind": kind, "text": driver.text, "parent_id": parent_id, "from": part_of(row, item)}
    finish(
        actor=actor,
        project=row.project,
        action="driver.added",
        part=f"driver/{driver.pk}",
        after=after,
        now=now,
    )
    return driver
