"""Plan a test, change the plan, begin, take it away, plan the next one."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.lengths import too_long
from wellrun.core.vocabulary import worded
from wellrun.measures.queries import get_for as measure_for
from wellrun.pdsa import policies
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.policies import is_open
from wellrun.pdsa.queries import predictions_of
from wellrun.pdsa.services.predicting import lock_predictions
from wellrun.pdsa.services.writing import (
    CycleRefused,
    bounded,
    held,
    require_fresh_part,
    set_fields,
)
from wellrun.pdsa.values import MOST_PREDICTIONS, Decision, Plan, Stage, predictions_in
from wellrun.projects.models import Driver, Project
from wellrun.projects.permissions import may_work
from wellrun.projects.services.writing import leave_record, locked, require_clean
from wellrun.projects.values import DriverKind


@transaction.atomic
def plan_cycle(
    *,
    actor: Actor,
    project: Project,
    idea: Driver,
    plan: Plan,
    measure_id: int | None = None,
    now: datetime,
) -> Cycle:
    """Plan the next test of an idea."""
    project = locked(project.pk)
    may_work(actor, project).require()
    if idea.project_id != project.pk or idea.kind != DriverKind.IDEA:
        raise CycleRefused(worded(_("Choose {a_change_idea} of this project.")), field="idea")
    fields = _sound(plan)
    require_clean(project, **fields)
    last = Cycle.objects.filter(idea=idea).aggregate(last=Max("number"))["last"] or 0
    cycle = Cycle.objects.create(
        project=project,
        idea=idea,
        number=last + 1,
        measure_id=_measure(actor, measure_id),
        created_at=now,
        **fields,
    )
    leave_record(actor, project, cycle, "cycle.planned", now, "plan", after={"question": cycle.question})
    return cycle


@transaction.atomic
def change_plan(
    *,
    actor: Actor,
    cycle: Cycle,
    plan: Plan,
    measure_id: int | None = None,
    expected_version: int | None = None,
    now: datetime,
) -> Cycle:
    """Change the plan. Once the test has begun, the prediction stays as it was."""
    project, row = held(actor, cycle)
    policies.takes_plan(row).require()
    fields = _sound(plan)
    if row.is_locked:  # it has begun: a form that was opened before knows no first day
        fields["starts_on"] = fields["starts_on"] or row.starts_on
    if fields["prediction"] != row.prediction:
        policies.takes_prediction(row).require()
    changed = [name for name in fields if getattr(row, name) != fields[name]]
    theirs, yours = {name: getattr(row, name) for name in changed}, {name: fields[name] for name in changed}
    require_fresh_part(project, row, expected_version, "plan", theirs, yours)
    set_fields(row, fields | {"measure_id": _measure(actor, measure_id)})
    before, after = ({name: _plain(each) for name, each in side.items()} for side in (theirs, yours))
    leave_record(actor, project, row, "cycle.replanned", now, "plan", before=before, after=after)
    return row


@transaction.atomic
def start_cycle(*, actor: Actor, cycle: Cycle, now: datetime) -> Cycle:
    """Begin the test: from now on the predictions are locked."""
    project, row = held(actor, cycle)
    if row.stage != Stage.PLAN:
        return row
    if not any(each.strip("-*\u2022\u2013") for each in predictions_in(row.prediction)):
        raise CycleRefused(
            _("Write a prediction first. Without one you cannot be surprised."), field="prediction"
        )
    lock_predictions(row)
    first = min(row.starts_on or now.date(), now.date())
    set_fields(row, {"stage": Stage.DO, "locked_at": now, "starts_on": first})
    leave_record(actor, project, row, "cycle.started", now, "start", after={"prediction": row.prediction})
    return row


@transaction.atomic
def remove_cycle(*, actor: Actor, cycle: Cycle, now: datetime) -> None:
    """Take a test away. Nothing is deleted."""
    project, row = held(actor, cycle)
    set_fields(row, {"is_removed": True})
    leave_record(actor, project, row, "cycle.removed", now, "plan", before={"question": row.question})


def copied_forward(cycle: Cycle) -> Plan:
    """The plan of a next test, from this one: twice as many people after Expand, as many otherwise.

    What came true needs no second look. What did not, or could not be told, is there to be predicted anew.
    """
    times = 2 if cycle.decision == Decision.EXPAND else 1
    return Plan(
        question=cycle.question,
        prediction="\n".join(each.text for each in predictions_of(cycle) if is_open(each)),
        who=cycle.who,
        where=cycle.where,
        what=cycle.what,
        data=cycle.data,
        count_label=cycle.count_label,
        out_of_label=cycle.out_of_label,
        people=cycle.people * times if cycle.people else None,
        days=cycle.days,
        sites=cycle.sites,
    )


def _sound(plan: Plan) -> dict[str, Any]:
    told = asdict(plan).items()
    fields: dict[str, Any] = {name: trimmed(each) if isinstance(each, str) else each for name, each in told}
    if not fields["question"]:
        raise CycleRefused(_("What do you want to find out? Write it as a question."), field="question")
    _require_short(fields)
    if fields["out_of_label"] and not fields["count_label"]:
        raise CycleRefused(_("Say what you count out of these."), field="count_label")
    for name in ("people", "days", "sites"):
        if fields[name] is not None and not 0 < fields[name] <= 1_000_000:
            raise CycleRefused(_("Type a whole number above 0."), field=name)
    if plan.starts_on and plan.ends_on and plan.ends_on < plan.starts_on:
        raise CycleRefused(_("The last day comes before the first. Correct one of them."), field="ends_on")
    return fields


def _require_short(fields: dict[str, Any]) -> None:
    for name in ("question", "prediction", "what", "data"):
        bounded(fields[name], name)
    for name, most in (("who", 300), ("where", 300), ("count_label", 60), ("out_of_label", 60)):
        if len(fields[name]) > most:
            raise CycleRefused(too_long(most, len(fields[name])), field=name)
    if len(predictions_in(fields["prediction"])) > MOST_PREDICTIONS:
        raise CycleRefused(
            _("Write at most %(most)d predictions. Two or three are enough.") % {"most": MOST_PREDICTIONS},
            field="prediction",
        )


def _measure(actor: Actor, measure_id: int | None) -> int | None:
    if measure_id is None:
        return None
    measure = measure_for(actor, measure_id)
    if measure is None:
        raise CycleRefused(_("Choose a measure that you can see."), field="measure")
    return measure.pk


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
