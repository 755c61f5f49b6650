"""The huddle in plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from wellrun.control.policies import next_huddle
from wellrun.control.queries import Huddle
from wellrun.control.values import Weekday
from wellrun.measures.queries import Measure
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Stage
from wellrun.projects.queries import Action, Project, Seat
from wellrun.projects.values import EDITORS, NOTHING_TOLD, Told
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.huddle.forms import HappenedForm
from wellrun.web.pdsa.presenters.words import cycle_title, scale_text, stage_icon
from wellrun.web.projects.presenters.words import project_trail
from wellrun_spc.wording import format_date

RUNNING = frozenset({Stage.DO, Stage.STUDY, Stage.ACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRow:
    """One test, under way or planned."""

    id: int
    title: str
    href: str
    icon: str
    about: str
    prediction: str
    form: HappenedForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRow:
    """What one measure says now."""

    name: str
    href: str
    variation: str
    side: str
    word: str
    plain: str


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
    running: tuple[TestRow, ...]
    planned: tuple[TestRow, ...]
    data: tuple[DataRow, ...]
    actions: tuple[ActionRow, ...]
    new_test: str


def present_huddle(
    project: Project,
    cycles: Sequence[Cycle],
    measures: Iterable[Measure],
    actions: Iterable[Action],
    *,
    typed: HappenedForm | None = None,
    typed_about: int = 0,
    told: Told = NOTHING_TOLD,
) -> HuddlePage:
    """``typed`` is a note about a test that could not be saved."""
    running = [cycle for cycle in cycles if cycle.stage in RUNNING]
    forms = {
        cycle.pk: HappenedForm.about(
            cycle.pk,
            initial={
                "happened": cycle.happened, "surprises": cycle.surprises, "version": project.version,
            },
        )
        for cycle in running
    }  # fmt: skip
    if typed is not None:
        forms[typed_about] = typed
    return HuddlePage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        running=tuple(_test(cycle, forms.get(cycle.pk)) for cycle in running),
        planned=tuple(_test(cycle, None) for cycle in cycles if cycle.stage == Stage.PLAN),
        data=tuple(_data(measure) for measure in measures),
        actions=tuple(_action(action, told) for action in actions),
        new_test=reverse("pdsa:new", args=[project.pk]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When the team meets next, and whether this person gets the agenda."""

    when: str
    is_set: bool
    is_wanted: bool
    agenda: str


def present_meeting(huddle: Huddle | None, *, is_wanted: bool, now: datetime) -> Meeting:
    if huddle is None:
        return Meeting(when=_("No fixed time yet."), is_set=False, is_wanted=is_wanted, agenda="")
    at = next_huddle(huddle.weekday, huddle.at, after=now, zone=get_default_timezone())
    words = {
        "weekday": Weekday(huddle.weekday).label,
        "day": format_date(at.date()),
        "time": f"{huddle.at:%H:%M}",
    }
    return Meeting(
        when=_("%(weekday)s at %(time)s. Next on %(day)s.") % words,
        is_set=True,
        is_wanted=is_wanted,
        agenda=_("You get the agenda by e-mail, within the day before.")
        if is_wanted
        else _("You do not get the agenda by e-mail."),
    )


def team_choices(seats: Iterable[Seat]) -> list[tuple[str, str]]:
    """Everybody who works on the project, once."""
    names = {seat.person_id: seat.person.name for seat in seats if seat.role in EDITORS}
    return [(str(person_id), name) for person_id, name in names.items()]


def _test(cycle: Cycle, form: HappenedForm | None) -> TestRow:
    starts = _("from %(day)s") % {"day": format_date(cycle.starts_on)} if cycle.starts_on else ""
    return TestRow(
        id=cycle.pk,
        title=cycle_title(cycle),
        href=reverse("pdsa:cycle", args=[cycle.pk]),
        icon=stage_icon(cycle),
        about=", ".join(part for part in (scale_text(cycle), cycle.who, starts) if part),
        prediction=cycle.prediction,
        form=form,
    )


def _data(measure: Measure) -> DataRow:
    return DataRow(
        name=measure.name,
        href=reverse("measures:detail", args=[measure.pk]),
        variation=measure.variation,
        side=measure.side,
        word=measure.word,
        plain=measure.plain,
    )


def _action(action: Action, told: Told) -> ActionRow:
    due = _("by %(day)s") % {"day": format_date(action.due_on)} if action.due_on else ""
    who = told.wrote(f"action/{action.pk}", action.person.name)
    return ActionRow(id=action.pk, text=action.text, about=", ".join(part for part in (who, due) if part))
