"""Background work on projects: what was asked of leaders and had no answer."""

from __future__ import annotations

from django_tasks import TaskContext, task

from wellrun.core.actor import SYSTEM
from wellrun.projects.queries.barriers import overdue
from wellrun.projects.services.unanswered import follow_up

FOLLOW_UP_HOUR = 5
"""Before people start work, so that a letter of the same day tells of it."""


@task(takes_context=True)
def follow_up_barriers(context: TaskContext) -> dict[str, int]:
    """Once a day: barriers whose reply day has gone by go up a level. Running it twice does nothing twice."""
    now = context.task_result.started_at
    assert now is not None  # noqa: S101 - it is running
    late = list(overdue(on=now.date()).select_related("barrier").order_by("pk"))
    for request in late:
        follow_up(actor=SYSTEM, barrier=request.barrier, now=now)
    return {"followed_up": len(late)}
