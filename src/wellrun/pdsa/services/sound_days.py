"""What can be said of one day of a test, and what cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.lengths import too_long
from wellrun.core.vocabulary import worded
from wellrun.pdsa import policies
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services.writing import CycleRefused, held
from wellrun.pdsa.values import DaySeen, Stage
from wellrun.projects.models import Project
from wellrun.projects.services.writing import require_clean
from wellrun_spc.wording import format_date

LARGEST = 1_000_000
LONGEST = 300


def sound(actor: Actor, cycle: Cycle, seen: DaySeen, now: datetime) -> tuple[Project, Cycle, DaySeen]:
    """Hold the test, and let through what can be said of this day of it."""
    project, row = held(actor, cycle)
    policies.reaches(row, Stage.DO).require()
    seen = replace(seen, note=trimmed(seen.note))
    _require_sound(row, seen, now)
    require_clean(project, note=seen.note)
    return project, row, seen


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
