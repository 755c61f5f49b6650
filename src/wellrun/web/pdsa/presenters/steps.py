"""Where a test stands: each of its parts done, now, or still to come, in a sign and a few words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.pdsa.policies import ORDER
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Stage
from wellrun_spc.wording import format_date

DONE, NOW, LATER = "st-adopt", "st-test", "st-new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One part of the page: its sign, and the words under its name."""

    icon: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    question: Step
    plan: Step
    do: Step
    study: Step
    act: Step


def present_steps(cycle: Cycle) -> Steps:
    started = format_date(localtime(cycle.locked_at).date()) if cycle.locked_at else ""
    told = format_date(cycle.done_on) if cycle.done_on else ""
    decided = format_date(localtime(cycle.decided_at).date()) if cycle.decided_at else ""
    return Steps(
        question=_question(cycle),
        plan=_step(cycle, Stage.PLAN, started, now=_("Now. Leave empty what you do not need.")),
        do=_step(
            cycle, Stage.DO, told,
            now=_("Now. A line each day is enough."),
            later=worded(_("Next. It begins when you start {the_test}.")),
        ),
        study=_step(
            cycle, Stage.STUDY, "",
            now=_("Now. Do this together. 10 minutes is enough."), later=_("Later. Do this together."),
        ),
        act=_step(
            cycle, Stage.ACT, decided,
            now=_("Now. Choose what to do with what you learned."),
            later=_("Next. Choose what to do with what you learned.")
            if cycle.stage == Stage.STUDY
            else _("Later. Choose what to do with what you learned."),
        ),
    )  # fmt: skip


def _question(cycle: Cycle) -> Step:
    if cycle.prediction.strip() or cycle.is_locked:
        return Step(icon=DONE, help=worded(_("What one small {test} can answer.")))
    return Step(icon=NOW, help=_("Now. Write what you think will happen."))


def _step(cycle: Cycle, stage: str, day: str, *, now: str, later: str = "") -> Step:
    at, here = ORDER.index(cycle.stage), ORDER.index(stage)
    if at == here:
        return Step(icon=NOW, help=now)
    if at < here:
        return Step(icon=LATER, help=later)
    return Step(icon=DONE, help=_("Done, %(day)s") % {"day": day} if day else _("Done"))
