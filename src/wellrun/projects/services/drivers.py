"""Draw the theory: add drivers and ideas, put them in place, take them out and back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects.models import Driver, DriverLink, Project
from wellrun.projects.permissions import may_work
from wellrun.projects.services.writing import finish, locked, require_clean, require_fresh
from wellrun.projects.values import PARENTS, DriverKind

LONGEST_WHY = 2000


class DriverRefused(Refused):
    """A driver or idea that could not be saved or moved."""


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
    project = _for_work(actor, project)
    driver = draw_driver(project, kind=kind, text=text, why=why, source=source, parent_id=parent_id, now=now)
    after = {"kind": kind, "text": driver.text, "parent_id": parent_id}
    _finish(actor, project, driver, "driver.added", now, after=after)
    return driver


def draw_driver(
    project: Project, *, kind: str, text: str, why: str, source: str, parent_id: int | None, now: datetime
) -> Driver:
    """A new part of the diagram, checked and in its place: a part of the services that leave its record."""
    text, why = _sound(project, text, why)
    require_clean(project, source=source)
    parent = _parent(project, kind, parent_id)
    driver = Driver.objects.create(
        project=project, kind=kind, text=text, why=why, source=source.strip()[:200], created_at=now
    )
    _link(project, parent, driver)
    return driver


@transaction.atomic
def write_driver(
    *,
    actor: Actor,
    project: Project,
    driver: Driver,
    text: str,
    why: str = "",
    expected_version: int | None = None,
    now: datetime,
) -> Driver:
    """Change the words of a driver or idea."""
    project = _for_work(actor, project)
    text, why = _sound(project, text, why)
    row = _existing(project, driver.pk)
    require_fresh(
        project, expected_version, part=f"driver/{row.pk}", field="text", theirs=row.text, yours=text
    )
    before = {"text": row.text, "why": row.why}
    if before != {"text": text, "why": why}:
        row.text, row.why = text, why
        row.save(update_fields=["text", "why"])
        _finish(actor, project, row, "driver.written", now, before=before, after={"text": text, "why": why})
    return row


@transaction.atomic
def move_driver(
    *, actor: Actor, project: Project, link_id: int, parent_id: int | None, position: int, now: datetime
) -> None:
    """Put one line of the diagram under another parent, or in another place under the same."""
    project = _for_work(actor, project)
    line = DriverLink.objects.filter(project=project, pk=link_id).select_related("child").first()
    if line is None:
        raise DriverRefused(_("This part of the diagram is gone. Load the page again."))
    parent = _parent(project, line.child.kind, parent_id)
    if DriverLink.objects.filter(parent=parent, child=line.child).exclude(pk=line.pk).exists():
        raise DriverRefused(_("“%(text)s” is there already.") % {"text": line.child.text})
    before = {"parent_id": line.parent_id, "position": line.position}
    line.parent = parent
    line.save(update_fields=["parent"])
    _renumber(project, parent, line, position)
    line.refresh_from_db()
    after = {"parent_id": line.parent_id, "position": line.position}
    if before != after:
        _finish(actor, project, line.child, "driver.moved", now, before=before, after=after)


@transaction.atomic
def serve_another(*, actor: Actor, project: Project, driver: Driver, parent_id: int, now: datetime) -> None:
    """Let a driver or idea serve one more parent."""
    project = _for_work(actor, project)
    row = _existing(project, driver.pk)
    parent = _parent(project, row.kind, parent_id)
    if not DriverLink.objects.filter(parent=parent, child=row).exists():
        _link(project, parent, row)
        _finish(actor, project, row, "driver.linked", now, after={"parent_id": parent_id})


@transaction.atomic
def remove_driver(*, actor: Actor, project: Project, driver: Driver, now: datetime) -> None:
    """Take a driver or idea out, and with it what stands under it alone. It can be put back."""
    project = _for_work(actor, project)
    row = _existing(project, driver.pk)
    row.is_removed = True
    row.save(update_fields=["is_removed"])
    _finish(actor, project, row, "driver.removed", now, before={"kind": row.kind, "text": row.text})


@transaction.atomic
def restore_driver(*, actor: Actor, project: Project, driver_id: int, now: datetime) -> Driver:
    """Put back what was taken out."""
    project = _for_work(actor, project)
    row = Driver.objects.filter(project=project, pk=driver_id, is_removed=True).first()
    if row is None:
        raise DriverRefused(_("There is nothing to put back. It may be in the diagram again."))
    row.is_removed = False
    row.save(update_fields=["is_removed"])
    _finish(actor, project, row, "driver.restored", now, after={"kind": row.kind, "text": row.text})
    return row


def _for_work(actor: Actor, project: Project) -> Project:
    project = locked(project.pk)
    may_work(actor, project).require()
    return project


def _sound(project: Project, text: str, why: str) -> tuple[str, str]:
    text, why = text.strip(), why.strip()
    if not text:
        raise DriverRefused(_("Say it in a few words."), field="text")
    if len(text) > 200:
        raise DriverRefused(_("Use at most 200 characters here."), field="text")
    if len(why) > LONGEST_WHY:
        raise DriverRefused(_("Use at most 2,000 characters here."), field="why")
    require_clean(project, text=text, why=why)
    return text, why


def _existing(project: Project, driver_id: int) -> Driver:
    row = Driver.objects.filter(project=project, pk=driver_id, is_removed=False).first()
    if row is None:
        raise DriverRefused(_("This part of the diagram is gone. Load the page again."))
    return row


def _parent(project: Project, kind: str, parent_id: int | None) -> Driver | None:
    """The parent, which must be one that such a part can serve."""
    if kind not in DriverKind.values:
        raise DriverRefused(_("Choose a driver or a change idea."), field="kind")
    parent = _existing(project, parent_id) if parent_id is not None else None
    if (parent.kind if parent else None) not in PARENTS[kind]:
        raise DriverRefused(str(_REMEDIES[kind]), field="parent")
    return parent


_REMEDIES: dict[str, object] = {
    DriverKind.PRIMARY: gettext_lazy("A primary driver stands right below the aim."),
    DriverKind.SECONDARY: gettext_lazy("A secondary driver stands below a primary driver. Choose one."),
    DriverKind.IDEA: gettext_lazy("A change idea stands below a driver. Choose one."),
}


def _link(project: Project, parent: Driver | None, child: Driver) -> None:
    last = DriverLink.objects.filter(project=project, parent=parent).aggregate(last=Max("position"))["last"]
    DriverLink.objects.create(
        project=project, parent=parent, child=child, position=0 if last is None else last + 1
    )


def _renumber(project: Project, parent: Driver | None, line: DriverLink, position: int) -> None:
    others = DriverLink.objects.filter(project=project, parent=parent).exclude(pk=line.pk)
    lines = list(others.order_by("position", "pk"))
    lines.insert(max(0, min(position, len(lines))), line)
    for place, each in enumerate(lines):
        each.position = place
    DriverLink.objects.bulk_update(lines, ["position"])


def _finish(
    actor: Actor,
    project: Project,
    driver: Driver,
    action: str,
    now: datetime,
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
) -> None:
    finish(
        actor=actor,
        project=project,
        action=action,
        part=f"driver/{driver.pk}",
        before=before,
        after=after,
        now=now,
    )
