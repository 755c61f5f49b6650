"""Background work that belongs to no domain."""

from datetime import timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from tests.build.cast import NOW
from wellrun.core.tasks import KEEP_RESULTS, TIDY_EVERY, schedule, tidy_up


def work_through_the_queue() -> None:
    """The real worker, until nothing is due."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    ).run()


@pytest.mark.django_db
def test_scheduled_work_waits_in_the_queue_once() -> None:
    assert schedule(tidy_up)
    assert not schedule(tidy_up)
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_tidy_up_forgets_old_work_and_comes_back_tomorrow() -> None:
    old = DBTaskResult.objects.create(
        status=TaskResultStatus.SUCCESSFUL,
        args_kwargs={"args": [], "kwargs": {}},
        task_path=tidy_up.module_path,
        backend_name="default",
        run_after=NOW,
        finished_at=NOW - KEEP_RESULTS - timedelta(days=1),
    )
    schedule(tidy_up)
    work_through_the_queue()
    done = DBTaskResult.objects.get(status=TaskResultStatus.SUCCESSFUL)
    waiting = DBTaskResult.objects.get(status=TaskResultStatus.READY)
    assert done.return_value == {"forgotten": 1}
    assert done.started_at is not None
    assert waiting.run_after == done.started_at + TIDY_EVERY
    assert not DBTaskResult.objects.filter(pk=old.pk).exists()
