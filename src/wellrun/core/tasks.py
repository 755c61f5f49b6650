"""Background work that belongs to no domain: the daily tidy-up."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.filebased import FileBasedCache
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
    """Forget old work, sessions that have ended and what was kept for a while; mend the search index; refresh
    statistics."""
    started = context.task_result.started_at
    assert started is not None  # noqa: S101 - it is running
    done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL)
    forgotten, _by_model = done.filter(finished_at__lt=started - KEEP_RESULTS).delete()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    _forget_what_has_expired(started)
    rebuild(only_missing=True)
    _refresh_statistics()
    return {"forgotten": forgotten}


def _forget_what_has_expired(now: datetime) -> None:
    """Caches drop by themselves only what somebody asks for again: not the file of people whom nobody brought
    in after all, nor a count with the network address that it was kept for."""
    for cache in (caches[name] for name in settings.CACHES):
        if isinstance(cache, FileBasedCache):
            for name in cache._list_cache_files():  # type: ignore[attr-defined]  # noqa: SLF001 - there is no other way
                with suppress(FileNotFoundError), Path(name).open("rb") as file:
                    cache._is_expired(file)  # type: ignore[attr-defined]  # noqa: SLF001 - it removes the file
        elif isinstance(cache, DatabaseCache):
            table = cache._table  # type: ignore[attr-defined]  # noqa: SLF001
            kept = next(each for each in apps.get_models() if each._meta.db_table == table)  # noqa: SLF001
            kept._default_manager.filter(expires__lt=now).delete()  # noqa: SLF001


def _refresh_statistics() -> None:
    """Let the query planner know how much there is: what keeps indexes in use as tables grow."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize" if connection.vendor == "sqlite" else "ANALYZE")
