"""Who asks, and for what: the project, or the same answer for what is not there and what is not shared."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from wellrun.access import actor_of
from wellrun.core.actor import Actor
from wellrun.projects.queries import Project, get_for
from wellrun.web.shell.sign_in import SignInFirst


def project_or_404(request: HttpRequest, project_id: int) -> tuple[Actor, Project]:
    actor = actor_of(request)
    project = get_for(actor, project_id)
    if project is None:
        raise Http404 if actor.is_signed_in else SignInFirst
    return actor, project
