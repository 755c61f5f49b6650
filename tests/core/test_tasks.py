"""The daily tidy-up."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.build.cast import NOW
from tests.build.work import work_through_the_queue
from wellrun.accounts.models import Session
from wellrun.core.background.attempts import DEAD_LETTERS
from wellrun.core.tasks import KEEP_RESULTS, schedule, tidy_up

pytestmark = pytest.mark.django_db(transaction=True)


def old_work(status: str, queue: str = "default") -> DBTaskResult:
    row = DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": [], "kwargs": {}},
        task_path=tidy_up.module_path,
        backend_name="default",
        queue_name=queue,
        run_after=NOW,
        worker_ids=["gone/1/x"],
        started_at=NOW,
        finished_at=NOW - KEEP_RESULTS - timedelta(days=1),
    )
    assert isinstance(row, DBTaskResult)
    return row


def test_the_tidy_up_forgets_work_that_was_done_long_ago_and_keeps_what_was_not() -> None:
    done = old_work(TaskResultStatus.SUCCESSFUL)
    dead = old_work(TaskResultStatus.FAILED, DEAD_LETTERS)
    schedule(tidy_up)
    work_through_the_queue()
    left = DBTaskResult.objects.values_list("pk", flat=True)
    assert done.pk not in left
    assert dead.pk in left
    assert DBTaskResult.objects.get(status=TaskResultStatus.SUCCESSFUL).return_value == {"forgotten": 1}


def test_the_tidy_up_forgets_sessions_that_have_ended() -> None:
    Session.objects.create(session_key="old", session_data="", expire_date=NOW - timedelta(days=999))
    Session.objects.create(session_key="new", session_data="", expire_date=timezone.now() + timedelta(days=1))
    schedule(tidy_up)
    work_through_the_queue()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
