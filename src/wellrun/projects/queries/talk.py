"""What people talk about in a project: the project itself, its aim, its drivers and ideas, its barriers."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.conversations.values import Topic, TopicKind
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence
from wellrun.core.visibility import Visibility
from wellrun.projects.models import Barrier, Driver, Project
from wellrun.projects.permissions import may_moderate, may_view, may_view_barrier
from wellrun.projects.queries.barriers import barriers_visible_to, requests_of
from wellrun.projects.queries.projects import visible_to
from wellrun.projects.queries.teams import editors_of, everybody_in


def project_topic(project: Project) -> Topic:
    return Topic(
        kind="project",
        id=project.pk,
        name=project.title,
        page=reverse("projects:story", args=[project.pk]),
        organisation_id=project.organisation_id,
        country=project.organisation.country,
        seen_by=str(Visibility(project.visibility).label),
        may_view=lambda actor: may_view(actor, project),
        moderates=lambda actor: bool(may_moderate(actor, project)),
        team=lambda: editors_of(project),
        near=lambda: everybody_in(project),
    )


def aim_topic(project: Project) -> Topic:
    """About the aim as such: what is said stays when its words are revised."""
    name = Sentence(gettext_noop("{the_aim} of %(project)s"), {"project": project.title})
    above = (project.title, reverse("projects:story", args=[project.pk]))
    return replace(project_topic(project), kind="aim", name=name, page="", above=lambda _actor: above)


def driver_topic(driver: Driver) -> Topic:
    page = f"{reverse('drivers:diagram', args=[driver.project_id])}?at={driver.pk}"
    return replace(project_topic(driver.project), kind="driver", id=driver.pk, name=driver.text, page=page)


def barrier_topic(barrier: Barrier) -> Topic:
    """The leaders who were asked join in, though they may see nothing else of the project."""
    project, requests = barrier.project, requests_of(barrier)
    asked = {each.person_id for each in requests}
    is_private = project.visibility == Visibility.TEAM
    return replace(
        project_topic(project),
        kind="barrier",
        id=barrier.pk,
        name=barrier.text,
        page="",
        seen_by=_("Only the team and the leaders who were asked can see this")
        if is_private
        else str(Visibility(project.visibility).label),
        may_view=lambda actor: may_view_barrier(actor, barrier, requests),
        team=lambda: editors_of(project) | asked,
        above=lambda actor: _above(actor, project),
    )


def _above(actor: Actor, project: Project) -> tuple[str, str]:
    """The list of the team's barriers, or of what a leader was asked."""
    if may_view(actor, project):
        return project.title, reverse("barriers:list", args=[project.pk])
    return _("Asked of me"), reverse("barriers:asked_of_me")


def _project(project_id: int) -> Project | None:
    rows = Project.objects.filter(pk=project_id, is_removed=False)
    return rows.select_related("organisation", "unit").first()


def _find_project(project_id: int) -> Topic | None:
    project = _project(project_id)
    return project_topic(project) if project is not None else None


def _find_aim(project_id: int) -> Topic | None:
    project = _project(project_id)
    return aim_topic(project) if project is not None else None


def _find_driver(driver_id: int) -> Topic | None:
    rows = Driver.objects.filter(pk=driver_id, is_removed=False)
    rows = rows.select_related("project__organisation", "project__unit")
    driver = rows.first()
    return driver_topic(driver) if driver is not None else None


def _find_barrier(barrier_id: int) -> Topic | None:
    rows = Barrier.objects.filter(pk=barrier_id, project__is_removed=False)
    barrier = rows.select_related("project__organisation", "project__unit").first()
    return barrier_topic(barrier) if barrier is not None else None


TOPICS = (
    TopicKind(kind="project", find=_find_project, visible_to=visible_to),
    TopicKind(kind="aim", find=_find_aim, visible_to=visible_to),
    TopicKind(
        kind="driver",
        find=_find_driver,
        visible_to=lambda actor: Driver.objects.filter(project__in=visible_to(actor), is_removed=False),
    ),
    TopicKind(kind="barrier", find=_find_barrier, visible_to=barriers_visible_to),
)
