"""The tests that a huddle is about: what each waits for, with the form for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.pdsa.queries import Cycle, DayNote, Prediction, predicted_in, seen_in
from wellrun.pdsa.values import Stage
from wellrun.web.huddle.forms import Typed, act_form, happened_form, study_form
from wellrun.web.pdsa.presenters.cycle import decision_helps
from wellrun.web.pdsa.presenters.days import present_days
from wellrun.web.pdsa.presenters.study import Beside, present_beside
from wellrun.web.pdsa.presenters.words import cycle_title, scale_text, stage_icon, stage_text
from wellrun_spc.wording import format_date

RUNNING = frozenset({Stage.DO, Stage.STUDY, Stage.ACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class TestLine:
    """One test by name."""

    id: int
    title: str
    href: str
    icon: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningTest:
    """A test under way. Which form it shows, says what it waits for."""

    line: TestLine
    stage: str
    predictions: tuple[Beside, ...]
    result: str
    """In one text, where nothing was predicted."""
    happened_text: str
    happened: BaseForm
    study: BaseForm | None
    act: BaseForm | None
    decision_helps: dict[str, str]
    opens_happened: bool
    opens_rest: bool


def present_running(cycles: Sequence[Cycle], *, version: int, typed: Typed) -> tuple[RunningTest, ...]:
    """Those that wait for the team come first: Study and Act, then what is still tested."""
    running = sorted(
        (each for each in cycles if each.stage in RUNNING), key=lambda each: each.stage == Stage.DO
    )
    predicted, seen = predicted_in(running), seen_in(running)
    return tuple(
        _running(each, predicted.get(each.pk, []), seen.get(each.pk, []), version=version, typed=typed)
        for each in running
    )


def present_planned(cycles: Sequence[Cycle]) -> tuple[TestLine, ...]:
    return tuple(_line(each) for each in cycles if each.stage == Stage.PLAN)


def _running(
    cycle: Cycle, predictions: list[Prediction], days: list[DayNote], *, version: int, typed: Typed
) -> RunningTest:
    is_typed = typed.is_about("test", cycle.pk)
    in_words = present_days(cycle, days).in_words
    return RunningTest(
        line=_line(cycle),
        stage=stage_text(cycle),
        predictions=present_beside(predictions),
        result="" if predictions else cycle.result,
        happened_text=_("Change what happened") if cycle.happened else _("Say what happened"),
        happened=happened_form(cycle, version=version, typed=typed),
        study=study_form(cycle, predictions, in_words, version=version, typed=typed)
        if cycle.stage == Stage.STUDY
        else None,
        act=act_form(cycle, typed=typed) if cycle.stage in (Stage.STUDY, Stage.ACT) else None,
        decision_helps=decision_helps(),
        opens_happened=is_typed and "happened" in typed.forms,
        opens_rest=is_typed and "happened" not in typed.forms,
    )


def _line(cycle: Cycle) -> TestLine:
    starts = _("from %(day)s") % {"day": format_date(cycle.starts_on)} if cycle.starts_on else ""
    return TestLine(
        id=cycle.pk,
        title=cycle_title(cycle),
        href=reverse("pdsa:cycle", args=[cycle.pk]),
        icon=stage_icon(cycle),
        about=", ".join(part for part in (scale_text(cycle), cycle.who, starts) if part),
    )
