"""When a huddle is next."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

WEEK = timedelta(days=7)


def next_huddle(weekday: int, at: time, *, after: datetime, zone: tzinfo) -> datetime:
    """The first time behind this moment that the wall clock shows this day and hour."""
    local = after.astimezone(zone)
    days = (weekday - local.weekday()) % 7
    found = datetime.combine(local.date() + timedelta(days=days), at, tzinfo=zone)
    return found if found > after else datetime.combine(found.date() + WEEK, at, tzinfo=zone)
