"""The story of a project as a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.visibility import Visibility
from wellrun.projects.policies import AimHint, aim_sentence
from wellrun.projects.queries import Aim, told_of
from wellrun.projects.values import State
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.facts.tag import Figure
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.people.tag import Teammate
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.components.timeline.tag import Moment
from wellrun.web.components.tree.nodes import Node
from wellrun.web.projects.presenters.aim import aim_figures, present_hints
from wellrun.web.projects.presenters.barriers import BarrierRow, for_the_story, present_barriers
from wellrun.web.projects.presenters.history import present_moments
from wellrun.web.projects.presenters.holding import HoldingView, present_holding
from wellrun.web.projects.presenters.involvement import LevelView, present_level
from wellrun.web.projects.presenters.learned import LearnedView, present_learned
from wellrun.web.projects.presenters.measured import MainView, all_measures_text, present_main
from wellrun.web.projects.presenters.next_step import NextStep, present_next
from wellrun.web.projects.presenters.origin import Lineage
from wellrun.web.projects.presenters.progress import ProgressView, present_progress
from wellrun.web.projects.presenters.recent import recent_figure
from wellrun.web.projects.presenters.sources import StorySources
from wellrun.web.projects.presenters.team import leading_text, partners_text, teammates
from wellrun.web.projects.presenters.tested import TestsView, present_tests
from wellrun.web.projects.presenters.theory import present_theory
from wellrun.web.projects.presenters.words import project_tabs, projects_crumb, visibility_text
from wellrun.web.shell.words import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A way on, or back: what its button says, and why it cannot be pressed."""

    target: str
    text: str
    needs_reason: bool
    refusal: str
    state: str
    """What the state is called, where it leads."""
    href: str = ""
    """An ending begins with a look back, on a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    above: str
    faces: tuple[str, ...]
    facts: tuple[Fact, ...]
    tabs: tuple[Tab, ...]
    sections: tuple[str, ...]
    """The templates of its sections, in the order of the person's own method."""
    aim: str
    figures: tuple[Figure, ...]
    hint: AimHint | None
    next_step: NextStep | None
    """What a coach would ask next about the aim: one thing at a time."""
    why: str
    why_by: str
    main: MainView | None
    all_measures: str
    theory: Node | None
    tests: TestsView | None
    states: tuple[str, ...]
    state: str
    state_number: int
    moves: tuple[Move, ...]
    team: tuple[Teammate, ...]
    partners: str
    progress: ProgressView
    involvement: LevelView | None
    barriers: tuple[BarrierRow, ...]
    holding: HoldingView | None
    learned: LearnedView | None
    tags: tuple[tuple[int, str], ...]
    other_tags: tuple[str, ...]
    history: tuple[Moment, ...]
    lineage: Lineage | None
    may_work: bool
    reads_team_matters: bool

    @property
    def share_look(self) -> str:
        """One button leads on a page: to the next step, as long as there is one."""
        return "primary" if self.aim and self.next_step is None else "plain"

    @property
    def may_reason(self) -> bool:
        """Whether there is a way back, or to a close: those need a reason, and partners their word."""
        return any(move.needs_reason and not move.href for move in self.moves)


SECTIONS = {
    "aim": "projects/_aim.html",
    "stage": "projects/_stage.html",
    "better": "projects/_main_measure.html",
    "progress": "projects/_progress.html",
    "theory": "projects/_theory.html",
    "tests": "projects/_tests.html",
    "team": "projects/_team.html",
    "barriers": "projects/_barriers.html",
}
FACES = 5
"""As many as fit beside the names on a phone."""
LAST = ("projects/_holding.html", "projects/_learned.html")
"""How it ends is told last in every method."""
STEPS = tuple(state for state in State if state != State.CLOSED)


