"""All tests of a project as ramps."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from wellrun.conversations.queries import counts_of
from wellrun.core.actor import Actor
from wellrun.pdsa.queries import latest_by_idea, ramps_of
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Project, ideas_of
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.ramp.tag import RampStep
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.pdsa.presenters.words import ramp_steps, status_of
from wellrun.web.projects.presenters.words import project_tabs, project_trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramp:
    """The tests of one idea."""

    title: str
    icon: str
    status: str
    steps: tuple[RampStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RampsPage:
    """What the page shows."""

    title: str
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    ramps: tuple[Ramp, ...]
    new_href: str
    drivers_href: str
    has_ideas: bool
    may_work: bool


def present_ramps(actor: Actor, project: Project) -> RampsPage:
    found, ramps = ramps_of(project), []
    said = counts_of("cycle", [cycle.pk for cycles in found for cycle in cycles])
    for cycles in found:
        icon, status = status_of(latest_by_idea(cycles)[cycles[0].idea_id])
        steps = ramp_steps(cycles, said=said)
        ramps.append(Ramp(title=cycles[0].idea.text, icon=icon, status=status, steps=steps))
    return RampsPage(
        title=project.title,
        trail=project_trail(project),
        tabs=project_tabs(project.pk, "pdsa:ramps"),
        ramps=tuple(ramps),
        new_href=reverse("pdsa:new", args=[project.pk]),
        drivers_href=reverse("drivers:diagram", args=[project.pk]),
        has_ideas=bool(ideas_of(project)),
        may_work=bool(may_work(actor, project)),
    )
