"""Writes to tests, one for each thing a team does: plan, start, tell, study, decide."""

from wellrun.pdsa.services.days import (
    DayGone,
    DayTaken,
    change_day,
    day_in_words,
    note_day,
    take_day_out,
    undo_day,
)
from wellrun.pdsa.services.learning import decide, study, tell_what_happened
from wellrun.pdsa.services.planning import (
    change_plan,
    copied_forward,
    plan_cycle,
    remove_cycle,
    start_cycle,
)
from wellrun.pdsa.services.theory import UnderTest, take_out
from wellrun.pdsa.services.writing import CycleRefused

__all__ = [
    "CycleRefused", "DayGone", "DayTaken", "UnderTest", "change_day", "change_plan", "copied_forward",
    "day_in_words", "decide", "note_day", "plan_cycle", "remove_cycle", "start_cycle", "study",
    "take_day_out", "take_out", "tell_what_happened", "undo_day",
]  # fmt: skip
