"""Writes to organisations, their units and roles."""

from wellrun.organisations.services.first import FirstAdministrator, set_up
from wellrun.organisations.services.invitations import (
    InvitationRefused,
    accept_invitation,
    invite,
    join_by_invitation,
    withdraw_invitation,
)
from wellrun.organisations.services.leaving import end_sign_in
from wellrun.organisations.services.memberships import end_membership, give_role
from wellrun.organisations.services.organisations import NewOrganisation, add_organisation
from wellrun.organisations.services.units import NewUnit, UnitRefused, add_unit

__all__ = [
    "FirstAdministrator", "InvitationRefused", "NewOrganisation", "NewUnit", "UnitRefused",
    "accept_invitation", "add_organisation", "add_unit", "end_membership", "end_sign_in", "give_role",
    "invite", "join_by_invitation", "set_up", "withdraw_invitation",
]  # fmt: skip
