"""Writes to organisations, their units and roles."""

from wellrun.organisations.services.erasure import erase_member
from wellrun.organisations.services.memberships import end_membership, give_role
from wellrun.organisations.services.organisations import NewOrganisation, add_organisation
from wellrun.organisations.services.units import NewUnit, UnitRefused, add_unit

__all__ = [
    "NewOrganisation", "NewUnit", "UnitRefused", "add_organisation", "add_unit", "end_membership",
    "erase_member", "give_role",
]  # fmt: skip
