"""One test as a page: question and prediction, plan, what happened, result beside prediction, decision."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.pdsa.permissions import may_write
from wellrun.pdsa.policies import ORDER, Feature, features_of
from wellrun.pdsa.queries import Cycle, ramp_of
from wellrun.pdsa.values import Decision, Stage
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.define.tag import Term
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.ramp.tag import RampStep
from wellrun.web.pdsa.presenters.words import (
    cycle_title,
    cycle_trail,
    ramp_steps,
    scale_text,
    stage_icon,
    stage_text,
)
from wellrun.web.projects.presenters.words import visibility_text
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclePage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    facts: tuple[Fact, ...]
    ramp: tuple[RampStep, ...]
    question: str
    prediction: str
    locked_on: str
    plan: tuple[Term, ...]
    happened: str
    surprises: str
    done_on: str
    result: str
    learned: str
    decision: str
    decision_why: str
    measure: str
    measure_href: str
    measure_word: str
    measure_plain: str
    may_write: bool
    may_start: bool
    may_tell: bool
    may_study: bool
    may_decide: bool
    opens_do: bool
    opens_study: bool
    is_done: bool
    features: tuple[Feature, ...]
    next_href: str


def present_cycle(actor: Actor, cycle: Cycle) -> CyclePage:
    ramp, writes = ramp_of(cycle), bool(may_write(actor, cycle))
    at = ORDER.index(cycle.stage)
    is_open = writes and cycle.stage != Stage.DONE
    return CyclePage(
        id=cycle.pk,
        title=cycle_title(cycle),
        trail=cycle_trail(cycle),
        facts=_facts(cycle),
        ramp=ramp_steps(ramp, cycle),
        question=cycle.question,
        prediction=cycle.prediction,
        locked_on=format_date(cycle.locked_at.date()) if cycle.locked_at else "",
        plan=_plan(cycle),
        happened=cycle.happened,
        surprises=cycle.surprises,
        done_on=format_date(cycle.done_on) if cycle.done_on else "",
        result=cycle.result,
        learned=cycle.learned,
        decision=str(Decision(cycle.decision).label) if cycle.decision else "",
        decision_why=cycle.decision_why,
        **_measure(cycle),
        may_write=is_open,
        may_start=is_open and cycle.stage == Stage.PLAN,
        may_tell=is_open and at >= ORDER.index(Stage.DO),
        may_study=is_open and at >= ORDER.index(Stage.STUDY),
        may_decide=is_open and at >= ORDER.index(Stage.ACT),
        opens_do=cycle.stage == Stage.DO,
        opens_study=cycle.stage == Stage.STUDY,
        is_done=cycle.stage == Stage.DONE,
        features=features_of(cycle, ramp) if writes else (),
        next_href=f"{reverse('pdsa:new', args=[cycle.project_id])}?after={cycle.pk}" if writes else "",
    )


def _facts(cycle: Cycle) -> tuple[Fact, ...]:
    project = cycle.project
    days = " – ".join(dict.fromkeys(format_date(day) for day in (cycle.starts_on, cycle.ends_on) if day))
    return (
        Fact(text=stage_text(cycle), icon=stage_icon(cycle), look="pine"),
        Fact(text=visibility_text(project.visibility, project.organisation.name), icon="lock"),
        *((Fact(text=days, look="words"),) if days else ()),
    )


def _plan(cycle: Cycle) -> tuple[Term, ...]:
    terms = (
        (_("Who"), cycle.who),
        (_("Where"), cycle.where),
        (_("How large"), scale_text(cycle)),
        (_("What we will do"), cycle.what),
        (_("What we will count"), cycle.data),
    )
    return tuple(Term(term=term, text=text) for term, text in terms if text)


def _measure(cycle: Cycle) -> dict[str, str]:
    """The result from the chart, where there is one."""
    measure = cycle.measure
    if measure is None:
        return dict.fromkeys(("measure", "measure_href", "measure_word", "measure_plain"), "")
    return {
        "measure": measure.name,
        "measure_href": reverse("measures:detail", args=[measure.pk]),
        "measure_word": measure.word,
        "measure_plain": measure.plain,
    }
