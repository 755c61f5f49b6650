"""The end of every write to an organisation: its audit record, and the change in words."""

from __future__ import annotations

from datetime import datetime

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.organisations.queries.changes import change_from
from wellrun.organisations.values.changes import Change


def recorded(
    actor: Actor,
    action: str,
    thing: audit.Thing,
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
    reason: str = "",
    undoes: int | None = None,
    now: datetime,
) -> Change:
    """Write the record, in the transaction of the change, and say what it was."""
    record = audit.record(
        actor=actor,
        action=action,
        thing=thing,
        now=now,
        before=before,
        after=after,
        reason=reason.strip(),
        undoes=undoes,
    )
    return change_from(record)
