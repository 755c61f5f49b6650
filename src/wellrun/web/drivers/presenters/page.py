"""The driver diagram's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.vocabulary import worded
from wellrun.projects.permissions import may_work
from wellrun.projects.policies import diagram_hints, open_ends
from wellrun.projects.queries import Driver, LastChange, Project
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.components.tree.nodes import Node
from wellrun.web.drivers.presenters.chosen import Chosen, present_chosen
from wellrun.web.drivers.presenters.sources import DriverSources, gather
from wellrun.web.drivers.presenters.tree import heads, present_tree
from wellrun.web.projects.presenters.words import project_tabs, project_trail
from wellrun_spc.wording import format_date

HINTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    """A part that is named elsewhere on the page."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEndsView:
    """What the theory still lacks, part by part."""

    count: int
    groups: tuple[tuple[str, tuple[PartLink, ...]], ...]
    """What is missing, and the parts that lack it; only where there are some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriversPage:
    """All the page shows."""

    id: int
    title: str
    address: str
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    top: Node
    heads: tuple[str, ...]
    is_empty: bool
    chosen: Chosen | None
    hints: tuple[str, ...]
    open_ends: OpenEndsView
    may_work: bool
    refusal: str
    saved: str
    """Who changed it last, and when."""
    version: int
    removed: int | None


def present_drivers(
    actor: Actor,
    project: Project,
    at: Driver | None,
    *,
    saved: LastChange | None,
    removed: int | None = None,
) -> DriversPage:
    sources, work = gather(actor, project), may_work(actor, project)
    address = reverse("drivers:diagram", args=[project.pk])
    return DriversPage(
        id=project.pk,
        title=project.title,
        address=f"{address}?at={at.pk}" if at else address,
        trail=project_trail(project),
        tabs=project_tabs(project.pk, "drivers:diagram"),
        top=present_tree(sources, at),
        heads=heads(),
        is_empty=not sources.branches,
        chosen=present_chosen(sources, at) if at else None,
        hints=_hints(sources) if work else (),
        open_ends=_open_ends(sources, address),
        may_work=bool(work),
        refusal=work.refusal,
        saved=_saved(saved),
        version=project.version,
        removed=removed,
    )


def _once(sources: DriverSources) -> list[Driver]:
    return list({branch.driver.pk: branch.driver for branch in sources.every}.values())


def _saved(last: LastChange | None) -> str:
    if last is None:
        return ""
    at, said = localtime(last.at), {"who": last.who}
    if at.date() == localtime().date():
        return _("Saved by %(who)s at %(time)s") % (said | {"time": f"{at:%H:%M}"})
    return _("Saved by %(who)s on %(day)s") % (said | {"day": format_date(at.date())})


def _hints(sources: DriverSources) -> tuple[str, ...]:
    return diagram_hints(
        _once(sources),
        parents={branch.driver.pk for branch in sources.every if branch.below},
        tested=sources.latest.keys(),
        watched=sources.watched,
        has_aim=bool(sources.aim),
    )[:HINTS]


def _open_ends(sources: DriverSources, address: str) -> OpenEndsView:
    ends = open_ends(
        _once(sources),
        lines=[(branch.parent_id, branch.driver.pk) for branch in sources.every],
        tested=sources.latest.keys(),
        watched=sources.watched,
    )

    def links(drivers: Iterable[Driver]) -> tuple[PartLink, ...]:
        return tuple(
            PartLink(text=driver.text, href=f"{address}?at={driver.pk}#chosen") for driver in drivers
        )

    lacking = (
        (worded(_("Nobody {tests_it} yet")), links(ends.untested)),
        (_("No measure watches it yet"), links(ends.unwatched)),
        (_("Nothing stands below it yet"), links(ends.bare)),
    )
    groups = tuple((title, parts) for title, parts in lacking if parts)
    return OpenEndsView(count=sum(len(parts) for _title, parts in groups), groups=groups)
