"""One test as a page: question and prediction, plan, what happened, result beside prediction, decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.core.vocabulary import worded
from wellrun.pdsa.permissions import may_write
from wellrun.pdsa.policies import ORDER, Feature, features_of
from wellrun.pdsa.queries import Cycle, DayNote, Prediction, ramp_of
from wellrun.pdsa.values import Decision, Stage
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.define.tag import Term
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.ramp.tag import RampStep
from wellrun.web.pdsa.presenters.days import DayTable, present_days
from wellrun.web.pdsa.presenters.steps import Steps, present_steps
from wellrun.web.pdsa.presenters.study import Beside, FromTheChart, present_beside, present_chart
from wellrun.web.pdsa.presenters.words import (
    cycle_title,
    cycle_trail,
    ramp_steps,
    scale_text,
    span_text,
    stage_icon,
    stage_text,
)
from wellrun.web.projects.presenters.words import visibility_text
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclePage:
    """All the page shows."""

    id: int
    address: str
    title: str
    trail: tuple[Crumb, ...]
    facts: tuple[Fact, ...]
    ramp: tuple[RampStep, ...]
    steps: Steps
    question: str
    predictions: tuple[Beside, ...]
    locked_on: str
    plan: tuple[Term, ...]
    days: DayTable
    happened: str
    surprises: str
    result: str
    shows_beside: bool
    learned: str
    decision: str
    decision_helps: dict[str, str]
    decision_why: str
    chart: FromTheChart | None
    may_write: bool
    may_start: bool
    may_tell: bool
    may_study: bool
    may_decide: bool
    tell_text: str
    opens_do: bool
    is_do: bool
    is_study: bool
    is_done: bool
    features: tuple[Feature, ...]
    next_text: str
    next_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What belongs to a test and stands in rows of its own."""

    predictions: Sequence[Prediction]
    days: Sequence[DayNote]
    changing: DayNote | None = None
    """The day whose line is open."""


def present_cycle(actor: Actor, cycle: Cycle, written: Written, *, today: date) -> CyclePage:
    ramp, writes = ramp_of(cycle), bool(may_write(actor, cycle))
    at = ORDER.index(cycle.stage)
    is_open = writes and cycle.stage != Stage.DONE
    return CyclePage(
        id=cycle.pk,
        address=reverse("pdsa:cycle", args=[cycle.pk]),
        title=cycle_title(cycle),
        trail=cycle_trail(cycle),
        facts=_facts(cycle),
        ramp=ramp_steps(ramp, cycle),
        steps=present_steps(cycle),
        question=cycle.question,
        predictions=present_beside(written.predictions),
        locked_on=format_date(cycle.locked_at.date()) if cycle.locked_at else "",
        plan=_plan(cycle),
        days=present_days(cycle, written.days, changing=written.changing),
        happened=cycle.happened,
        surprises=cycle.surprises,
        result=cycle.result,
        shows_beside=bool(cycle.result and written.predictions),
        learned=cycle.learned,
        decision_helps=decision_helps(),
        decision=str(Decision(cycle.decision).label) if cycle.decision else "",
        decision_why=cycle.decision_why,
        chart=present_chart(actor, cycle, written.predictions),
        may_write=is_open,
        may_start=is_open and cycle.stage == Stage.PLAN,
        may_tell=is_open and at >= ORDER.index(Stage.DO),
        may_study=is_open and at >= ORDER.index(Stage.STUDY),
        may_decide=is_open and at >= ORDER.index(Stage.STUDY),
        tell_text=_tell_text(cycle),
        opens_do=cycle.stage == Stage.DO and (cycle.ends_on is None or cycle.ends_on <= today),
        is_do=cycle.stage == Stage.DO,
        is_study=cycle.stage == Stage.STUDY,
        is_done=cycle.stage == Stage.DONE,
        features=features_of(cycle, ramp) if writes else (),
        **_next(cycle, writes=writes),
    )


def _tell_text(cycle: Cycle) -> str:
    if cycle.happened:
        return _("Change what happened")
    return worded(_("{The_test} is over: say what happened"))


def decision_helps() -> dict[str, str]:
    """What each choice means, so that nobody needs the field's words."""
    return {
        Decision.ADOPT: _("It works. Make it how we do things."),
        Decision.ADAPT: _("It nearly works. Change one thing."),
        Decision.EXPAND: _("It works here. Try it wider."),
        Decision.ABANDON: _("It does not work here. Say why."),
    }


def _next(cycle: Cycle, *, writes: bool) -> dict[str, str]:
    """What the test waits for, as the one thing to do on the page."""
    after = f"{reverse('pdsa:new', args=[cycle.project_id])}?after={cycle.pk}"
    text, href = {
        Stage.PLAN: (_("Ready to start?"), "#plan"),
        Stage.DO: (_("Write down a day"), "#do"),
        Stage.STUDY: (worded(_("Fill in {Study}")), "#study"),
        Stage.ACT: (_("Decide"), "#act"),
        Stage.DONE: (worded(_("Plan the next {test}")), after),
    }[Stage(cycle.stage)]
    return {"next_text": text, "next_href": href} if writes else {"next_text": "", "next_href": ""}


def _facts(cycle: Cycle) -> tuple[Fact, ...]:
    project = cycle.project
    days = span_text(cycle)
    return (
        Fact(text=stage_text(cycle), icon=stage_icon(cycle), look="pine"),
        Fact(
            text=visibility_text(project.visibility, project.organisation.name),
            icon="globe" if project.visibility == Visibility.PUBLIC else "lock",
        ),
        *(Fact(text=text, look="words") for text in (days, cycle.who) if text),
    )


def _plan(cycle: Cycle) -> tuple[Term, ...]:
    terms = (
        (_("Who"), cycle.who),
        (_("Where and when"), ", ".join(filter(None, (cycle.where, span_text(cycle))))),
        (_("How large"), scale_text(cycle)),
        (_("What we will do"), cycle.what),
        (_("What we will count"), cycle.data),
    )
    return tuple(Term(term=term, text=text) for term, text in terms if text)
