"""Who may take a whole project along, and who may bring one."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, refused
from wellrun.organisations.models import Unit
from wellrun.organisations.policies import takes_people
from wellrun.projects.models import Project
from wellrun.projects.permissions import may_create, may_read_team_matters, may_view


def may_export_project(actor: Actor, project: Project) -> Decision:
    """The team takes its work along, when it is closed too; and whoever runs the installation."""
    if actor.is_system or may_read_team_matters(actor, project):
        return ALLOWED
    return all_of(
        may_view(actor, project), refused(_("The team takes its project along. Ask its lead for a package."))
    )


def may_export_talk(actor: Actor, project: Project) -> Decision:
    """What people said is theirs, to each other and to their coach: the installation takes none by itself."""
    return may_read_team_matters(actor, project)


def may_import_project(actor: Actor, unit: Unit) -> Decision:
    """Whoever may start a project there."""
    return all_of(may_create(actor, unit.organisation_id), takes_people(unit))
