"""Work done beside the pages: how it is tried again, what becomes of it in the end, and when it is due."""

from wellrun.core.background.letters import DeadLetter, dead_letters, discard, try_again
from wellrun.core.background.schedule import Daily, keep_schedule, schedule

__all__ = [
    "Daily", "DeadLetter", "dead_letters", "discard", "keep_schedule", "schedule", "try_again",
]  # fmt: skip
