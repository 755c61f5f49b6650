"""What needs the partners' own word."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.projects.values import ENOUGH_ANSWERS, NEEDS_PARTNERS, PartnerStanding


def partners_agree(standing: PartnerStanding, target: str) -> Decision:
    """Where partners are on the team, one of them says yes and none says no before it is called done."""
    if target not in NEEDS_PARTNERS or not standing.partner_ids:
        return ALLOWED
    said = standing.about(target)
    against = next((word for word in said if not word.is_yes), None)
    if against is not None:
        return refused(
            _("%(name)s says: not yet. Talk it over first. They can change their word.")
            % {"name": against.name}
        )
    if not said:
        return refused(
            _("The service users and carers on the team say first whether this is done. Ask them.")
        )
    return ALLOWED


def takes_check(standing: PartnerStanding) -> Decision:
    """A check that could be traced to a person is not started."""
    if len(standing.partner_ids) < ENOUGH_ANSWERS:
        return refused(
            _(
                "With fewer than 3 partners on the team, anybody could guess who said what."
                " Ask them in person instead."
            )
        )
    return ALLOWED
