"""Put the parts of a theory in their places: below another parent, in another order, below two at once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import StaleEdit
from wellrun.core.vocabulary import worded
from wellrun.projects.models import Driver, DriverLink, Project
from wellrun.projects.queries.history import THING
from wellrun.projects.services.theory import (
    DriverRefused,
    existing,
    for_work,
    line_of,
    link,
    parent_for,
)
from wellrun.projects.services.writing import leave_record
from wellrun.projects.values import DriverKind
from wellrun_spc.wording import format_date

PLACED = ("driver.moved", "driver.linked", "driver.unlinked", "driver.removed", "driver.restored")


@transaction.atomic
def move_driver(
    *,
    actor: Actor,
    project: Project,
    link_id: int,
    parent_id: int | None,
    position: int,
    expected_version: int | None = None,
    now: datetime,
) -> None:
    """Put one line of the diagram under another parent, or in another place under the same.

    ``position`` counts what is shown there. A driver that is put below the aim becomes a primary one, and
    one that is put below a primary driver becomes secondary.
    """
    project = for_work(actor, project)
    line = line_of(project, link_id)
    child = line.child
    _no_circle(project, child, parent_id)
    parent, kind = parent_for(project, child.kind, parent_id, may_become=True)
    before = _place(line)
    if parent_id != line.parent_id:
        _require_unmoved(actor, project, line, parent, expected_version)
        _may_become(project, line, kind)
        _not_there_twice(parent, line)
        line.parent = parent
        line.save(update_fields=["parent"])
    if child.kind != kind:
        child.kind = kind
        child.save(update_fields=["kind"])
    _renumber(project, parent, line, position)
    line.refresh_from_db()
    if before != _place(line):
        leave_record(actor, project, child, "driver.moved", now, before=before, after=_place(line))


@transaction.atomic
def serve_another(*, actor: Actor, project: Project, driver: Driver, parent_id: int, now: datetime) -> None:
    """Let a driver or idea serve one more parent."""
    project = for_work(actor, project)
    row = existing(project, driver.pk)
    _no_circle(project, row, parent_id)
    parent, _kind = parent_for(project, row.kind, parent_id)
    if not DriverLink.objects.filter(parent=parent, child=row).exists():
        link(project, parent, row)
        leave_record(actor, project, row, "driver.linked", now, after={"parent_id": parent_id})


@transaction.atomic
def stop_serving(*, actor: Actor, project: Project, link_id: int, now: datetime) -> None:
    """Take one of its lines from a part that serves two parents. Its last line stays."""
    project = for_work(actor, project)
    line = line_of(project, link_id)
    if not _other_lines(line).exclude(parent__is_removed=True).exists():
        raise DriverRefused(
            _("“%(text)s” serves nothing else. Move it, or take it out.") % {"text": line.child.text}
        )
    before = {"parent_id": line.parent_id}
    line.delete()
    leave_record(actor, project, line.child, "driver.unlinked", now, before=before)


def _place(line: DriverLink) -> dict[str, object]:
    return {"parent_id": line.parent_id, "position": line.position, "kind": str(line.child.kind)}


def _other_lines(line: DriverLink) -> QuerySet[DriverLink]:
    return DriverLink.objects.filter(child=line.child_id).exclude(pk=line.pk)


def _no_circle(project: Project, child: Driver, parent_id: int | None) -> None:
    """Refuse a parent that is the part itself, or serves it at any depth."""
    below: dict[int | None, list[int]] = {}
    for parent, each in (
        DriverLink.objects.filter(project=project).order_by().values_list("parent_id", "child_id")
    ):
        below.setdefault(parent, []).append(each)
    waiting, seen = [child.pk], set()
    while waiting:
        here = waiting.pop()
        if here == parent_id:
            raise DriverRefused(
                _("“%(text)s” cannot serve itself, or a part that serves it. Choose a part above it.")
                % {"text": child.text},
                field="parent_id",
            )
        seen.add(here)
        waiting += [each for each in below.get(here, ()) if each not in seen]


def _may_become(project: Project, line: DriverLink, kind: str) -> None:
    """A driver changes its level only where it serves one parent and has no secondary drivers of its own."""
    child = line.child
    if kind == child.kind:
        return
    if _other_lines(line).exists():
        raise DriverRefused(
            worded(_("“%(text)s” serves another {driver} too. Take that line away first."))
            % {"text": child.text},
            field="parent_id",
        )
    own = DriverLink.objects.filter(
        project=project, parent=child, child__kind=DriverKind.SECONDARY, child__is_removed=False
    ).count()
    if own:
        words = worded(
            ngettext(
                "“%(text)s” has {a_secondary_driver} of its own. Move that first.",
                "“%(text)s” has %(count)d {secondary_drivers} of its own. Move them first.",
                own,
            )
        )
        raise DriverRefused(words % {"text": child.text, "count": own}, field="parent_id")


def _not_there_twice(parent: Driver | None, line: DriverLink) -> None:
    if DriverLink.objects.filter(parent=parent, child=line.child).exclude(pk=line.pk).exists():
        raise DriverRefused(_("“%(text)s” is there already.") % {"text": line.child.text}, field="parent_id")


def _require_unmoved(
    actor: Actor, project: Project, line: DriverLink, parent: Driver | None, expected_version: int | None
) -> None:
    """Refuse to undo, unseen, what somebody else has just done with the same part."""
    if expected_version is None:
        return
    newer = (
        audit.records_of(THING, project.pk)
        .filter(version__gt=expected_version, part=f"driver/{line.child_id}", action__in=PLACED)
        .exclude(actor_id=actor.person_id)
        .first()
    )
    if newer is None:
        return
    theirs, yours = (each.text if each else worded(_("{the_aim}")) for each in (line.parent, parent))
    raise StaleEdit(
        _("%(who)s put this in another place on %(when)s. Look where it is now, then move it if you like.")
        % {"who": newer.actor_name, "when": format_date(newer.at)},
        field="parent_id",
        theirs=theirs,
        yours=yours,
    )


def _renumber(project: Project, parent: Driver | None, line: DriverLink, position: int) -> None:
    """Give the lines under a parent their order. What was taken out keeps its place, and is not counted."""
    others = DriverLink.objects.filter(project=project, parent=parent).exclude(pk=line.pk)
    lines = list(others.select_related("child").order_by("position", "pk"))
    shown = [place for place, each in enumerate(lines) if not each.child.is_removed]
    lines.insert(shown[max(position, 0)] if position < len(shown) else len(lines), line)
    changed = [each for place, each in enumerate(lines) if each.position != place]
    for place, each in enumerate(lines):
        each.position = place
    DriverLink.objects.bulk_update(changed, ["position"])
