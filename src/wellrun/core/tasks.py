"""Background work that belongs to no domain: the daily tidy-up, and keeping such work on its schedule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django_tasks import TaskContext, TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

KEEP_RESULTS = timedelta(days=14)
TIDY_EVERY = timedelta(days=1)


@task(takes_context=True)
def tidy_up(context: TaskContext) -> dict[str, int]:
    """Forget work that was done two weeks ago, let the database look after itself, and come back tomorrow."""
    started = context.task_result.started_at
    assert started is not None  # noqa: S101 - it is running
    forgotten, _by_model = (
        DBTaskResult.objects.finished().filter(finished_at__lt=started - KEEP_RESULTS).delete()
    )
    _refresh_statistics()
    schedule(tidy_up, at=started + TIDY_EVERY)
    return {"forgotten": forgotten}


@transaction.atomic
def schedule(work: Task[Any, Any], *, at: datetime | None = None) -> bool:
    """Put work in the queue once: where it waits already, nothing is added. Returns whether it was."""
    waiting = DBTaskResult.objects.filter(task_path=work.module_path, status=TaskResultStatus.READY)
    if waiting.exists():
        return False
    work.using(run_after=at).enqueue()
    return True


def _refresh_statistics() -> None:
    """Let the query planner know how much there is: what keeps indexes in use as tables grow."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize" if connection.vendor == "sqlite" else "ANALYZE")
