"""The daily tidy-up."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import caches
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.build.cast import NOW
from tests.build.work import work_through_the_queue
from wellrun.accounts.models import Remembered, Session
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


def test_the_tidy_up_throws_away_files_that_nobody_went_on_with(tmp_path: Path, settings: Settings) -> None:
    """The cache would keep them until they are asked for, and that may be never."""
    settings.CACHES = {
        "default": settings.CACHES["default"],
        "drafts": settings.CACHES["drafts"] | {"LOCATION": str(tmp_path)},
    }
    for cache in (caches["drafts"], caches["default"]):
        cache.set("old", "ada@wellrun.example", timeout=0)  # over, and still there
        cache.set("new", "still wanted")
    assert len(list(tmp_path.iterdir())) == 2
    schedule(tidy_up)
    work_through_the_queue()
    assert len(list(tmp_path.iterdir())) == 1
    assert caches["drafts"].get("new") == "still wanted"
    assert not Remembered.objects.filter(cache_key__endswith="old").exists()
    assert caches["default"].get("new") == "still wanted"


def test_the_tidy_up_forgets_sessions_that_have_ended() -> None:
    Session.objects.create(session_key="old", session_data="", expire_date=NOW - timedelta(days=999))
    Session.objects.create(session_key="new", session_data="", expire_date=timezone.now() + timedelta(days=1))
    schedule(tidy_up)
    work_through_the_queue()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
