"""Keep the driver diagram as it is now, under a name, to compare it later."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.lengths import too_long
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
        raise DriverRefused(_("There is nothing in the diagram yet. Add a driver first."))
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


def _sound(project: Project, name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise DriverRefused(_("Give it a name, like “Before the first tests”."), field="name")
    if len(name) > LONGEST_NAME:
        raise DriverRefused(too_long(LONGEST_NAME, len(name)), field="name")
    require_clean(project, name=name)
    if DriverVersion.objects.filter(project=project, name=name).exists():
        raise DriverRefused(_("There is a version of this name. Choose another."), field="name")
    return name
