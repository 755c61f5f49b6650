"""States and roles of a project, as data."""

from wellrun.projects.values.barriers import REMIND_EVERY, REPLY_WITHIN, BarrierState, Helped
from wellrun.projects.values.drivers import PARENTS, DriverKind
from wellrun.projects.values.roles import EDITORS, PROJECT, SeatRole
from wellrun.projects.values.states import CHANGES, State, StateChange, change_between, changes_from

__all__ = [
    "CHANGES", "EDITORS", "PARENTS", "PROJECT", "REMIND_EVERY", "REPLY_WITHIN", "BarrierState",
    "DriverKind", "Helped", "SeatRole", "State", "StateChange", "change_between", "changes_from",
]  # fmt: skip
