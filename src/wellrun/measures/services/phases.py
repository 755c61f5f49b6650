"""Writes to phases: redraw the limits from a period on, for a reason; take that back."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.measures import policies
from wellrun.measures.models import Measure, PhaseStart
from wellrun.measures.permissions import may_define
from wellrun.measures.queries import observations_of
from wellrun.measures.services.periods import period_with
from wellrun.measures.services.writing import Edit, finish, locked, require_clean, require_fresh, require_none
from wellrun.measures.values.changes import Change
from wellrun.measures.values.sentences import the_period
from wellrun_spc.wording import format_date

LONGEST_NAME = 120


class PhaseRefused(Refused):
    """Limits that could not be redrawn."""


@transaction.atomic
def start_phase(
    *,
    actor: Actor,
    measure: Measure,
    starts_on: date,
    reason: str,
    name: str = "",
    baseline_until: date | None = None,
    expected_version: int | None = None,
    now: datetime,
) -> Change:
    """From this period on the chart has its own average and limits.

    ``baseline_until`` holds them: later numbers are judged by the limits and do not move them.
    """
    measure = locked(measure.pk)
    may_define(actor, measure).require()
    require_none(policies.problem_with_year(starts_on), PhaseRefused)
    starts_on = period_with(measure, starts_on)
    _require_words(measure, trimmed(name), trimmed(reason))
    _require_place(measure, starts_on, baseline_until)
    require_fresh(measure, expected_version, part=_part(starts_on), refusal=PhaseRefused)
    row = PhaseStart.objects.create(
        measure=measure,
        starts_on=starts_on,
        baseline_until=baseline_until,
        name=trimmed(name),
        reason=trimmed(reason),
        by_id=actor.id,
        at=now,
    )
    edit = Edit(
        action="phase.started", part=_part(starts_on), before=None, after=_state(row), reason=row.reason
    )
    return finish(edit, actor=actor, measure=measure, now=now)


@transaction.atomic
def remove_phase(
    *, actor: Actor, measure: Measure, starts_on: date, reason: str = "", now: datetime
) -> Change:
    """Take new limits back. The phase stays in the history."""
    measure = locked(measure.pk)
    may_define(actor, measure).require()
    row = _in_use(measure, starts_on)
    if row is None:
        raise PhaseRefused(
            _("No limits start at %(period)s. Somebody may have taken them back.")
            % {"period": the_period(starts_on, measure.period)}
        )
    _require_clean_reason(measure, reason)
    _withdraw(row, is_withdrawn=True)
    edit = Edit(
        action="phase.withdrawn",
        part=_part(starts_on),
        before=_state(row),
        after=None,
        reason=trimmed(reason),
    )
    return finish(edit, actor=actor, measure=measure, now=now)


def restore_phase(*, before: audit.State | None, after: audit.State | None) -> str:
    """Make the phase be as ``before`` says (``None``: taken back), and name the action."""
    row = PhaseStart.objects.get(pk=(before or after or {})["id"])
    _withdraw(row, is_withdrawn=before is None)
    return "phase.withdrawn" if before is None else "phase.started"


def _withdraw(row: PhaseStart, *, is_withdrawn: bool) -> None:
    row.is_withdrawn = is_withdrawn
    row.save(update_fields=["is_withdrawn"])


def _in_use(measure: Measure, starts_on: date) -> PhaseStart | None:
    return PhaseStart.objects.filter(measure=measure, starts_on=starts_on, is_withdrawn=False).first()


def _require_words(measure: Measure, name: str, reason: str) -> None:
    if not reason:
        raise PhaseRefused(
            _("Say why the limits should move. Limits move only for a reason, and it is kept."),
            field="reason",
        )
    _require_clean_reason(measure, reason)
    require_clean(measure, name, field="name", longest=LONGEST_NAME, refusal=PhaseRefused)


def _require_clean_reason(measure: Measure, reason: str) -> None:
    require_clean(measure, reason, field="reason", longest=policies.LONGEST_REASON, refusal=PhaseRefused)


def _require_place(measure: Measure, starts_on: date, baseline_until: date | None) -> None:
    periods = [row.period for row in observations_of(measure)]
    if starts_on not in periods:
        raise PhaseRefused(
            _("There is no number for %(period)s. Start new limits at a period with a number.")
            % {"period": the_period(starts_on, measure.period)},
            field="starts_on",
        )
    if _in_use(measure, starts_on) is not None:
        raise PhaseRefused(
            _("The limits already start at %(period)s.") % {"period": the_period(starts_on, measure.period)},
            field="starts_on",
        )
    if baseline_until is not None and sum(starts_on <= period <= baseline_until for period in periods) < 2:
        raise PhaseRefused(
            _("Fewer than 2 numbers lie up to %(day)s. Choose a later date; 12 numbers or more are better.")
            % {"day": format_date(baseline_until)},
            field="baseline_until",
        )


def _part(starts_on: date) -> str:
    return f"phase/{starts_on.isoformat()}"


def _state(row: PhaseStart) -> dict[str, object]:
    return {
        "id": row.pk,
        "name": row.name,
        "baseline_until": row.baseline_until.isoformat() if row.baseline_until else None,
    }
