"""Coaching in plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.capability.values import Suggestion
from wellrun.core.decision import Decision
from wellrun.projects.queries import CoachedTeam, CoachingNote, CoachLoad, Progress, Project
from wellrun.projects.queries.portfolio import QUIET
from wellrun.projects.values import NOTHING_TOLD, Told
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.presenters.progress import ProgressView, present_progress, score_text
from wellrun.web.projects.presenters.words import project_trail, weeks_text
from wellrun.web.shell.words import spoken
from wellrun_spc.wording import format_date

FULL = 3
"""Teams of one coach in a large programme: 47 coaches for 150 active projects (ELFT, 2018)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One score with its evidence."""

    title: str
    is_reached: bool
    items: tuple[tuple[str, bool], ...]
    """Each piece of evidence, and whether it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """One conversation in the log."""

    when: str
    coach: str
    what: str
    next_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingPage:
    """A project's coaching."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    progress: ProgressView
    evidence: tuple[EvidenceRow, ...]
    earlier: tuple[tuple[str, str], ...]
    notes: tuple[NoteRow, ...]
    may_coach: bool


def present_coaching(
    project: Project,
    suggestion: Suggestion,
    confirmed: Sequence[Progress],
    notes: Iterable[CoachingNote],
    *,
    coach: Decision,
    told: Told = NOTHING_TOLD,
) -> CoachingPage:
    return CoachingPage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        progress=present_progress(suggestion, confirmed, told=told),
        evidence=tuple(
            EvidenceRow(
                title=f"{level.score:g} {level.name}",
                is_reached=level.score <= suggestion.score,
                items=tuple((item.text, item.is_there) for item in level.items),
            )
            for level in suggestion.levels
        ),
        earlier=tuple((score_text(row.score), format_date(row.at.date())) for row in confirmed[1:]),
        notes=tuple(
            NoteRow(
                when=format_date(note.on),
                coach=told.wrote(f"coaching/{note.pk}", note.coach.name),
                what=note.what,
                next_step=note.next_step,
            )
            for note in notes
        ),
        may_coach=bool(coach),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One team of a coach."""

    title: str
    href: str
    unit: str
    state: str
    news: str
    score: str
    talked: str
    next_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRow:
    """One coach and how many teams they have."""

    name: str
    teams: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamsPage:
    """A coach's round."""

    teams: tuple[TeamRow, ...]
    load: str
    loads: tuple[LoadRow, ...]


def present_teams(teams: Sequence[CoachedTeam], loads: Iterable[CoachLoad], *, now: datetime) -> TeamsPage:
    return TeamsPage(
        teams=tuple(_team(team, now) for team in teams),
        load=_load(len(teams)) if teams else "",
        loads=tuple(
            LoadRow(name=each.name, teams=_teams_text(each.teams), note=_more_than_usual(each.teams))
            for each in loads
        ),
    )


def _team(team: CoachedTeam, now: datetime) -> TeamRow:
    return TeamRow(
        title=team.title,
        href=reverse("coaching:project", args=[team.project_id]),
        unit=team.unit,
        state=spoken().state(team.state),
        news=_news((now - team.last_news_at).days),
        score=score_text(team.score) if team.score is not None else _("Not agreed yet"),
        talked=_talked(team.talked_on),
        next_step=team.next_step,
    )


def _news(days: int) -> str:
    if days < 7:
        return _("News this week")
    if days <= QUIET.days:
        return _("No news for %(weeks)s") % {"weeks": weeks_text(days // 7)}
    return _("No news for %(weeks)s: ask them") % {"weeks": weeks_text(days // 7)}


def _talked(on: date | None) -> str:
    return _("You talked on %(day)s") % {"day": format_date(on)} if on else _("Not talked yet")


def _teams_text(count: int) -> str:
    return ngettext("%(count)d team", "%(count)d teams", count) % {"count": count}


def _load(count: int) -> str:
    return f"{_('You coach %(teams)s.') % {'teams': _teams_text(count)}} {_more_than_usual(count)}".strip()


def _more_than_usual(count: int) -> str:
    """About three is what a large programme had; more is a question, not a fault."""
    return _("About 3 is usual. Is there time for all?") if count > FULL else ""
