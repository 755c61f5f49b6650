"""Questions about organisations, their units, and who holds which role."""

from wellrun.organisations.models import Invitation, Membership, Organisation, Unit
from wellrun.organisations.queries.invitations import (
    invitation_for,
    invitations_of,
    open_invitation,
    units_to_administer,
)
from wellrun.organisations.queries.organisations import (
    all_ids,
    all_slugs,
    get_for,
    organisation_with,
    visible_to,
)
from wellrun.organisations.queries.roles import grants_of
from wellrun.organisations.queries.units import root_of, unit_for, unit_with, units_below, units_visible_to

__all__ = [
    "Invitation", "Membership", "Organisation", "Unit", "all_ids", "all_slugs", "get_for", "grants_of",
    "invitation_for", "invitations_of", "open_invitation", "organisation_with", "root_of", "unit_for",
    "unit_with", "units_below", "units_to_administer", "units_visible_to", "visible_to",
]  # fmt: skip
