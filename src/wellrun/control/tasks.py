"""Background work on huddles: their agendas."""

from __future__ import annotations

from django.utils.timezone import get_default_timezone
from django_tasks import TaskContext, task

from wellrun.control.queries.huddles import due_huddles
from wellrun.control.services.agendas import send_agenda


@task(takes_context=True)
def send_agendas(context: TaskContext) -> dict[str, int]:
    """Once a day: the agendas of all huddles before the next time. Running it twice sends nothing twice."""
    now = context.task_result.started_at
    assert now is not None  # noqa: S101 - it is running
    due = due_huddles(now=now, zone=get_default_timezone())
    return {"sent": sum(send_agenda(huddle_id=pk, at=at, now=now) for pk, at in due)}
