"""Organisations, the tree of their units, and who holds which role on them."""

from wellrun.organisations.models.directory_entry import DirectoryEntry
from wellrun.organisations.models.invitation import Invitation
from wellrun.organisations.models.membership import Membership
from wellrun.organisations.models.organisation import Organisation
from wellrun.organisations.models.unit import Unit

__all__ = [
    "DirectoryEntry", "Invitation", "Membership", "Organisation", "Unit",
]  # fmt: skip
