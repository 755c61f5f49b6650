"""The driver diagram as a tree, and the part that was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.measures.queries import watched_drivers
from wellrun.pdsa.queries import Cycle, cycles_of, latest_by_idea
from wellrun.projects.permissions import may_work
from wellrun.projects.policies import aim_sentence, diagram_hints
from wellrun.projects.queries import Branch, Driver, Project, aim_of, diagram_of, drivers_of
from wellrun.projects.values import PARENTS, DriverKind
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.components.tree.tag import Node
from wellrun.web.pdsa.presenters.words import status_of
from wellrun.web.projects.presenters.words import project_tabs, project_trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the chosen part stands: below what, and the ways it can go from there."""

    link_id: int
    parent_id: int | None
    parent: str
    up: int
    down: int
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The part that was chosen, with all that can be done to it."""

    id: int
    kind: str
    text: str
    why: str
    status: str
    icon: str
    places: tuple[Place, ...]
    parents: tuple[tuple[int, str], ...]
    """Others that it could serve."""
    adds: tuple[tuple[str, str], ...]
    test_href: str
    new_test_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DriversPage:
    """The diagram's page."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    top: Node
    heads: tuple[str, ...]
    is_empty: bool
    chosen: Chosen | None
    hints: tuple[str, ...]
    may_work: bool
    refusal: str
    version: int
    removed: str


def present_drivers(actor: Actor, project: Project, at: Driver | None, *, removed: str) -> DriversPage:
    branches, aim, work = diagram_of(project), aim_of(project), may_work(actor, project)
    latest = latest_by_idea(cycles_of(project))
    every = tuple(_walk(branches))
    hints = diagram_hints(
        (branch.driver for branch in _once(every)),
        parents={branch.driver.pk for branch in every if branch.below},
        tested=latest.keys(),
        watched=watched_drivers(project),
        has_aim=aim is not None,
    )
    top = Node(
        kind=_("Aim"),
        text=aim_sentence(aim) if aim else _("No aim yet"),
        href=reverse("projects:story", args=[project.pk]),
        look="aim",
        below=tuple(_node(branch, project, at, latest) for branch in branches),
    )
    return DriversPage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        tabs=project_tabs(project.pk, "drivers:diagram"),
        top=top,
        heads=(_("Aim"), _("Primary drivers"), _("Secondary drivers"), _("Change ideas")),
        is_empty=not branches,
        chosen=_chosen(project, at, every, branches, latest) if at else None,
        hints=hints[:2] if work else (),
        may_work=bool(work),
        refusal=work.refusal,
        version=project.version,
        removed=removed,
    )


def _walk(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from _walk(branch.below)


def _once(branches: Iterable[Branch]) -> list[Branch]:
    return list({branch.driver.pk: branch for branch in branches}.values())


def _node(branch: Branch, project: Project, at: Driver | None, latest: dict[int, Cycle]) -> Node:
    driver = branch.driver
    icon, status = status_of(latest.get(driver.pk)) if driver.kind == DriverKind.IDEA else ("", "")
    return Node(
        kind=str(DriverKind(driver.kind).label),
        text=driver.text,
        href=f"{reverse('drivers:diagram', args=[project.pk])}?at={driver.pk}#chosen",
        look="strong" if driver.kind == DriverKind.PRIMARY else "",
        icon=icon,
        status=status,
        is_chosen=at is not None and at.pk == driver.pk,
        below=tuple(_node(each, project, at, latest) for each in branch.below),
    )


def _chosen(
    project: Project, at: Driver, every: Iterable[Branch], top: tuple[Branch, ...], latest: dict[int, Cycle]
) -> Chosen:
    every = list(every)
    here = [branch for branch in every if branch.driver.pk == at.pk]
    texts = {branch.driver.pk: branch.driver.text for branch in every}
    serves = {branch.parent_id for branch in here}
    icon, status = status_of(latest.get(at.pk)) if at.kind == DriverKind.IDEA else ("", "")
    newest = latest.get(at.pk)
    return Chosen(
        id=at.pk,
        kind=str(DriverKind(at.kind).label),
        text=at.text,
        why=at.why,
        status=status,
        icon=icon,
        places=tuple(_place(branch, _beside(branch, every, top), texts) for branch in here),
        parents=tuple(
            (driver.pk, driver.text)
            for driver in drivers_of(project)
            if driver.kind in PARENTS[at.kind] and driver.pk not in serves
        ),
        adds=tuple((kind.value, str(kind.label)) for kind in DriverKind if at.kind in PARENTS[kind]),
        test_href=reverse("pdsa:cycle", args=[newest.pk]) if newest else "",
        new_test_href=f"{reverse('pdsa:new', args=[project.pk])}?idea={at.pk}"
        if at.kind == DriverKind.IDEA
        else "",
    )


def _beside(branch: Branch, every: list[Branch], top: tuple[Branch, ...]) -> list[int]:
    """The lines under the same parent, in their order."""
    if branch.parent_id is None:
        return [each.link_id for each in top]
    parent = next(each for each in every if each.driver.pk == branch.parent_id)
    return [each.link_id for each in parent.below]


def _place(branch: Branch, beside: list[int], texts: dict[int, str]) -> Place:
    position = beside.index(branch.link_id)
    return Place(
        link_id=branch.link_id,
        parent_id=branch.parent_id,
        parent=_("the aim") if branch.parent_id is None else texts[branch.parent_id],
        up=position - 1,
        down=position + 1,
        is_first=position == 0,
        is_last=position == len(beside) - 1,
    )
