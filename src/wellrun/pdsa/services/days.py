"""What a team writes down day by day while a test runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.lengths import too_long
from wellrun.core.vocabulary import worded
from wellrun.pdsa import policies
from wellrun.pdsa.models import Cycle, DayNote
from wellrun.pdsa.services.writing import CycleRefused, held, require_fresh_part
from wellrun.pdsa.values import DaySeen, Stage
from wellrun.projects.services.writing import leave_record, require_clean
from wellrun_spc.wording import format_date

MOST_DAYS = 100
LARGEST = 1_000_000
LONGEST = 300


class DayTaken(CycleRefused):
    """Something else stands at this day. Whoever is sure can put theirs in its place."""


@transaction.atomic
def note_day(
    *,
    actor: Actor,
    cycle: Cycle,
    seen: DaySeen,
    is_sure: bool = False,
    expected_version: int | None = None,
    now: datetime,
) -> DayNote:
    """Say what was seen on a day. What stands there already is replaced by whoever is sure."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.DO).require()
    seen = replace(seen, note=trimmed(seen.note))
    _require_sound(row, seen, now)
    require_clean(project, note=seen.note)
    there = DayNote.objects.filter(cycle=row, day=seen.day).first()
    before = _state(there) if there else {}
    if there and before != _state(seen):
        _require_sure(there, is_sure=is_sure)
        require_fresh_part(project, row, expected_version, _step(seen), before, _state(seen))
    elif there is None and row.day_notes.count() >= MOST_DAYS:
        raise CycleRefused(worded(_("{A_test} of more than 100 days belongs in a measure.")), field="day")
    note, _made = DayNote.objects.update_or_create(cycle=row, day=seen.day, defaults=_state(seen))
    leave_record(
        actor, project, row, "cycle.day_noted", now, _step(seen),
        before=before or None, after=_state(seen) | {"day": seen.day.isoformat()},
    )  # fmt: skip
    return note


@transaction.atomic
def take_day_out(*, actor: Actor, cycle: Cycle, day_id: int, now: datetime) -> None:
    """Take out a day that was a mistake. The record keeps what it said."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.DO).require()
    note = DayNote.objects.filter(cycle=row, pk=day_id).first()
    if note is None:
        return
    step, before = _step(note), _state(note) | {"day": note.day.isoformat()}
    note.delete()
    leave_record(actor, project, row, "cycle.day_removed", now, step, before=before)


def day_in_words(seen: DaySeen | DayNote) -> str:
    """ "7 of 9. Family joined in": a day as one line."""
    numbers = "" if seen.count is None else str(seen.count)
    if seen.out_of is not None:
        numbers = _("%(count)s of %(out_of)s") % {"count": numbers or "–", "out_of": seen.out_of}
    return ". ".join(filter(None, (numbers, seen.note)))


def _step(seen: DaySeen | DayNote) -> str:
    return f"day/{seen.day.isoformat()}"


def _state(seen: DaySeen | DayNote) -> dict[str, object]:
    return {"count": seen.count, "out_of": seen.out_of, "note": seen.note}


def _require_sure(there: DayNote, *, is_sure: bool) -> None:
    if not is_sure:
        said = {"day": format_date(there.day), "words": day_in_words(there)}
        raise DayTaken(_("%(day)s is there already: %(words)s. Put yours in its place?") % said, field="day")


def _require_sound(row: Cycle, seen: DaySeen, now: datetime) -> None:
    if seen.day > timezone.localtime(now).date():
        raise CycleRefused(_("That day has not come yet. Choose today or a day before."), field="day")
    if row.starts_on and seen.day < row.starts_on:
        raise CycleRefused(
            worded(_("{The_test} began on %(day)s. Choose a later day, or change the first day in the plan."))
            % {"day": format_date(row.starts_on)},
            field="day",
        )
    _require_sound_numbers(row, seen)
    if len(seen.note) > LONGEST:
        raise CycleRefused(too_long(LONGEST, len(seen.note)), field="note")
    if seen.count is None and not seen.note:
        field = "count" if row.count_label else "note"
        raise CycleRefused(_("Type a number, or a few words about what you saw."), field=field)


def _require_sound_numbers(row: Cycle, seen: DaySeen) -> None:
    for name in ("count", "out_of"):
        number = getattr(seen, name)
        if number is not None and not 0 <= number <= LARGEST:
            raise CycleRefused(_("Type a whole number from 0 to 1,000,000."), field=name)
    if not row.out_of_label:
        return
    if (seen.count is None) != (seen.out_of is None):
        field = "count" if seen.count is None else "out_of"
        raise CycleRefused(_("Type both numbers, or none. Nobody is 0."), field=field)
    if seen.count is not None and seen.out_of is not None and seen.count > seen.out_of:
        raise CycleRefused(
            _("%(count)s is more than all %(out_of)s. Correct one of them.")
            % {"count": seen.count, "out_of": seen.out_of},
            field="count",
        )
