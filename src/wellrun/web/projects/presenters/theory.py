"""The theory of a project in short, as a small tree: the aim, what drives it, and where each idea stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.pdsa.queries import Cycle, latest_by_idea
from wellrun.projects.queries import Branch, Driver, Project
from wellrun.projects.values import DriverKind
from wellrun.web.components.tree.nodes import Node, Note
from wellrun.web.projects.presenters.cycles import status_of
from wellrun.web.shell.words import spoken


def present_theory(
    project: Project, aim: str, branches: Iterable[Branch], cycles: Iterable[Cycle]
) -> Node | None:
    """Nothing where nothing was drawn yet. What is between a driver and an idea is left to the diagram."""
    latest, diagram = latest_by_idea(cycles), reverse("drivers:diagram", args=[project.pk])
    below = tuple(_driver(branch, diagram, latest) for branch in branches)
    if not below:
        return None
    return Node(
        kind=spoken().heading("section_aim"),
        text=aim or worded(_("No {aim} yet")),
        href=diagram,
        look="aim",
        below=below,
    )


def _driver(branch: Branch, diagram: str, latest: dict[int, Cycle]) -> Node:
    ideas = dict.fromkeys(_ideas(branch))
    return Node(
        kind=str(DriverKind(branch.driver.kind).label),
        text=branch.driver.text,
        href=f"{diagram}?at={branch.driver.pk}#chosen",
        look="strong",
        below=tuple(_idea(each, latest.get(each.pk)) for each in ideas) or (_no_ideas(),),
    )


def _ideas(branch: Branch) -> Iterator[Driver]:
    """All that is tried for a driver, however far below it. An idea may come twice: it serves two."""
    for below in branch.below:
        if below.driver.kind == DriverKind.IDEA:
            yield below.driver
        yield from _ideas(below)


def _idea(idea: Driver, last: Cycle | None) -> Node:
    icon, status = status_of(last)
    return Node(
        kind=str(DriverKind.IDEA.label),
        text=idea.text,
        href="",
        look="plain",
        notes=(Note(icon=icon, text=status),),
    )


def _no_ideas() -> Node:
    words = worded(_("No {change_ideas} yet"))
    return Node(kind="", text="", href="", look="plain", notes=(Note(icon="st-new", text=words),))
