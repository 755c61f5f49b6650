"""Background work for people: the digest of each day."""

from __future__ import annotations

from django.utils.timezone import localtime
from django_tasks import TaskContext, task

from wellrun.accounts.queries import due_for_digest
from wellrun.accounts.services import send_digests_to

_BATCH = 50
_MONDAY = 0


@task(takes_context=True)
def send_digests(context: TaskContext) -> dict[str, int]:
    """Send each person their news, in batches, so that people can save meanwhile.

    Once a week means on Mondays. Running it again, or after it was stopped half way, sends only what is left.
    """
    now = context.task_result.started_at
    assert now is not None  # noqa: S101 - it is running
    ids = due_for_digest(with_weekly=localtime(now).weekday() == _MONDAY)
    sent = 0
    for start in range(0, len(ids), _BATCH):
        sent += send_digests_to(person_ids=ids[start : start + _BATCH], now=now)
    return {"sent": sent}
