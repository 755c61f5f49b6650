"""The huddle in plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.conversations.queries import counts_of
from wellrun.measures.queries import Measure
from wellrun.pdsa.queries import Cycle
from wellrun.projects.queries import Action, Project, Seat
from wellrun.projects.values import EDITORS, NOTHING_TOLD, Told
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.conversations.presenters import talk_text
from wellrun.web.huddle.forms import NOTHING_TYPED, NoteForm, Typed, note_form
from wellrun.web.huddle.presenters.cycles import RunningTest, TestLine, present_planned, present_running
from wellrun.web.measures.presenters.words import visibility_text
from wellrun.web.projects.presenters.words import project_trail
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRow:
    """What one measure says now, and where a note on it is written."""

    id: int
    name: str
    href: str
    variation: str
    side: str
    word: str
    plain: str
    talk: str
    """ "2 comments"; empty where nobody has said anything."""
    talk_href: str
    form: NoteForm
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One next action."""

    id: int
    text: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HuddlePage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    running: tuple[RunningTest, ...]
    planned: tuple[TestLine, ...]
    data: tuple[DataRow, ...]
    actions: tuple[ActionRow, ...]
    new_test: str


def present_huddle(
    project: Project,
    cycles: Sequence[Cycle],
    measures: Iterable[Measure],
    actions: Iterable[Action],
    *,
    typed: Typed = NOTHING_TYPED,
    told: Told = NOTHING_TOLD,
) -> HuddlePage:
    """``typed`` is what could not be saved, about a test or a measure."""
    measures = list(measures)
    said = counts_of("measure", [measure.pk for measure in measures])
    return HuddlePage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        running=present_running(cycles, version=project.version, typed=typed),
        planned=present_planned(cycles),
        data=tuple(_data(measure, said.get(measure.pk, 0), typed) for measure in measures),
        actions=tuple(_action(action, told) for action in actions),
        new_test=reverse("pdsa:new", args=[project.pk]),
    )


def team_choices(seats: Iterable[Seat]) -> list[tuple[str, str]]:
    """Everybody who works on the project, once."""
    names = {seat.person_id: seat.person.name for seat in seats if seat.role in EDITORS}
    return [(str(person_id), name) for person_id, name in names.items()]


def _data(measure: Measure, comments: int, typed: Typed) -> DataRow:
    page = reverse("measures:detail", args=[measure.pk])
    seen_by = visibility_text(measure.visibility, measure.organisation.name)
    return DataRow(
        id=measure.pk,
        name=measure.name,
        href=page,
        variation=measure.variation,
        side=measure.side,
        word=measure.word,
        plain=measure.plain,
        talk=talk_text(comments) if comments else "",
        talk_href=f"{page}#talk",
        form=note_form(measure.pk, seen_by=seen_by, typed=typed),
        is_open=typed.is_about("measure", measure.pk),
    )


def _action(action: Action, told: Told) -> ActionRow:
    due = ""
    if action.due_on:
        words = _("was to be done by %(day)s") if action.due_on < timezone.localdate() else _("by %(day)s")
        due = words % {"day": format_date(action.due_on)}
    who = told.wrote(f"action/{action.pk}", action.person.name)
    return ActionRow(id=action.pk, text=action.text, about=", ".join(part for part in (who, due) if part))


def is_lost(page: HuddlePage, typed: Typed) -> bool:
    """Whether words about a test came back that takes them no more: somebody went on with it meanwhile."""
    shown: set[str] = set()
    for test in page.running:
        if typed.is_about("test", test.line.id):
            shown = {"happened"} | {name for name in ("study", "act") if getattr(test, name) is not None}
    return typed.kind == "test" and bool(typed.forms.keys() - shown)
