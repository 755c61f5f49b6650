"""Involvement as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.decision import Decision
from wellrun.projects.queries import CheckResult, Involvement, Project, Word
from wellrun.projects.values import NOTHING_TOLD, Often, Question, Told
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.presenters.involvement import LevelView, present_level
from wellrun.web.projects.presenters.words import project_trail
from wellrun.web.shell.words import spoken
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """What one partner said."""

    name: str
    text: str
    words: str
    is_yes: bool
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One round of the experience check that is over."""

    when: str
    answers: tuple[tuple[str, str], ...]
    """Each question with its middle answer, in words; empty where too few answered."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementPage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    level: LevelView | None
    earlier: tuple[LevelView, ...]
    may_work: bool
    is_partner: bool
    may_agree: bool
    is_team: bool
    words: tuple[WordRow, ...]
    check: str
    """none, open or answered: what this person can do about the experience check."""
    check_refusal: str
    results: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementSources:
    """The rows behind the page, and what the person may do with them."""

    project: Project
    levels: Sequence[Involvement]
    words: Sequence[Word]
    results: Sequence[CheckResult]
    check: str
    work: Decision
    partner: Decision
    team: Decision
    takes_check: Decision
    person_id: int | None
    told: Told = NOTHING_TOLD


def present_involvement(sources: InvolvementSources) -> InvolvementPage:
    levels = sources.levels
    return InvolvementPage(
        id=sources.project.pk,
        title=sources.project.title,
        trail=project_trail(sources.project),
        level=present_level(levels[0], sources.told) if levels else None,
        earlier=tuple(present_level(row, sources.told) for row in levels[1:]),
        may_work=bool(sources.work),
        is_partner=bool(sources.partner),
        may_agree=bool(sources.partner) and bool(levels) and not _agreed(levels[0], sources.person_id),
        is_team=bool(sources.team),
        words=tuple(_word(row) for row in sources.words) if sources.team else (),
        check=sources.check,
        check_refusal=sources.takes_check.refusal,
        results=tuple(_result(each) for each in sources.results) if sources.team else (),
    )


def _agreed(row: Involvement, person_id: int | None) -> bool:
    return any(each.person_id == person_id for each in row.agreements.all())


def _word(row: Word) -> WordRow:
    state = spoken().state(row.target)
    return WordRow(
        name=row.person.name,
        text=(_("Yes to “%(state)s”") if row.is_yes else _("Not yet to “%(state)s”")) % {"state": state},
        words=row.words,
        is_yes=row.is_yes,
        when=format_date(row.at.date()),
    )


def _result(result: CheckResult) -> ResultRow:
    answers = tuple(
        (str(question.label), str(Often(result.middles[question]).label))
        for question in Question
        if question in result.middles
    )
    if not answers:
        note = _("Fewer than 3 people answered. Nothing is shown, and what they said was not kept.")
    else:
        note = ngettext("%(count)d person answered.", "%(count)d people answered.", result.n_answers) % {
            "count": result.n_answers
        }
    return ResultRow(when=format_date(result.closed_at.date()), answers=answers, note=note)