def present_story(sources: StorySources) -> StoryPage:
    words, project, aim = spoken(), sources.project, next(iter(sources.aims), None)
    sentence = aim_sentence(aim) if aim else ""
    return StoryPage(
        id=project.pk,
        title=project.title,
        trail=(projects_crumb(),),
        above=", ".join(dict.fromkeys((project.unit.name, project.organisation.name))),
        faces=_faces(sources),
        facts=_facts(sources),
        tabs=() if sources.is_stranger else project_tabs(project.pk, "projects:story"),
        sections=(*(SECTIONS[each] for each in words.method.sections), *LAST),
        aim=sentence,
        figures=_figures(sources, aim) if aim else (),
        hint=_hint(sources, aim),
        next_step=present_next(sources),
        why=project.why,
        why_by="" if sources.is_stranger else project.why_by,
        main=present_main(sources.measured),
        all_measures="" if sources.is_stranger else all_measures_text(sources.measured.count),
        **_work(sources, sentence),
        states=tuple(words.state(state) for state in STEPS),
        state=words.state(project.state),
        state_number=_state_number(project.state),
        moves=_moves(sources),
        team=() if sources.is_stranger else teammates(sources.seats),
        partners=partners_text(sources.seats),
        progress=_progress(sources),
        involvement=_involvement(sources),
        barriers=_barriers(sources),
        holding=present_holding(sources),
        learned=present_learned(sources),
        tags=tuple((tag.pk, tag.name) for tag in sources.tags),
        other_tags=tuple(sources.other_tags),
        **_past(sources),
        may_work=bool(sources.work),
        reads_team_matters=bool(sources.team),
    )


def _work(sources: StorySources, sentence: str) -> dict[str, Any]:
    """The theory and its tests, which strangers do not read."""
    if sources.is_stranger:
        return {"theory": None, "tests": None}
    theory = present_theory(sources.project, sentence, sources.branches, sources.cycles)
    return {"theory": theory, "tests": present_tests(sources.cycles)}


def _past(sources: StorySources) -> dict[str, Any]:
    """What happened here and where it came from, which strangers do not read."""
    if sources.is_stranger:
        return {"history": (), "lineage": None}
    team = {seat.person_id: seat.person.name for seat in sources.seats}
    return {"history": present_moments(sources.events, sources.cycles, team), "lineage": sources.lineage}


def _faces(sources: StorySources) -> tuple[str, ...]:
    return () if sources.is_stranger else tuple(each.name for each in teammates(sources.seats)[:FACES])


def _hint(sources: StorySources, aim: Aim | None) -> AimHint | None:
    hints = present_hints(aim, today=sources.now.date()) if sources.work else ()
    return next(iter(hints), None)


def _figures(sources: StorySources, aim: Aim) -> tuple[Figure, ...]:
    recent = recent_figure(sources.measured.chart, unit=aim.measured_by)
    return aim_figures(aim, today=sources.now.date(), recent=recent)


def _progress(sources: StorySources) -> ProgressView:
    told = told_of(sources.origin)
    return present_progress(sources.suggestion, sources.progress, is_stranger=sources.is_stranger, told=told)


def _state_number(state: str) -> int:
    return STEPS.index(State(state)) + 1 if state != State.CLOSED else len(STEPS)


def _facts(sources: StorySources) -> tuple[Fact, ...]:
    project = sources.project
    leading = leading_text(sources.seats)
    seen_by = visibility_text(project.visibility, project.organisation.name)
    return (
        *((Fact(text=leading, look="words"),) if leading and not sources.is_stranger else ()),
        Fact(text=spoken().state(project.state), look="pine"),
        Fact(text=seen_by, icon="globe" if project.visibility == Visibility.PUBLIC else "lock"),
        *(Fact(text=tag.name) for tag in sources.tags),
        *((Fact(text=_("Invented story"), icon="info"),) if project.is_invented else ()),
    )


def _moves(sources: StorySources) -> tuple[Move, ...]:
    words = spoken()
    return tuple(
        Move(
            target=change.target,
            text=words.move(change.target) if change.is_onward else str(change.words),
            needs_reason=change.needs_reason,
            refusal=decision.refusal,
            state=spoken().state(change.target),
            href=reverse("closing:review", args=[sources.project.pk]) if change.is_ending else "",
        )
        for change, decision in sources.changes
        if sources.work or decision or change.needs_leader
    )


def _involvement(sources: StorySources) -> LevelView | None:
    """It names who agreed, so a stranger does not see it."""
    row = sources.involvement
    return (
        present_level(row, told_of(sources.origin)) if row is not None and not sources.is_stranger else None
    )


def _barriers(sources: StorySources) -> tuple[BarrierRow, ...]:
    if sources.is_stranger:
        return ()
    today, told = sources.now.date(), told_of(sources.origin)
    return for_the_story(present_barriers(sources.barriers, today=today, told=told))
