"""Work that comes back each day has its next turn in the queue, once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.build.cast import NOW
from tests.build.work import work_through_the_queue
from wellrun.core.background import Daily, keep_schedule, schedule
from wellrun.core.tasks import tidy_up

LONDON = ZoneInfo("Europe/London")
SEVEN = Daily(work=tidy_up, hour=7)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 1, 5, 6, 59, tzinfo=UTC), datetime(2026, 1, 5, 7, tzinfo=UTC)),
        (datetime(2026, 1, 5, 7, 0, tzinfo=UTC), datetime(2026, 1, 6, 7, tzinfo=UTC)),
        (datetime(2026, 7, 6, 5, 30, tzinfo=UTC), datetime(2026, 7, 6, 6, tzinfo=UTC)),  # summer time
        (datetime(2026, 3, 28, 8, 0, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),  # it begins
    ],
)
def test_the_hour_is_that_of_the_clock_on_the_wall(now: datetime, expected: datetime) -> None:
    assert SEVEN.next_after(now, LONDON) == expected


@pytest.mark.django_db
def test_scheduled_work_waits_in_the_queue_once() -> None:
    assert schedule(tidy_up)
    assert not schedule(tidy_up)
    keep_schedule([SEVEN], now=NOW, zone=LONDON)
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_whatever_became_of_the_last_turn_the_next_is_kept() -> None:
    keep_schedule([SEVEN], now=NOW, zone=LONDON)
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, queue_name="dead-letters")
    work_through_the_queue(daily=(SEVEN,))
    waiting = DBTaskResult.objects.get(status=TaskResultStatus.READY)
    assert waiting.run_after > NOW
    assert waiting.run_after.astimezone(LONDON).hour == 7
    assert waiting.run_after - waiting.enqueued_at <= timedelta(days=1)
