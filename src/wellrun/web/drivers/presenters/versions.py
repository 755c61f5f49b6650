"""The versions of a diagram that were kept, and two of them side by side."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.projects.permissions import may_work
from wellrun.projects.policies import aim_sentence
from wellrun.projects.queries import (
    DriverVersion,
    Project,
    aim_of,
    diagram_of,
    kept_theory,
    theory_of,
    versions_of,
)
from wellrun.projects.values import Theory
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.drivers.presenters.comparison import Comparison, present_comparison
from wellrun.web.projects.presenters.words import project_tabs, project_trail
from wellrun.web.shell.words import spoken
from wellrun_spc.wording import format_date

NOW = "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version in the list."""

    id: str
    name: str
    kept: str
    href: str
    rename_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    rows: tuple[VersionRow, ...]
    earlier: str
    later: str
    names: str
    """ "From “Before the tests” to now"."""
    comparison: Comparison | None
    may_work: bool
    refusal: str


def present_versions(actor: Actor, project: Project, *, earlier: str, later: str) -> VersionsPage:
    """``earlier`` and ``later`` name versions, or are what the address says: what is no version is the latest
    one, and the diagram of today."""
    versions, work = list(versions_of(project)), may_work(actor, project)
    known = {str(version.pk): version for version in versions}
    earlier = earlier if earlier in known else next(iter(known), "")
    later = later if later in known else NOW
    return VersionsPage(
        id=project.pk,
        title=project.title,
        trail=_trail(project),
        tabs=project_tabs(project.pk, "drivers:diagram"),
        rows=tuple(_row(project, version) for version in versions),
        earlier=earlier,
        later=later,
        names=_names(known[earlier], known.get(later)) if earlier else "",
        comparison=_compared(project, earlier, later) if earlier else None,
        may_work=bool(work),
        refusal=work.refusal,
    )


def _trail(project: Project) -> tuple[Crumb, ...]:
    drivers = Crumb(text=spoken().heading("tab_drivers"), href=reverse("drivers:diagram", args=[project.pk]))
    return (*project_trail(project), drivers)


def _row(project: Project, version: DriverVersion) -> VersionRow:
    words = {"who": version.by.name, "when": format_date(version.at)}
    return VersionRow(
        id=str(version.pk),
        name=version.name,
        kept=_("Kept by %(who)s, %(when)s") % words,
        href=f"{reverse('drivers:versions', args=[project.pk])}?from={version.pk}#compared",
        rename_href=reverse("drivers:rename-version", args=[project.pk, version.pk]),
    )


def _names(earlier: DriverVersion, later: DriverVersion | None) -> str:
    words = {"earlier": earlier.name, "when": format_date(earlier.at.date())}
    if later is None:
        return _("From “%(earlier)s” (%(when)s) to now") % words
    return _("From “%(earlier)s” (%(when)s) to “%(later)s” (%(then)s)") % (
        words | {"later": later.name, "then": format_date(later.at.date())}
    )


def _compared(project: Project, earlier: str, later: str) -> Comparison | None:
    before, after = kept_theory(project, int(earlier)), _theory(project, later)
    return present_comparison(before, after) if before and after else None


def _theory(project: Project, named: str) -> Theory | None:
    if named != NOW:
        return kept_theory(project, int(named))
    aim = aim_of(project)
    return theory_of(diagram_of(project), aim=aim_sentence(aim) if aim else "")
