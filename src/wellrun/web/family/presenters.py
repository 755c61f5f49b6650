"""The family of measures as cards, with what is missing and what could be added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.actor import Actor
from wellrun.measures.queries import (
    MeasureRow,
    MeasureUse,
    hidden_uses,
    listed_for,
    row_of,
    shared_by,
    uses_of,
)
from wellrun.measures.values import Kind
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Driver, Project, drivers_of
from wellrun.projects.values import DriverKind
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.measure_card.tag import MeasureCard
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.family.forms import UseForm
from wellrun.web.measures.presenters.lists import present_card
from wellrun.web.projects.presenters.words import project_tabs, project_trail

FOUND = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One measure of the family."""

    id: int
    name: str
    card: MeasureCard
    is_main: bool
    may_be_main: bool
    watches: str
    shared_by: tuple[tuple[str, str], ...]
    """Name and address of each other project that reads the same numbers."""
    form: UseForm


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGroup:
    """The measures of one kind, or the nudge to think of one."""

    title: str
    help: str
    nudge: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    groups: tuple[KindGroup, ...]
    hidden: str
    search: str
    found: tuple[tuple[int, str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    new_href: str
    may_work: bool
    refusal: str


def watchable(project: Project) -> list[Driver]:
    """A measure watches drivers; an idea is watched by its tests."""
    return [driver for driver in drivers_of(project) if driver.kind != DriverKind.IDEA]


def present_family(actor: Actor, project: Project, *, search: str) -> FamilyPage:
    uses, work = list(uses_of(actor, project)), may_work(actor, project)
    drivers = watchable(project)
    others = shared_by(actor, project, [use.measure_id for use in uses])
    return FamilyPage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        tabs=project_tabs(project.pk, "family:measures"),
        groups=tuple(_group(kind, uses, drivers, others) for kind in Kind),
        hidden=_hidden(hidden_uses(actor, project)),
        search=search,
        found=_found(actor, search, {use.measure_id for use in uses}) if work and search else (),
        kinds=tuple((kind.value, str(kind.label)) for kind in Kind),
        new_href=f"{reverse('measures:new')}?project={project.pk}",
        may_work=bool(work),
        refusal=work.refusal,
    )


def _group(
    kind: Kind,
    uses: Sequence[MeasureUse],
    drivers: Sequence[Driver],
    others: Mapping[int, Sequence[Project]],
) -> KindGroup:
    titles = {
        Kind.OUTCOME: (_("Outcome"), _("What people notice when it is better.")),
        Kind.PROCESS: (_("Process"), _("Whether the change really happens.")),
        Kind.BALANCING: (_("Balancing"), _("What could get worse elsewhere.")),
    }
    nudges = {
        Kind.OUTCOME: _("No outcome measure yet. What will people notice when it is better?"),
        Kind.PROCESS: _("No process measure yet. How will you know that the change happens each day?"),
        Kind.BALANCING: _("No balancing measure yet. What could get worse while this gets better?"),
    }
    members = tuple(_member(use, drivers, others.get(use.measure_id, ())) for use in uses if use.kind == kind)
    title, help_text = titles[kind]
    return KindGroup(title=title, help=help_text, nudge="" if members else nudges[kind], members=members)


def _member(use: MeasureUse, drivers: Sequence[Driver], others: Sequence[Project]) -> Member:
    return Member(
        id=use.measure_id,
        name=use.measure.name,
        card=present_card(replace(row_of(use.measure), kind=use.kind)),
        is_main=use.is_main,
        may_be_main=use.kind == Kind.OUTCOME and not use.is_main,
        watches=use.driver.text if use.driver else "",
        shared_by=tuple((each.title, reverse("projects:story", args=[each.pk])) for each in others),
        form=UseForm(
            initial={"kind": use.kind, "driver": use.driver_id or ""},
            drivers=drivers,
            auto_id=f"use-{use.measure_id}-%s",
        ),
    )


def _hidden(count: int) -> str:
    words = ngettext(
        "One more measure is kept by its team.", "%(count)d more measures are kept by their teams.", count
    )
    return words % {"count": count} if count else ""


def _found(actor: Actor, search: str, used: set[int]) -> tuple[tuple[int, str, str], ...]:
    rows: list[MeasureRow] = listed_for(actor, search=search, limit=FOUND + len(used))
    others = [row for row in rows if row.id not in used][:FOUND]
    return tuple((row.id, row.name, ", ".join(filter(None, (row.place, row.organisation)))) for row in others)
