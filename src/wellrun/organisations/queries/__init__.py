"""Questions about organisations, their units, and who holds which role."""

from wellrun.organisations.models import DirectoryEntry, Invitation, Membership, Organisation, Unit
from wellrun.organisations.queries.audit import AuditFilter, AuditLine, AuditPage, audit_page
from wellrun.organisations.queries.changes import changes_from, history_of, record_in, unit_changed_in
from wellrun.organisations.queries.invitations import (
    invitation_for,
    invitations_of,
    invitations_to,
    open_invitation,
    units_to_administer,
)
from wellrun.organisations.queries.leaving import (
    closed_accounts,
    left_behind,
    organisations_of,
    person_administered,
    roots_of,
    who_lets_in,
)
from wellrun.organisations.queries.organisations import (
    Beginning,
    all_ids,
    all_slugs,
    beginning_of,
    get_for,
    organisation_at,
    organisation_with,
    visible_to,
)
from wellrun.organisations.queries.people import (
    After,
    EntryPage,
    MembershipPage,
    administration_page,
    administrators_of,
    directory_page,
    entries_of,
    membership_in,
    people_of,
    people_visible_to,
    role_holders,
    roles_of,
)
from wellrun.organisations.queries.roles import grants_of, grants_of_all
from wellrun.organisations.queries.sign_on import Provider, all_providers, providers_for, requiring_sign_on
from wellrun.organisations.queries.units import (
    Branch,
    administered_by,
    closed_units,
    line_of,
    root_of,
    tree_below,
    unit_at,
    unit_for,
    unit_with,
    units_below,
    units_found,
    units_to_choose,
    units_visible_to,
)

__all__ = [
    "After", "AuditFilter", "AuditLine", "AuditPage", "Beginning", "Branch", "DirectoryEntry", "EntryPage",
    "Invitation", "Membership", "MembershipPage", "Organisation", "Provider", "Unit", "administered_by",
    "administration_page", "administrators_of", "all_ids", "all_providers", "all_slugs", "audit_page",
    "beginning_of", "changes_from", "closed_accounts", "closed_units", "directory_page", "entries_of",
    "get_for", "grants_of", "grants_of_all", "history_of", "invitation_for", "invitations_of",
    "invitations_to", "left_behind", "line_of", "membership_in", "open_invitation", "organisation_at",
    "organisation_with", "organisations_of", "people_of", "people_visible_to", "person_administered",
    "providers_for", "record_in", "requiring_sign_on", "role_holders", "roles_of", "root_of", "roots_of",
    "tree_below", "unit_at", "unit_changed_in", "unit_for", "unit_with", "units_below", "units_found",
    "units_to_administer", "units_to_choose", "units_visible_to", "visible_to", "who_lets_in",
]  # fmt: skip
