"""What a team writes down day by day while a test runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.vocabulary import worded
from wellrun.pdsa import policies
from wellrun.pdsa.models import Cycle, DayNote
from wellrun.pdsa.queries import day_change
from wellrun.pdsa.services.sound_days import sound
from wellrun.pdsa.services.writing import CycleRefused, held, require_fresh_part
from wellrun.pdsa.values import DaySeen, Stage
from wellrun.projects.services.writing import leave_record
from wellrun_spc.wording import format_date

MOST_DAYS = 100
REPLACED = "replaced"
"""In a record: the line that stood where this one was put."""


class DayTaken(CycleRefused):
    """Something else stands at this day. Both texts are at hand; whoever is sure puts theirs in its place."""

    def __init__(self, sentence: str, *, theirs: str, yours: str) -> None:
        super().__init__(sentence, field="day")
        self.theirs = theirs
        self.yours = yours


class DayGone(CycleRefused):
    """Somebody took the day out that was to be changed. What was typed can be saved as a day of its own."""


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
    project, row, seen = sound(actor, cycle, seen, now)
    there = DayNote.objects.filter(cycle=row, day=seen.day).first()
    before = _state(there) if there else {}
    if there and before != _state(seen):
        _require_sure(there, seen, is_sure=is_sure)
        require_fresh_part(project, row, expected_version, _step(seen), before, _state(seen))
    elif there is None and row.day_notes.count() >= MOST_DAYS:
        raise CycleRefused(worded(_("{A_test} of more than 100 days belongs in a measure.")), field="day")
    note, _made = DayNote.objects.update_or_create(cycle=row, day=seen.day, defaults=_state(seen))
    leave_record(
        actor, project, row, "cycle.day_noted", now, _step(seen),
        before=told_day(there) if there else None, after=told_day(seen),
    )  # fmt: skip
    return note


@transaction.atomic
def change_day(
    *,
    actor: Actor,
    cycle: Cycle,
    day_id: int,
    seen: DaySeen,
    is_sure: bool = False,
    expected_version: int | None = None,
    now: datetime,
) -> DayNote:
    """Put a line right: its words, its numbers, or the day it belongs to, at which another may stand."""
    project, row, seen = sound(actor, cycle, seen, now)
    note = DayNote.objects.filter(cycle=row, pk=day_id).first()
    if note is None:
        raise DayGone(_("Somebody took this day out meanwhile. Save yours, and it stands here again."))
    before, after = told_day(note), told_day(seen)
    if before == after:
        return note
    require_fresh_part(project, row, expected_version, _step(note), _in_words(note), _in_words(seen))
    there = DayNote.objects.filter(cycle=row, day=seen.day).exclude(pk=note.pk).first()
    if there:
        _make_room(there, seen, is_sure=is_sure)
        require_fresh_part(project, row, expected_version, _step(seen), _state(there), _state(seen))
        before = before | {REPLACED: told_day(there)}
        there.delete()
    for name, value in {"day": seen.day, **_state(seen)}.items():
        setattr(note, name, value)
    note.save()
    leave_record(actor, project, row, "cycle.day_changed", now, _step(seen), before=before, after=after)
    return note


@transaction.atomic
def take_day_out(*, actor: Actor, cycle: Cycle, day_id: int, now: datetime) -> date | None:
    """Take out a day that was a mistake. The record keeps what it said. Returns the day."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.DO).require()
    note = DayNote.objects.filter(cycle=row, pk=day_id).first()
    if note is None:
        return None
    step, before = _step(note), told_day(note)
    note.delete()
    leave_record(actor, project, row, "cycle.day_removed", now, step, before=before)
    return note.day


@transaction.atomic
def undo_day(*, actor: Actor, cycle: Cycle, change_id: int, now: datetime) -> date:
    """Put a day back as it was before a change, unless somebody has changed it since. Returns the day."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.DO).require()
    record = day_change(row, change_id)
    told = (record.after or record.before) if record else None
    if record is None or told is None or record.undoes is not None:
        raise CycleRefused(_("There is no such change."))
    before = record.before or {}
    was = [{"day": told["day"], **day} for day in (before, before.get(REPLACED)) if day]
    now_there = _as_left(row, record.after)
    _require_free(row, was, besides=now_there)
    _put_back(row, was, now_there)
    day = date.fromisoformat((before or told).get("day", told["day"]))
    action = "cycle.day_restored" if was else "cycle.day_removed"
    leave_record(
        actor, project, row, action, now, _step_of(day),
        before=record.after, after=record.before, undoes=record.pk,
    )  # fmt: skip
    return day


def _put_back(row: Cycle, was: Sequence[audit.State], now_there: DayNote | None) -> None:
    """Each day as it was; the line that the change was about stays the same line."""
    lines = [DayNote(cycle=row, **_fields(day)) for day in was]
    if now_there is not None and lines:
        lines[0].pk = now_there.pk
    elif now_there is not None:
        now_there.delete()
    for line in lines:
        line.save()


def _as_left(row: Cycle, after: audit.State | None) -> DayNote | None:
    """The line as the change left it; nothing where the change took it out."""
    if after is None:
        return None
    there = DayNote.objects.filter(cycle=row, day=after["day"]).first()
    if there is None or told_day(there) != after:
        raise CycleRefused(_("Somebody has changed this day since. It stays as it is."))
    return there


def _require_free(row: Cycle, days: Sequence[audit.State], *, besides: DayNote | None) -> None:
    others = DayNote.objects.filter(cycle=row, day__in=[day["day"] for day in days])
    taken = next((each for each in others if each != besides), None)
    if taken:
        said = {"day": format_date(taken.day), "words": day_in_words(taken)}
        raise CycleRefused(_("%(day)s has a line again: %(words)s. It stays as it is.") % said)


def day_in_words(seen: DaySeen | DayNote) -> str:
    """ "7 of 9. Family joined in": a day as one line."""
    numbers = "" if seen.count is None else str(seen.count)
    if seen.out_of is not None:
        numbers = _("%(count)s of %(out_of)s") % {"count": numbers or "–", "out_of": seen.out_of}
    return ". ".join(filter(None, (numbers, seen.note)))


def told_day(seen: DaySeen | DayNote) -> dict[str, object]:
    """A day as its records tell it."""
    return _state(seen) | {"day": seen.day.isoformat()}


def _fields(told: audit.State) -> dict[str, object]:
    """A day as it was told in a record, for the table."""
    return {name: told[name] for name in ("count", "out_of", "note")} | {
        "day": date.fromisoformat(told["day"])
    }


def _step(seen: DaySeen | DayNote) -> str:
    return _step_of(seen.day)


def _step_of(day: date) -> str:
    return f"day/{day.isoformat()}"


def _state(seen: DaySeen | DayNote) -> dict[str, object]:
    return {"count": seen.count, "out_of": seen.out_of, "note": seen.note}


def _in_words(seen: DaySeen | DayNote) -> dict[str, object]:
    """For whoever wrote at the same time, who may have chosen another day."""
    return {"day": format_date(seen.day), **_state(seen)}


def _make_room(there: DayNote, seen: DaySeen, *, is_sure: bool) -> None:
    if _state(there) != _state(seen):
        _require_sure(there, seen, is_sure=is_sure)


def _require_sure(there: DayNote, seen: DaySeen, *, is_sure: bool) -> None:
    if not is_sure:
        said = {"day": format_date(there.day), "words": day_in_words(there)}
        sentence = _("%(day)s is there already: %(words)s. Put yours in its place?") % said
        raise DayTaken(sentence, theirs=day_in_words(there), yours=day_in_words(seen))
