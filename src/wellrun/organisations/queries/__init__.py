"""Questions about organisations, their units, and who holds which role."""

from wellrun.organisations.models import Membership, Organisation, Unit
from wellrun.organisations.queries.organisations import all_ids, get_for, organisation_with, visible_to
from wellrun.organisations.queries.roles import grants_of
from wellrun.organisations.queries.units import root_of, unit_for, unit_with, units_below, units_visible_to

__all__ = [
    "Membership", "Organisation", "Unit", "all_ids", "get_for", "grants_of", "organisation_with", "root_of",
    "unit_for", "unit_with", "units_below", "units_visible_to", "visible_to",
]  # fmt: skip
