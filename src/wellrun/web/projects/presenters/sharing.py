"""Who can see a project, and how it is passed on."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.exchange.package.permissions import may_export_project
from wellrun.measures.queries import Measure, main_of
from wellrun.projects.permissions import may_lead, may_work
from wellrun.projects.queries import Project, Seat, seats_of
from wellrun.projects.values import SeatRole
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.presenters.involvement import joined
from wellrun.web.projects.presenters.words import project_trail, visibility_text

FROM_NARROW_TO_WIDE = list(Visibility.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One of the four levels: whom it reaches, and why it cannot be chosen."""

    value: str
    text: str
    help: str
    is_current: bool
    is_refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    address: str
    now: str
    reaches: str
    narrower: str
    """That the numbers behind it are for fewer people than the project itself."""
    measure_href: str
    levels: tuple[Level, ...]
    may_change: bool
    refusal: str
    is_public: bool
    package_href: str
    package_refusal: str


def present_sharing(actor: Actor, project: Project, *, address: str) -> SharePage:
    seats, main = list(seats_of(project)), main_of(actor, project)
    work, lead, package = (may(actor, project) for may in (may_work, may_lead, may_export_project))
    levels = _levels(project, seats, may_widen=bool(lead))
    current = next(level for level in levels if level.is_current)
    return SharePage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        address=address,
        now=current.text,
        reaches=current.help,
        narrower=_narrower(project, main),
        measure_href=reverse("measures:detail", args=[main.pk]) if main else "",
        levels=levels,
        may_change=bool(work),
        refusal=_who_widens(seats) if work and not lead else work.refusal,
        is_public=project.visibility == Visibility.PUBLIC,
        package_href=reverse("packages:export", args=[project.pk]) if package else "",
        package_refusal=package.refusal,
    )


def _levels(project: Project, seats: list[Seat], *, may_widen: bool) -> tuple[Level, ...]:
    here = FROM_NARROW_TO_WIDE.index(project.visibility)
    reach = _reach(project, len({seat.person_id for seat in seats}))
    return tuple(
        Level(
            value=level,
            text=visibility_text(level, project.organisation.name),
            help=reach[level],
            is_current=level == project.visibility,
            is_refused=place > here and not may_widen,
        )
        for place, level in enumerate(FROM_NARROW_TO_WIDE)
    )


def _reach(project: Project, people: int) -> dict[str, str]:
    team = ngettext("%(count)d person", "%(count)d people", people) % {"count": people}
    return {
        Visibility.TEAM: _("%(people)s: the team and its coach.") % {"people": team},
        Visibility.ORGANISATION: _("Everyone who works or volunteers at %(organisation)s.")
        % {"organisation": project.organisation.name},
        Visibility.NETWORK: _("Signed-in people of other organisations too."),
        Visibility.PUBLIC: _("Anyone with the address, to read only. Names of the team are not shown."),
    }


def _who_widens(seats: list[Seat]) -> str:
    leads = list(dict.fromkeys(seat.person.name for seat in seats if seat.role == SeatRole.LEAD))
    if not leads:
        return _("Only a lead widens it, and nobody leads this project now.")
    return _("Only a lead widens it: ask %(names)s.") % {"names": joined(leads)}


def _narrower(project: Project, main: Measure | None) -> str:
    """A story that is shared wider than its chart is read without the chart: better to know before."""
    if main is None:
        return ""
    is_narrower = FROM_NARROW_TO_WIDE.index(main.visibility) < FROM_NARROW_TO_WIDE.index(project.visibility)
    words = _("Fewer people see the chart: “%(measure)s” has a setting of its own. %(who)s.")
    who = visibility_text(main.visibility, main.organisation.name)
    return words % {"measure": main.name, "who": who} if is_narrower else ""
