"""Writes to organisations, their units and roles."""

from wellrun.organisations.services.erasure import erase_member
from wellrun.organisations.services.first import FirstAdministrator, set_up
from wellrun.organisations.services.invitations import (
    InvitationRefused,
    accept_invitation,
    answer_invitation,
    invite,
    join_by_invitation,
    withdraw_invitation,
)
from wellrun.organisations.services.leaving import allow_sign_in, end_all_roles, end_sign_in, pass_on
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
from wellrun.organisations.services.sign_on import SignOnRuleRefused, require_sign_on
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
    "FirstAdministrator", "InvitationRefused", "MembershipRefused", "NewOrganisation", "NewUnit",
    "OrganisationRefused", "OrganisationSettings", "SignOnRuleRefused", "UndoRefused", "UnitRefused",
    "accept_invitation", "add_organisation", "add_unit", "allow_sign_in", "answer_invitation",
    "change_membership", "change_organisation", "change_unit", "close_unit", "end_all_roles",
    "end_membership", "end_sign_in", "erase_member", "give_role", "invite", "join_by_invitation", "move_unit",
    "note_export", "pass_on", "reopen_unit", "require_sign_on", "resume_membership", "set_up", "undo_change",
    "withdraw_invitation",
]  # fmt: skip
