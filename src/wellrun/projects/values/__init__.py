"""States and roles of a project, as data."""

from wellrun.projects.values.barriers import REMIND_EVERY, REPLY_WITHIN, BarrierState, Helped
from wellrun.projects.values.drivers import PARENTS, DriverKind, kind_below
from wellrun.projects.values.filters import WHOSE, Filters
from wellrun.projects.values.involvement import (
    BY_EXPERIENCE,
    ENOUGH_ANSWERS,
    LADDER,
    NEEDS_PARTNERS,
    PARTNER_ROLE,
    Involvement,
    Often,
    PartnerStanding,
    PartnerWord,
    Question,
)
from wellrun.projects.values.origin import NOTHING_TOLD, Told
from wellrun.projects.values.partnerships import PARTNER_ROLES, Partnership, PartnerState
from wellrun.projects.values.progress import LEVELS
from wellrun.projects.values.roles import EDITORS, PROJECT, SeatRole
from wellrun.projects.values.states import CHANGES, State, StateChange, change_between, changes_from
from wellrun.projects.values.theories import Part, Theory

__all__ = [
    "BY_EXPERIENCE", "CHANGES", "EDITORS", "ENOUGH_ANSWERS", "LADDER", "LEVELS", "NEEDS_PARTNERS",
    "NOTHING_TOLD", "PARENTS", "PARTNER_ROLE", "PARTNER_ROLES", "PROJECT", "REMIND_EVERY", "REPLY_WITHIN",
    "WHOSE", "BarrierState", "DriverKind", "Filters", "Helped", "Involvement", "Often", "Part",
    "PartnerStanding", "PartnerState", "PartnerWord", "Partnership", "Question", "SeatRole", "State",
    "StateChange", "Theory", "Told", "change_between", "changes_from", "kind_below",
]  # fmt: skip
