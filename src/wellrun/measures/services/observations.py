"""Writes to the numbers of a measure: add, correct, take out, leave out of the limits."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.measures import policies
from wellrun.measures.models import Measure, Observation
from wellrun.measures.permissions import may_record
from wellrun.measures.queries import change_from
from wellrun.measures.queries.history import THING
from wellrun.measures.services.periods import observation_at, period_meant
from wellrun.measures.services.writing import Edit, finish, locked, require_clean, require_fresh, require_none
from wellrun.measures.values.changes import Change
from wellrun.measures.values.definitions import Numbers
from wellrun.measures.values.sentences import numbers_text, the_period


class ObservationRefused(Refused):
    """A number that could not be saved. ``can_correct``: the period has one; ``correct`` would change it."""

    def __init__(self, sentence: str, *, field: str = "", can_correct: bool = False) -> None:
        super().__init__(sentence, field=field)
        self.can_correct = can_correct


@transaction.atomic
def record_observation(
    *,
    actor: Actor,
    measure: Measure,
    period: date,
    value: float | None = None,
    numerator: float | None = None,
    denominator: float | None = None,
    note: str = "",
    correct: bool = False,
    expected_version: int | None = None,
    now: datetime,
) -> Change:
    """Save one period's numbers. A period that has some is refused unless ``correct`` is set."""
    measure = locked(measure.pk)
    may_record(actor, measure).require()
    typed, note = Numbers(value=value, numerator=numerator, denominator=denominator), trimmed(note)
    numbers = typed.for_chart(measure.chart)
    period = period_meant(measure, period, today=now.date(), refusal=ObservationRefused)
    _require_sound(measure, numbers, note)
    before = observation_at(measure, period)
    state = _state(before) | _typed_state(numbers, note)
    if before is not None and all(getattr(before, name) == state[name] for name in _TYPED):
        return _unchanged(measure, period)
    if before is not None and not correct:
        raise _taken(measure, before, state)
    require_fresh(measure, expected_version, part=part_of(period), refusal=ObservationRefused)
    state |= {"entered_by_id": actor.person_id, "entered_at": now.isoformat(), "is_suppressed": False}
    return write_observation(
        measure=measure, period=period, before=before, state=state, actor=actor, now=now, reason=""
    )


@transaction.atomic
def remove_observation(
    *, actor: Actor, measure: Measure, period: date, expected_version: int | None = None, now: datetime
) -> Change:
    """Take one period's numbers out. Undo puts them back."""
    measure = locked(measure.pk)
    may_record(actor, measure).require()
    before = _existing(measure, period)
    require_fresh(measure, expected_version, part=part_of(period), refusal=ObservationRefused)
    return write_observation(
        measure=measure, period=period, before=before, state=None, actor=actor, now=now, reason=""
    )


@transaction.atomic
def set_excluded(
    *, actor: Actor, measure: Measure, period: date, excluded: bool, reason: str = "", now: datetime
) -> Change:
    """Leave a number out of the limits and rules, or count it again. It stays on the chart, drawn hollow."""
    measure = locked(measure.pk)
    may_record(actor, measure).require()
    before = _existing(measure, period)
    if before.is_excluded == excluded:
        return _unchanged(measure, period)
    reason = trimmed(reason)
    if excluded and not reason:
        raise ObservationRefused(
            _("Say why this number is left out, so that others can follow."), field="reason"
        )
    require_clean(
        measure, reason, field="reason", longest=policies.LONGEST_REASON, refusal=ObservationRefused
    )
    state = _state(before) | {"is_excluded": excluded}
    return write_observation(
        measure=measure, period=period, before=before, state=state, actor=actor, now=now, reason=reason
    )


def write_observation(
    *,
    measure: Measure,
    period: date,
    before: Observation | None,
    state: audit.State | None,
    actor: Actor,
    now: datetime,
    reason: str,
    undoes: int | None = None,
) -> Change:
    """Make the period's row be ``state`` (``None``: no row), and leave the record."""
    old = _state(before) if before else None
    if state is None and before is not None:
        before.delete()
    elif state is not None:
        row = before or Observation(measure=measure, period=period)
        for name, item in state.items():
            setattr(row, name, datetime.fromisoformat(item) if name == "entered_at" else item)
        row.save()
    edit = Edit(
        action=_action(old, state),
        part=part_of(period),
        before=old,
        after=state,
        reason=reason,
        undoes=undoes,
    )
    return finish(edit, actor=actor, measure=measure, now=now)


def part_of(period: date) -> str:
    return f"observation/{period.isoformat()}"


_TYPED = ("value", "numerator", "denominator", "note")


def _typed_state(numbers: Numbers, note: str) -> dict[str, Any]:
    return {
        "value": numbers.value,
        "numerator": numbers.numerator,
        "denominator": numbers.denominator,
        "note": note,
    }


def _state(row: Observation | None) -> dict[str, Any]:
    if row is None:
        return {"is_excluded": False, "is_suppressed": False}
    return {
        "value": row.value,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "note": row.note,
        "is_excluded": row.is_excluded,
        "is_suppressed": row.is_suppressed,
        "entered_by_id": row.entered_by_id,
        "entered_at": row.entered_at.isoformat(),
    }


def _action(before: audit.State | None, after: audit.State | None) -> str:
    if before is None or after is None:
        return "observation.removed" if after is None else "observation.added"
    if before["is_excluded"] != after["is_excluded"]:
        return "observation.excluded" if after["is_excluded"] else "observation.included"
    numbers = ("value", "numerator", "denominator")
    is_same = all(before[name] == after[name] for name in numbers)
    return "observation.noted" if is_same else "observation.corrected"


def _require_sound(measure: Measure, numbers: Numbers, note: str) -> None:
    require_none(policies.problem_with_numbers(measure.chart, numbers), ObservationRefused)
    require_clean(measure, note, field="note", longest=policies.LONGEST_NOTE, refusal=ObservationRefused)


def _existing(measure: Measure, period: date) -> Observation:
    row = observation_at(measure, period)
    if row is None:
        raise ObservationRefused(
            _("There is no number for %(period)s. Somebody may have taken it out.")
            % {"period": the_period(period, measure.period)},
            field="period",
        )
    return row


def _taken(measure: Measure, row: Observation, state: audit.State) -> ObservationRefused:
    return ObservationRefused(
        _("%(period)s already has %(before)s. To change it to %(after)s, save it again as a correction.")
        % {
            "period": _capital(the_period(row.period, measure.period)),
            "before": numbers_text(_state(row)),
            "after": numbers_text(state),
        },
        field="period",
        can_correct=True,
    )


def _unchanged(measure: Measure, period: date) -> Change:
    """The same numbers sent twice (a double click) change nothing; the change that counts is named."""
    record = audit.latest_of_part(THING, measure.pk, part_of(period))
    if record is not None:
        return change_from(record, measure)
    sentence = _("%(period)s has this number already.") % {
        "period": _capital(the_period(period, measure.period))
    }
    return Change(id=0, measure_id=measure.pk, kind="unchanged", sentence=sentence, period=period)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
