"""Draw the theory: add drivers and ideas, say them in other words, take them out and put them back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.lengths import too_long
from wellrun.core.vocabulary import worded
from wellrun.projects.models import Driver, Project
from wellrun.projects.services.theory import DriverRefused, existing, for_work, link, parent_for
from wellrun.projects.services.writing import leave_record, require_clean, require_fresh
from wellrun.projects.values import kind_below

LONGEST_WHY = 2000


@transaction.atomic
def add_driver(
    *,
    actor: Actor,
    project: Project,
    kind: str,
    text: str,
    parent_id: int | None = None,
    why: str = "",
    source: str = "",
    now: datetime,
) -> Driver:
    """Add a driver or a change idea below a parent (``None``: below the aim)."""
    project = for_work(actor, project)
    driver = draw_driver(project, kind=kind, text=text, why=why, source=source, parent_id=parent_id, now=now)
    after = {"kind": kind, "text": driver.text, "parent_id": parent_id}
    leave_record(actor, project, driver, "driver.added", now, after=after)
    return driver


def draw_driver(
    project: Project, *, kind: str, text: str, why: str, source: str, parent_id: int | None, now: datetime
) -> Driver:
    """A new part of the diagram, checked and in its place: a part of the services that leave its record."""
    text, why = _sound(project, text, why)
    source = _source(project, source)
    parent, _kind = parent_for(project, kind, parent_id)
    driver = Driver.objects.create(
        project=project, kind=kind, text=text, why=why, source=source, created_at=now
    )
    link(project, parent, driver)
    return driver


@transaction.atomic
def write_driver(
    *,
    actor: Actor,
    project: Project,
    driver: Driver,
    text: str,
    why: str = "",
    source: str | None = None,
    expected_version: int | None = None,
    now: datetime,
) -> Driver:
    """Change the words of a driver or idea. Whose idea it was stays, where nothing is said about that."""
    project = for_work(actor, project)
    text, why = _sound(project, text, why)
    row = existing(project, driver.pk)
    source = row.source if source is None else _source(project, source)
    before = {"text": row.text, "why": row.why, "source": row.source}
    after = {"text": text, "why": why, "source": source}
    for field, yours in after.items():
        require_fresh(
            project, expected_version, part=f"driver/{row.pk}", field=field, theirs=before[field], yours=yours
        )
    if before != after:
        row.text, row.why, row.source = text, why, source
        row.save(update_fields=[*after])
        leave_record(actor, project, row, "driver.written", now, before=before, after=after)
    return row


@transaction.atomic
def remove_driver(*, actor: Actor, project: Project, driver: Driver, now: datetime) -> None:
    """Take a driver or idea out, and with it what stands under it alone. It can be put back."""
    project = for_work(actor, project)
    row = existing(project, driver.pk)
    row.is_removed = True
    row.save(update_fields=["is_removed"])
    leave_record(actor, project, row, "driver.removed", now, before={"kind": row.kind, "text": row.text})


@transaction.atomic
def restore_driver(*, actor: Actor, project: Project, driver_id: int, now: datetime) -> Driver:
    """Put back what was taken out."""
    project = for_work(actor, project)
    row = Driver.objects.filter(project=project, pk=driver_id, is_removed=True).first()
    if row is None:
        raise DriverRefused(_("There is nothing to put back. It may be in the diagram again."))
    _require_its_place(row)
    row.is_removed = False
    row.save(update_fields=["is_removed"])
    leave_record(actor, project, row, "driver.restored", now, after={"kind": row.kind, "text": row.text})
    return row


def _sound(project: Project, text: str, why: str) -> tuple[str, str]:
    text, why = trimmed(text), trimmed(why)
    if not text:
        raise DriverRefused(_("Say it in a few words."), field="text")
    if len(text) > 200:
        raise DriverRefused(too_long(200, len(text)), field="text")
    if len(why) > LONGEST_WHY:
        raise DriverRefused(too_long(LONGEST_WHY, len(why)), field="why")
    require_clean(project, text=text, why=why)
    return text, why


def _source(project: Project, source: str) -> str:
    source = trimmed(source)
    if len(source) > 200:
        raise DriverRefused(too_long(200, len(source)), field="source")
    require_clean(project, source=source)
    return source


def _require_its_place(row: Driver) -> None:
    """A driver above it may have changed its level meanwhile, and take such a part no longer."""
    for line in row.above.select_related("parent"):
        parent = line.parent
        if parent is not None and kind_below(row.kind, parent.kind) != row.kind:
            raise DriverRefused(
                worded(_("“%(parent)s” is {a_secondary_driver} now: “%(text)s” cannot go back. Add it anew."))
                % {"parent": parent.text, "text": row.text}
            )
