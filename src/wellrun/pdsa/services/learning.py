"""Do, Study and Act: what happened, what came out beside the prediction, what to do with it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.pdsa import policies
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services.writing import (
    CycleRefused,
    bounded,
    held,
    require_fresh_part,
    set_fields,
)
from wellrun.pdsa.values import Decision, Stage
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
    require_fresh_part(project, row, expected_version, "happened", row.happened, happened)
    fields = {"happened": happened, "surprises": surprises, "done_on": done_on or row.done_on or now.date()}
    set_fields(row, fields | _at_least(row, Stage.STUDY))
    leave_record(actor, project, row, "cycle.told", now, after={"happened": happened, "surprises": surprises})
    return row


@transaction.atomic
def study(
    *,
    actor: Actor,
    cycle: Cycle,
    result: str,
    learned: str = "",
    expected_version: int | None = None,
    now: datetime,
) -> Cycle:
    """Study: the result beside the prediction, and what it says about the theory."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.STUDY).require()
    result, learned = bounded(result, "result"), bounded(learned, "learned")
    if not result:
        raise CycleRefused(_("Say what came out, beside your prediction."), field="result")
    require_fresh_part(project, row, expected_version, "result", row.result, result)
    set_fields(row, {"result": result, "learned": learned} | _at_least(row, Stage.ACT))
    leave_record(actor, project, row, "cycle.studied", now, after={"result": result, "learned": learned})
    return row


@transaction.atomic
def decide(*, actor: Actor, cycle: Cycle, decision: str, why: str, now: datetime) -> Cycle:
    """Act: adopt, adapt, expand or abandon, and why."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.ACT).require()
    if decision not in Decision.values:
        raise CycleRefused(_("Choose what to do with what you learned."), field="decision")
    why = bounded(why, "why")
    if not why:
        raise CycleRefused(_("Say why, in a few words. Others learn from it."), field="why")
    before = {"decision": row.decision, "why": row.decision_why}
    set_fields(row, {"decision": decision, "decision_why": why, "decided_at": now, "stage": Stage.DONE})
    after = {"decision": decision, "why": why}
    leave_record(actor, project, row, "cycle.decided", now, before=before, after=after)
    return row


def _at_least(row: Cycle, stage: str) -> dict[str, object]:
    is_behind = policies.ORDER.index(row.stage) < policies.ORDER.index(stage)
    return {"stage": stage} if is_behind else {}
