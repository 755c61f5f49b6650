"""Small questions that several views ask: what was just done, and where somebody may put things."""

from __future__ import annotations

from wellrun.core.actor import Actor
from wellrun.organisations.queries import Membership, Unit, administered_by, history_of
from wellrun.organisations.values import Change


def latest_change(thing: Unit | Membership) -> Change | None:
    """The last thing that happened to a unit or a role."""
    kind = "unit" if isinstance(thing, Unit) else "membership"
    return next(iter(history_of(kind, thing.pk, last=1)), None)


def places_for(actor: Actor, unit: Unit) -> list[str]:
    """Paths of the units that the person administers in the unit's organisation."""
    return [place.path for place in administered_by(actor, unit.organisation_id)]
