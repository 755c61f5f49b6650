"""Background work that belongs to no domain: the daily tidy-up."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.db import connection
from django_tasks import TaskContext, TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from wellrun.core.background.schedule import schedule
from wellrun.core.search.index import rebuild

__all__ = ["KEEP_RESULTS", "TIDY_HOUR", "schedule", "tidy_up"]

KEEP_RESULTS = timedelta(days=14)
TIDY_HOUR = 3
"""When few people are about."""


@task(takes_context=True)
def tidy_up(context: TaskContext) -> dict[str, int]:
    """Forget old work and sessions that have ended; mend the search index; refresh statistics."""
    started = context.task_result.started_at
    assert started is not None  # noqa: S101 - it is running
    done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL)
    forgotten, _by_model = done.filter(finished_at__lt=started - KEEP_RESULTS).delete()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    rebuild(only_missing=True)
    _refresh_statistics()
    return {"forgotten": forgotten}


def _refresh_statistics() -> None:
    """Let the query planner know how much there is: what keeps indexes in use as tables grow."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize" if connection.vendor == "sqlite" else "ANALYZE")
