"""The front page: what needs me, my projects, what others learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.learning.queries import Story
from wellrun.measures.queries import MeasureRow
from wellrun.organisations.queries import Beginning
from wellrun.projects.values import State
from wellrun.web.components.measure_card.tag import MeasureCard, SignLine
from wellrun.web.projects.presenters.portfolio import ProjectCard, present_card
from wellrun.web.shell.excerpts import shortened
from wellrun.web.today.presenters.found import MOST_CARDS, MOST_PROJECTS, MOST_TASKS, Found
from wellrun.web.today.presenters.tasks import place_of, tasks_of
from wellrun.web.today.presenters.words import Task
from wellrun_spc.wording import format_date, format_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnProject:
    """One of the person's projects, with what its main chart says."""

    card: ProjectCard
    sign: SignLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedCard:
    """A story of another team: its name, and the first thing they learned."""

    title: str
    href: str
    place: str
    learned: str
    is_invented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSteps:
    """What an administrator does first in a new organisation; an address is empty where it is done."""

    name: str
    units_href: str
    people_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """What the front page shows. ``is_new`` says that nothing is the person's own yet."""

    date: str
    lede: str
    tasks: tuple[Task, ...]
    more: str
    more_href: str
    projects: tuple[OwnProject, ...]
    learned: tuple[LearnedCard, ...]
    better: tuple[MeasureCard, ...]
    stories: tuple[MeasureCard, ...]
    first_steps: FirstSteps | None
    is_new: bool
    is_demo: bool


def present_today(found: Found, *, now: datetime) -> TodayPage:
    """What others wait for first, then what measures and tests want; projects; what others learned."""
    every = list(tasks_of(found, now.date()))
    waiting = len(every) + found.measure_count - len(found.measures)
    tasks = every if found.shows_all else list(islice(every, MOST_TASKS))
    hidden = waiting - len(tasks)
    return TodayPage(
        date=format_date(now.date()),
        lede=_lede(waiting, is_new=found.is_nothing_yet),
        tasks=tuple(tasks),
        more=ngettext("See %(count)d more", "See %(count)d more", hidden) % {"count": hidden}
        if hidden > 0
        else "",
        more_href=f"{reverse('measures:list')}?reading=concerning" if found.shows_all else "?all=1#needs",
        projects=_own_projects(found, now),
        learned=tuple(_learned(row) for row in found.learned[:MOST_CARDS]),
        better=tuple(_card(row) for row in found.better[: MOST_CARDS - len(found.learned[:MOST_CARDS])]),
        stories=tuple(_card(row) for row in found.stories[:MOST_CARDS]) if found.is_nothing_yet else (),
        first_steps=_first_steps(found.beginning) if found.beginning else None,
        is_new=found.is_nothing_yet,
        is_demo=found.is_demo,
    )


def _first_steps(beginning: Beginning) -> FirstSteps:
    here = [beginning.organisation.slug]
    return FirstSteps(
        name=beginning.organisation.name,
        units_href="" if beginning.has_units else reverse("organisations:administer-units", args=here),
        people_href="" if beginning.has_people else reverse("invitations:list"),
    )


def _lede(waiting: int, *, is_new: bool) -> str:
    if is_new and not waiting:
        return _("Nothing needs you yet.")
    if not waiting:
        return _("Nothing needs you today. Steady is good news when it is good enough.")
    return ngettext("One thing needs you.", "%(count)d things need you.", waiting) % {"count": waiting}


def _own_projects(found: Found, now: datetime) -> tuple[OwnProject, ...]:
    open_ones = [row for row in found.projects if row.state != State.CLOSED][:MOST_PROJECTS]
    return tuple(OwnProject(card=present_card(row, now), sign=_sign(found, row.id)) for row in open_ones)


def _sign(found: Found, project_id: int) -> SignLine | None:
    main = found.mains.get(project_id)
    if main is None or not main.word:
        return None
    return SignLine(of=main.variation or "not_assessed", side=main.side, word=main.word, rest=main.name)


def _learned(row: Story) -> LearnedCard:
    project = row.project
    return LearnedCard(
        title=row.title,
        href=reverse("learn:story", args=[row.pk]),
        place=", ".join(dict.fromkeys((project.unit.name, project.organisation.name))),
        learned=shortened(next(iter(row.learned.splitlines()), "")),
        is_invented=project.is_invented,
    )


def _card(row: MeasureRow) -> MeasureCard:
    return MeasureCard(
        title=row.name,
        href=reverse("measures:detail", args=[row.id]),
        value=row.last_value,
        unit=format_moment(row.last_period, row.period) if row.last_period else "",
        kind=place_of(row),
        spark=row.spark,
        signs=(SignLine(of=row.variation or "not_assessed", side=row.side, word=row.word),),
    )
