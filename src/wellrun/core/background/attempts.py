"""What becomes of work that was not done: tried again after a while, and put aside after the last attempt.

Everything is kept on the row of the queue itself. Its worker ids are its attempts, one for each.
"""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

QUEUE, DEAD_LETTERS = "default", "dead-letters"
"""The two queues: work to be done, and work that could not be done and waits for a person."""
DELAYS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1))
MOST_ATTEMPTS = len(DELAYS) + 1
LEASE = timedelta(minutes=30)
"""How long work may take when nobody can tell whether its worker still lives: it is on another machine."""
INTERRUPTED = "wellrun.core.background.Interrupted"
Row = DBTaskResult[Any, Any]
_NOTHING: dict[str, Any] = {"args": [], "kwargs": {}}


def new_worker_id() -> str:
    """Names this process: machine, process id, and a mark, because process ids come round again."""
    return f"{socket.gethostname()[:32]}/{os.getpid()}/{token_hex(4)}"


def settle(row: Row, *, now: datetime) -> None:
    """After an attempt: forget what done work was about; try failed work again, or put it aside."""
    mine = DBTaskResult.objects.filter(pk=row.pk, status=row.status, started_at=row.started_at)
    if row.status == TaskResultStatus.SUCCESSFUL:
        mine.update(args_kwargs=_NOTHING)  # the text of a letter is of no use once it is sent
    elif row.status == TaskResultStatus.FAILED:
        _after_failure(mine, row, now=now)


def put_back(*, now: datetime, worker_id: str) -> int:
    """Find work whose worker was killed in the middle, and let it be done again. Returns how much."""
    found = 0
    for row in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, queue_name=QUEUE):
        if _is_abandoned(row, now=now, worker_id=worker_id):
            mine = DBTaskResult.objects.filter(
                pk=row.pk, status=TaskResultStatus.RUNNING, started_at=row.started_at
            )
            row.exception_class_path, row.traceback = INTERRUPTED, ""
            _after_failure(mine, row, now=now, at_once=True)
            found += 1
    for row in DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, queue_name=QUEUE):
        settle(row, now=now)  # its worker was killed between the failure and this
    return found


def _after_failure(mine: Any, row: Row, *, now: datetime, at_once: bool = False) -> None:
    attempts = len(row.worker_ids)
    told = {"exception_class_path": row.exception_class_path, "traceback": _places_in(row.traceback)}
    if attempts >= MOST_ATTEMPTS:
        mine.update(status=TaskResultStatus.FAILED, queue_name=DEAD_LETTERS, finished_at=now, **told)
        return
    wait = timedelta(0) if at_once and attempts == 1 else DELAYS[max(attempts, 1) - 1]
    mine.update(status=TaskResultStatus.READY, run_after=now + wait, finished_at=None, **told)


def _is_abandoned(row: Row, *, now: datetime, worker_id: str) -> bool:
    """Its process is gone from this machine, or its lease has run out."""
    if row.worker_ids[-1:] == [worker_id]:
        return False
    has_run_out = row.started_at is None or row.started_at < now - LEASE
    machine, _, rest = (row.worker_ids[-1] if row.worker_ids else "").partition("/")
    pid = rest.partition("/")[0]
    is_here = machine == worker_id.partition("/")[0] and pid.isdecimal()
    return has_run_out or (is_here and _is_gone(int(pid)))


def _is_gone(pid: int) -> bool:
    """Whether no such process lives here. This one's own id means an earlier life."""
    if pid == os.getpid():
        return True
    if os.name != "posix":  # elsewhere signal 0 is not a question
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _places_in(traceback: str) -> str:
    """Where in the programme it happened, without the message, which may quote what people wrote."""
    return "\n".join(line.strip() for line in traceback.splitlines() if line.startswith("  File "))
