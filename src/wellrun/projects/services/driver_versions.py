"""Keep the driver diagram as it is now, under a name, to compare it later; and give it another name."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import on_one_line
from wellrun.core.decision import StaleEdit
from wellrun.core.lengths import too_long
from wellrun.core.vocabulary import worded
from wellrun.projects.models import DriverVersion, Project
from wellrun.projects.policies import aim_sentence
from wellrun.projects.queries import aim_of, diagram_of, theory_of
from wellrun.projects.services.theory import DriverRefused, for_work
from wellrun.projects.services.writing import finish, require_clean

LONGEST_NAME = 120


@transaction.atomic
def keep_version(*, actor: Actor, project: Project, name: str, now: datetime) -> DriverVersion:
    """Keep the diagram, with the aim it serves, as it is at this moment."""
    project = for_work(actor, project)
    name = _sound(project, name)
    aim = aim_of(project)
    theory = theory_of(diagram_of(project), aim=aim_sentence(aim) if aim else "")
    if not theory.parts:
        raise DriverRefused(worded(_("There is nothing in the diagram yet. Add {a_driver} first.")))
    version = DriverVersion.objects.create(
        project=project, name=name, theory=theory.as_json(), by_id=actor.id, at=now
    )
    finish(
        actor=actor,
        project=project,
        action="drivers.kept",
        part=f"driver-version/{version.pk}",
        after={"name": name, "parts": len(theory.parts)},
        now=now,
    )
    return version


@transaction.atomic
def rename_version(
    *, actor: Actor, project: Project, version_id: int, name: str, was: str | None = None, now: datetime
) -> DriverVersion:
    """Call a kept version something else. What it holds never changes. ``was`` is the name that was read."""
    project = for_work(actor, project)
    version = DriverVersion.objects.select_for_update().filter(project=project, pk=version_id).first()
    if version is None:
        raise DriverRefused(_("This version is not one of this project. Load the page again."))
    name = _sound(project, name, besides=version.pk)
    if was is not None and was != version.name and name != version.name:
        raise StaleEdit(
            _("Somebody gave it another name meanwhile. Keep theirs, or save yours over it."),
            field="name", theirs=version.name, yours=name,
        )  # fmt: skip
    if name != version.name:
        before, version.name = {"name": version.name}, name
        version.save(update_fields=["name"])
        finish(
            actor=actor, project=project, action="drivers.renamed", part=f"driver-version/{version.pk}",
            before=before, after={"name": name}, now=now,
        )  # fmt: skip
    return version


def _sound(project: Project, name: str, *, besides: int = 0) -> str:
    name = on_one_line(name)
    if not name:
        raise DriverRefused(worded(_("Give it a name, like “Before the first {tests}”.")), field="name")
    if len(name) > LONGEST_NAME:
        raise DriverRefused(too_long(LONGEST_NAME, len(name)), field="name")
    require_clean(project, name=name)
    if DriverVersion.objects.filter(project=project, name=name).exclude(pk=besides).exists():
        raise DriverRefused(_("There is a version of this name. Choose another."), field="name")
    return name
