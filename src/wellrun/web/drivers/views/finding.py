"""Which part of whose diagram: or the same answer for what is not there and what is not shared."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from wellrun.core.actor import Actor
from wellrun.projects.queries import Driver, Project, driver_of
from wellrun.web.projects.views.finding import project_or_404


def part_or_404(request: HttpRequest, project_id: int, driver_id: int) -> tuple[Actor, Project, Driver]:
    actor, project = project_or_404(request, project_id)
    driver = driver_of(project, driver_id)
    if driver is None:
        raise Http404
    return actor, project, driver


def part_named(project: Project, named: str) -> Driver | None:
    """The part that an address or a form names; nothing where it names none."""
    return driver_of(project, int(named)) if named.isdecimal() and len(named) < 19 else None
