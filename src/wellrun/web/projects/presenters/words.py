"""Words that several pages of projects use."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.organisations.queries import Unit
from wellrun.projects.queries import Project
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.shell.words import spoken

Choice = tuple[str, str]


def projects_crumb() -> Crumb:
    return Crumb(text=_("Projects"), href=reverse("projects:list"))


def project_trail(project: Project) -> tuple[Crumb, ...]:
    return (projects_crumb(), Crumb(text=project.title, href=reverse("projects:story", args=[project.pk])))


def unit_choices(units: Iterable[Unit]) -> list[tuple[str, list[Choice]]]:
    """Units in the order of their tree, under the name of their organisation."""
    ordered = sorted(units, key=lambda unit: (unit.organisation.name, unit.line))
    return [
        (name, [(str(unit.pk), "\u2003" * (len(unit.line) - 1) + unit.name) for unit in group])
        for name, group in groupby(ordered, key=lambda unit: unit.organisation.name)
    ]


def weeks_text(weeks: int) -> str:
    return ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks}


def visibility_text(level: str, organisation: str) -> str:
    """Who can see a project, with the organisation's name."""
    texts = {
        "team": _("Only the team can see this"),
        "organisation": _("%(organisation)s can see this") % {"organisation": organisation},
        "network": _("Everybody who signs in can see this"),
        "public": _("Anyone can see this"),
    }
    return texts[level]


def project_tabs(project_id: int, here: str) -> tuple[Tab, ...]:
    """The parts of a project, as the person's own method names and orders them."""
    words = spoken()
    return tuple(
        Tab(
            text=words.heading(f"tab_{part}"),
            href=reverse(PARTS[part], args=[project_id]),
            is_current=PARTS[part] == here,
        )
        for part in words.method.tabs
    )


PARTS = {
    "story": "projects:story",
    "understand": "tools:list",
    "measures": "family:measures",
    "drivers": "drivers:diagram",
    "tests": "pdsa:ramps",
    "team": "projects:team",
    "learning": "closing:review",
}
"""Each part of a project, and the page it is on in every method."""
