"""What happened in a project, from its audit records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Q

from wellrun.core import audit
from wellrun.core.models import AuditRecord
from wellrun.projects.models import Project
from wellrun.projects.values.tools import TEAM_MATTERS as TOOLS_OF_THE_TEAM

THING = "project"
TEAM_MATTERS = ("experience", "coaching")
"""Parts of which only the team hears: see `permissions.may_read_team_matters`."""
STEPS = "tool_item."
"""What is done inside a tool, card by card: kept in the record, and no event in the life of a project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that somebody did."""

    action: str
    who: str
    at: datetime
    reason: str
    after: Mapping[str, Any]
    before: Mapping[str, Any] = field(default_factory=dict)
    thing: int = 0
    """The row of the project that it was done to: a test, a driver, a barrier."""
    inside: tuple[Event, ...] = ()
    """More of the same kind that the same person did one after the other, the latest first; this is one."""


DAYS = "cycle.day_"
FOLDED = frozenset({
    "action.agreed", "action.done", "cycle.replanned", "driver.added", "driver.linked", "driver.moved",
    "driver.removed", "driver.restored", "driver.unlinked", "driver.written", "family.added",
    "family.changed", "review.written", "seat.given", "story.written", "tag.added", "tag.removed",
})  # fmt: skip
"""What people do many times over in one sitting. What a team decides or asks is told each for itself."""
READ_AHEAD = 5
"""Records that are read for each event that is wanted: a test of many days is one."""


def history_of(project: Project, *, last: int, is_team: bool = False) -> list[Event]:
    """The latest first. What a team keeps to itself is left out, unless ``is_team``.

    What somebody did over and over is one event, with each `inside`; the records stay as they are.
    """
    records = audit.records_of(THING, project.pk).exclude(action__startswith=STEPS)
    if not is_team:
        tools = Q(*(("part__startswith", f"{kind}/") for kind in TOOLS_OF_THE_TEAM), _connector=Q.OR)
        records = records.exclude(Q(part__in=TEAM_MATTERS) | tools)
    events = [_event(record) for record in records[: last * READ_AHEAD]]
    return [replace(run[0], inside=run if len(run) > 1 else ()) for run in _runs(events)][:last]


def _event(record: AuditRecord) -> Event:
    number = record.part.split("/")[1] if "/" in record.part else ""
    return Event(
        action=record.action,
        who=record.actor_name,
        at=record.at,
        reason=record.reason,
        after=record.after or {},
        before=record.before or {},
        thing=int(number) if number.isdecimal() else 0,
    )


def _runs(events: Iterable[Event]) -> Iterator[tuple[Event, ...]]:
    """What is told in one sentence: what somebody did over and over on one day, and the days of one test by
    one person, whenever they were written, while people wrote down nothing but days."""
    for key, run in groupby(events, _alike):
        together: dict[tuple[object, ...], list[Event]] = {}
        for event in run:
            together.setdefault((event.who, event.thing) if key == (DAYS,) else (), []).append(event)
        yield from (tuple(each) for each in together.values())


def _alike(event: Event) -> tuple[object, ...]:
    if event.action.startswith(DAYS):
        return (DAYS,)
    if event.action in FOLDED and not event.reason:
        test = event.thing if event.action.startswith("cycle.") else 0
        return (event.who, event.action, test, event.at.date())
    return (id(event),)  # like nothing else
