"""The portfolio as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.projects.queries import ProjectRow
from wellrun.projects.queries.portfolio import QUIET
from wellrun.projects.values import WHOSE, Filters, State
from wellrun.web.components.segments.tag import Segment
from wellrun.web.projects.presenters.words import visibility_text, weeks_text
from wellrun.web.shell.words import spoken

MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for, cleaned."""

    search: str = ""
    state: str = ""
    whose: str = ""
    tag: str = ""
    unit: int | None = None
    view: int | None = None
    """The saved view that these filters came from."""
    page: int = 1

    @classmethod
    def of(cls, given: QueryDict) -> Asked:
        page, whose = given.get("page", ""), given.get("whose", "")
        return cls(
            search=given.get("q", "").strip()[:100],
            state=given.get("state", ""),
            whose=whose if whose in WHOSE else "",
            tag=" ".join(given.get("tag", "").split())[:60],
            unit=_number(given.get("unit", "")),
            view=_number(given.get("view", "")),
            page=min(max(int(page), 1), MOST_PAGES) if page.isdecimal() and len(page) < 9 else 1,
        )

    @property
    def is_narrowed(self) -> bool:
        return not self.filters.is_none

    @property
    def is_quiet_alone(self) -> bool:
        """Whether silence is all that is asked for."""
        return self.filters == Filters(whose="quiet")

    @property
    def filters(self) -> Filters:
        """What a view keeps of it."""
        return Filters(search=self.search, state=self.state, whose=self.whose, tag=self.tag, unit=self.unit)

    def address(self) -> str:
        told = {
            "q": self.search,
            "state": self.state,
            "whose": self.whose,
            "tag": self.tag,
            "unit": self.unit,
            "view": self.view,
        }
        parts = {key: value for key, value in told.items() if value}
        return "?" + urlencode(parts | ({"page": self.page} if self.page > 1 else {}))


def _number(given: str) -> int | None:
    return int(given) if given.isdecimal() and len(given) < 19 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCard:
    """One project in the list."""

    title: str
    href: str
    place: str
    state: str
    aim: str
    people: str
    tags: tuple[str, ...]
    seen_by: str
    level: str
    """Who can see it, as one of the four levels."""
    is_invented: bool
    quiet: str
    """How long there was no news, where it is long enough to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioPage:
    """What the list shows."""

    cards: tuple[ProjectCard, ...]
    count: str
    asked: Asked
    whose: tuple[Segment, ...]
    states: tuple[tuple[str, str], ...]
    private: str
    """How many more there are that their teams keep, for who leads: a number alone."""
    earlier: str
    later: str


def asked_text(waiting: int) -> str:
    """ "Asked of me (2)": how many teams wait for an answer."""
    return _("Asked of me (%(count)d)") % {"count": waiting} if waiting else _("Asked of me")


def present_portfolio(
    rows: Sequence[ProjectRow], *, count: int, private: int, shown: int, asked: Asked, now: datetime
) -> PortfolioPage:
    return PortfolioPage(
        cards=tuple(present_card(row, now) for row in rows),
        count=ngettext("%(count)d project", "%(count)d projects", count) % {"count": count},
        asked=asked,
        whose=_segments(asked),
        states=tuple((state.value, spoken().state(state)) for state in State),
        private=_private_text(private),
        earlier=replace(asked, page=asked.page - 1).address() if asked.page > 1 else "",
        later=replace(asked, page=asked.page + 1).address() if asked.page * shown < count else "",
    )


def _private_text(count: int) -> str:
    words = ngettext(
        "And %(count)d private project: only its team sees it.",
        "And %(count)d private projects: only their teams see them.",
        count,
    )
    return words % {"count": count} if count else ""


def _segments(asked: Asked) -> tuple[Segment, ...]:
    words = {"": _("All"), "mine": _("My projects"), "quiet": _("No news for 6 weeks")}
    return tuple(
        Segment(
            text=text, href=replace(asked, whose=whose, page=1).address(), is_current=asked.whose == whose
        )
        for whose, text in words.items()
    )


def present_card(row: ProjectRow, now: datetime) -> ProjectCard:
    silence = now - row.last_news_at
    quiet = _("No news for %(weeks)s: ask them") % {"weeks": weeks_text(silence.days // 7)}
    return ProjectCard(
        title=row.title,
        href=reverse("projects:story", args=[row.id]),
        place=", ".join(dict.fromkeys((row.unit, row.organisation))),
        state=spoken().state(row.state),
        aim=row.aim,
        people=leads_text(row.leads),
        tags=row.tags,
        seen_by=visibility_text(row.visibility, row.organisation),
        level=row.visibility,
        is_invented=row.is_invented,
        quiet=quiet if silence > QUIET and row.state != State.CLOSED else "",
    )


def leads_text(leads: Sequence[str]) -> str:
    if not leads:
        return ""
    if len(leads) == 1:
        return _("%(name)s leads this") % {"name": leads[0]}
    return _("%(names)s and %(last)s lead this") % {"names": ", ".join(leads[:-1]), "last": leads[-1]}
