"""Work that fails is tried again, and put aside after the last attempt."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.build.work import SECRET, fail_once, fail_over, work_through_the_queue
from wellrun.core.background.attempts import (
    DEAD_LETTERS,
    DELAYS,
    LEASE,
    MOST_ATTEMPTS,
    new_worker_id,
    put_back,
)
from wellrun.core.mail import post

pytestmark = pytest.mark.django_db(transaction=True)
MACHINE, PROCESS, _MARK = new_worker_id().split("/")


def hurry() -> None:
    """Let everything that waits be due."""
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())


def test_work_that_fails_is_tried_again_after_a_while(tmp_path: Path) -> None:
    fail_once.enqueue(str(tmp_path / "mark"))
    work_through_the_queue()
    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.READY
    assert DELAYS[0] - timedelta(seconds=10) < row.run_after - timezone.now() <= DELAYS[0]
    hurry()
    work_through_the_queue()
    row.refresh_from_db()
    assert (row.status, row.return_value, len(row.worker_ids)) == (TaskResultStatus.SUCCESSFUL, "done", 2)


def test_each_wait_is_longer_and_the_last_failure_puts_it_aside() -> None:
    fail_over.enqueue(SECRET)
    waits = []
    for _attempt in range(MOST_ATTEMPTS):
        hurry()
        work_through_the_queue()
        row = DBTaskResult.objects.get()
        waits.append(row.run_after - timezone.now())
    assert waits[:-1] == sorted(waits[:-1])
    assert (row.status, row.queue_name) == (TaskResultStatus.FAILED, DEAD_LETTERS)
    hurry()
    work_through_the_queue()
    assert len(DBTaskResult.objects.get().worker_ids) == MOST_ATTEMPTS


def test_the_error_is_kept_as_a_kind_and_a_place_without_its_words() -> None:
    fail_over.enqueue(SECRET)
    work_through_the_queue()
    row = DBTaskResult.objects.get()
    assert row.exception_class_path == "builtins.ConnectionRefusedError"
    assert "fail_over" in row.traceback
    assert SECRET not in row.traceback


def test_what_done_work_was_about_is_forgotten() -> None:
    post(to="amina@wellrun.example", subject="Your link", body="secret-link")
    work_through_the_queue()
    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.SUCCESSFUL
    assert row.args_kwargs == {"args": [], "kwargs": {}}


def left_running(worker_id: str, *, since: timedelta, attempts: int = 1) -> DBTaskResult:
    fail_over.enqueue(SECRET)
    row = DBTaskResult.objects.get()
    row.status, row.started_at = TaskResultStatus.RUNNING, timezone.now() - since
    row.worker_ids = [worker_id] * attempts
    row.save()
    assert isinstance(row, DBTaskResult)
    return row


@pytest.mark.parametrize(
    ("worker_id", "since", "expected"),
    [
        ("here/mine/earlier", timedelta(0), True),  # this process id, in an earlier life
        ("here/4194304/x", timedelta(0), True),  # no machine counts so far
        ("here/1/x", timedelta(0), False),  # the first process always lives
        ("here/1/x", LEASE * 2, True),
        ("elsewhere/4194304/x", timedelta(0), False),
        ("elsewhere/4194304/x", LEASE * 2, True),
        ("a name of another kind", LEASE * 2, True),
    ],
)
def test_work_is_put_back_when_its_worker_is_gone_or_its_lease_has_run_out(
    worker_id: str, since: timedelta, expected: bool
) -> None:
    named = worker_id.replace("here/mine", f"{MACHINE}/{PROCESS}").replace("here/", f"{MACHINE}/")
    row = left_running(named, since=since)
    put_back(now=timezone.now(), worker_id=new_worker_id())
    row.refresh_from_db()
    assert (row.status == TaskResultStatus.READY) is expected


def test_work_that_kills_its_worker_each_time_is_put_aside_too() -> None:
    row = left_running("elsewhere/1/x", since=LEASE * 2, attempts=MOST_ATTEMPTS)
    put_back(now=timezone.now(), worker_id=new_worker_id())
    row.refresh_from_db()
    assert (row.status, row.queue_name) == (TaskResultStatus.FAILED, DEAD_LETTERS)
    assert row.exception_class_path.endswith(".Interrupted")


def test_a_failure_that_nobody_settled_is_settled_by_the_next_worker() -> None:
    row = left_running("elsewhere/1/x", since=timedelta(0))
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, finished_at=timezone.now())
    put_back(now=timezone.now(), worker_id=new_worker_id())
    row.refresh_from_db()
    assert row.status == TaskResultStatus.READY
