"""When work is due that comes back each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from django.db import connection, transaction
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

_LOCK = 8_531_002
"""Any number that nobody else uses: on PostgreSQL several machines keep one schedule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """Work for each day at this hour, by the clock on the wall of this installation."""

    work: Task[Any, Any]
    hour: int

    def next_after(self, now: datetime, zone: tzinfo) -> datetime:
        """The next time this hour strikes; where the clock skips or repeats it, the first that exists."""
        local = now.astimezone(zone)
        due = datetime.combine(local.date(), time(self.hour), tzinfo=zone)
        return due if due > local else due + timedelta(days=1)


@transaction.atomic
def schedule(work: Task[Any, Any], *, at: datetime | None = None) -> bool:
    """Put work in the queue once: where it waits already, nothing is added. Returns whether it was."""
    _take_turns()
    waiting = DBTaskResult.objects.filter(task_path=work.module_path, status=TaskResultStatus.READY)
    if waiting.exists():
        return False
    work.using(run_after=at).enqueue()
    return True


def keep_schedule(wanted: Sequence[Daily], *, now: datetime, zone: tzinfo) -> None:
    """See to it that each has its next turn in the queue, whatever became of the last one."""
    for daily in wanted:
        schedule(daily.work, at=daily.next_after(now, zone))


def _take_turns() -> None:
    """SQLite's writers take turns anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
