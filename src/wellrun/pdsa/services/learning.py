"""Do, Study and Act: what happened, what came out beside the prediction, what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.vocabulary import worded
from wellrun.pdsa import policies
from wellrun.pdsa.models import Cycle, Prediction
from wellrun.pdsa.services.predicting import answered, in_one_text, lock_predictions, with_one_text
from wellrun.pdsa.services.writing import (
    CycleRefused,
    bounded,
    held,
    require_fresh_part,
    set_fields,
)
from wellrun.pdsa.values import Act, Answer, Decision, Stage
from wellrun.projects.services.writing import leave_record


@transaction.atomic
def tell_what_happened(
    *,
    actor: Actor,
    cycle: Cycle,
    happened: str,
    surprises: str = "",
    done_on: date | None = None,
    expected_version: int | None = None,
    now: datetime,
) -> Cycle:
    """Do: what happened, and what was not as planned."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.DO).require()
    happened, surprises = bounded(happened, "happened"), bounded(surprises, "surprises")
    if not happened:
        raise CycleRefused(_("Say what happened, in a few words."), field="happened")
    _require_sound_day(row, done_on, now)
    theirs = {"happened": row.happened, "surprises": row.surprises}
    yours = {"happened": happened, "surprises": surprises}
    require_fresh_part(project, row, expected_version, "do", theirs, yours)
    more = {"done_on": done_on or row.done_on or now.date()} | _at_least(row, Stage.STUDY)
    set_fields(row, yours | more)
    leave_record(actor, project, row, "cycle.told", now, "do", before=theirs, after=yours)
    return row


@transaction.atomic
def study(
    *,
    actor: Actor,
    cycle: Cycle,
    answers: Sequence[Answer] = (),
    result: str = "",
    learned: str = "",
    act: Act | None = None,
    expected_version: int | None = None,
    now: datetime,
) -> Cycle:
    """Study: what happened beside each prediction, and what it says about the theory.

    Where one text says it for all (``result``), no prediction is marked. A team that decides at once says so
    with ``act``: both are saved, or neither, and there is no Act without Study.
    """
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.STUDY).require()
    predictions = lock_predictions(row)
    theirs = _studied(row, predictions)
    told = answered(row, predictions, answers) if answers else with_one_text(predictions, result)
    result, learned = bounded(trimmed(result) or in_one_text(told), "result"), bounded(learned, "learned")
    if not result:
        first = f"happened-{told[0].position}" if answers else "result"
        raise CycleRefused(
            _before_act() if act else _("Say what came out, beside your prediction."), field=first
        )
    fields: dict[str, object] = {"result": result, "learned": learned}
    set_fields(row, fields | _at_least(row, Stage.ACT))
    yours = _studied(row, told)
    require_fresh_part(project, row, expected_version, "study", theirs, yours)
    Prediction.objects.bulk_update(told, ["happened", "matched"])
    decided = _decided(row, act, now) if act else None
    leave_record(actor, project, row, "cycle.studied", now, "study", before=theirs, after=yours)
    if decided:
        leave_record(actor, project, row, "cycle.decided", now, "act", before=decided[0], after=decided[1])
    return row


def _studied(row: Cycle, predictions: Sequence[Prediction]) -> dict[str, object]:
    """Study as it stands, for the record and for whoever wrote at the same time."""
    matched = ", ".join(each.matched for each in predictions if each.matched)
    return {"result": row.result, "matched": matched, "learned": row.learned}


@transaction.atomic
def decide(*, actor: Actor, cycle: Cycle, decision: str, why: str, now: datetime) -> Cycle:
    """Act: adopt, adapt, expand or abandon, and why."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.ACT).require()
    before, after = _decided(row, Act(decision=decision, why=why), now)
    leave_record(actor, project, row, "cycle.decided", now, "act", before=before, after=after)
    return row


def _decided(row: Cycle, act: Act, now: datetime) -> tuple[dict[str, object], dict[str, object]]:
    """Put the decision on the test; how it was before and after."""
    if act.decision not in Decision.values:
        raise CycleRefused(_("Choose what to do with what you learned."), field="decision")
    why = bounded(act.why, "why")
    if not why:
        raise CycleRefused(_("Say why, in a few words. Others learn from it."), field="why")
    before: dict[str, object] = {"decision": row.decision, "why": row.decision_why}
    set_fields(row, {"decision": act.decision, "decision_why": why, "decided_at": now, "stage": Stage.DONE})
    return before, {"decision": act.decision, "why": why}


def _before_act() -> str:
    return worded(_("Say what came out first, beside your prediction: {Act} follows from {Study}."))


def _require_sound_day(row: Cycle, done_on: date | None, now: datetime) -> None:
    if done_on is None:
        return
    if row.starts_on and done_on < row.starts_on:
        raise CycleRefused(
            worded(_("That is before {the_test} began. Correct it, or the first day in the plan.")),
            field="done_on",
        )
    if done_on > timezone.localtime(now).date():
        raise CycleRefused(_("That day has not come yet. Choose today or a day before."), field="done_on")


def _at_least(row: Cycle, stage: str) -> dict[str, object]:
    is_behind = policies.ORDER.index(row.stage) < policies.ORDER.index(stage)
    return {"stage": stage} if is_behind else {}
