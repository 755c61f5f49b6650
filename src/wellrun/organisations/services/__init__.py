"""Writes to organisations, their units and roles."""

from wellrun.organisations.services.memberships import (
    MembershipRefused,
    change_membership,
    end_membership,
    give_role,
    resume_membership,
)
from wellrun.organisations.services.moving import move_unit
from wellrun.organisations.services.organisations import (
    NewOrganisation,
    OrganisationRefused,
    OrganisationSettings,
    add_organisation,
    change_organisation,
    note_export,
)
from wellrun.organisations.services.undo import UndoRefused, undo_change
from wellrun.organisations.services.units import (
    NewUnit,
    UnitRefused,
    add_unit,
    change_unit,
    close_unit,
    reopen_unit,
)

__all__ = [
    "MembershipRefused", "NewOrganisation", "NewUnit", "OrganisationRefused", "OrganisationSettings",
    "UndoRefused", "UnitRefused", "add_organisation", "add_unit", "change_membership", "change_organisation",
    "change_unit", "close_unit", "end_membership", "give_role", "move_unit", "note_export", "reopen_unit",
    "resume_membership", "undo_change",
]  # fmt: skip
