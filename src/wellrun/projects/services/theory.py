"""The frame of every write to the driver diagram: who may, which part, below what, and its record."""

from __future__ import annotations

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.vocabulary import worded, worded_lazy
from wellrun.projects.models import Driver, DriverLink, Project
from wellrun.projects.permissions import may_work
from wellrun.projects.services.writing import locked
from wellrun.projects.values import DriverKind, kind_below


class DriverRefused(Refused):
    """A driver or idea that could not be saved or moved."""


def for_work(actor: Actor, project: Project) -> Project:
    project = locked(project.pk)
    may_work(actor, project).require()
    return project


def existing(project: Project, driver_id: int) -> Driver:
    row = Driver.objects.filter(project=project, pk=driver_id, is_removed=False).first()
    if row is None:
        raise gone()
    return row


def line_of(project: Project, link_id: int) -> DriverLink:
    """A line of the diagram, with the part at its end."""
    lines = DriverLink.objects.filter(project=project, pk=link_id, child__is_removed=False)
    line = lines.select_related("child").first()
    if line is None:
        raise gone()
    return line


def gone() -> DriverRefused:
    return DriverRefused(_("This part of the diagram is gone. Load the page again."))


def parent_for(
    project: Project, kind: str, parent_id: int | None, *, may_become: bool = False
) -> tuple[Driver | None, str]:
    """The parent, and what a part of this kind is below it: another kind only where it ``may_become`` one."""
    if kind not in DriverKind.values:
        raise DriverRefused(worded(_("Choose {a_driver} or {a_change_idea}.")), field="kind")
    parent = existing(project, parent_id) if parent_id is not None else None
    new_kind = kind_below(kind, parent.kind if parent else None)
    if new_kind is None or (new_kind != kind and not may_become):
        raise DriverRefused(str(_REMEDIES[kind]), field="parent_id")
    return parent, new_kind


_REMEDIES: dict[str, object] = {
    DriverKind.PRIMARY: worded_lazy(
        gettext_lazy(
            "{A_driver} stands right below {the_aim}, or below {a_primary_driver}. Choose one of them."
        )
    ),
    DriverKind.SECONDARY: worded_lazy(
        gettext_lazy("{A_secondary_driver} stands below {a_primary_driver}. Choose one.")
    ),
    DriverKind.IDEA: worded_lazy(gettext_lazy("{A_change_idea} stands below {a_driver}. Choose one.")),
}


def link(project: Project, parent: Driver | None, child: Driver) -> DriverLink:
    """One more line, the last below its parent."""
    last = DriverLink.objects.filter(project=project, parent=parent).aggregate(last=Max("position"))["last"]
    return DriverLink.objects.create(
        project=project, parent=parent, child=child, position=0 if last is None else last + 1
    )
