"""Whose history an administrator may read: what a team keeps to itself stays there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from wellrun.core.actor import Actor
from wellrun.measures.queries import visible_to

WHOLE = ("organisation", "unit", "membership", "invitation")
"""Kinds of things that an administrator looks after, all of them. A kind that is not named is not shown."""


def things_seen_by(actor: Actor) -> Mapping[str, QuerySet[Any] | None]:
    """For `core.audit.records_in`: each kind of thing, with the ids that this person may see."""
    return {**dict.fromkeys(WHOLE), "measure": visible_to(actor).order_by().values("pk")}
