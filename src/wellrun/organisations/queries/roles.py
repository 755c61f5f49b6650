"""Which roles a person holds now."""

from __future__ import annotations

from wellrun.core.actor import Grant
from wellrun.organisations.models import Membership
from wellrun.organisations.values import UNIT


def grants_of(person_id: int) -> frozenset[Grant]:
    """The roles that have not ended, in one query. What is inherited below is not written out."""
    held = Membership.objects.filter(person_id=person_id, ended_at=None).order_by()
    rows = held.values_list("role", "unit_id", "unit__organisation_id")
    return frozenset(
        [
            Grant(role=role, scope=UNIT, scope_id=unit_id, organisation_id=organisation_id)
            for role, unit_id, organisation_id in rows
        ]
    )
