"""The worker: takes what is due, one thing after another, and sees to what others left undone."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo

from django.db import OperationalError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker as OneAfterAnother
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from wellrun.core.background.attempts import QUEUE, Row, new_worker_id, put_back, settle
from wellrun.core.background.schedule import Daily, keep_schedule

Clock = Callable[[], datetime]
LOOK_ROUND_EVERY = timedelta(seconds=20)


class Worker(OneAfterAnother):
    """The worker of django-tasks, with attempts, a lease and a schedule added.

    ``clock`` gives the time; ``batch`` ends as soon as nothing is due.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        zone: tzinfo,
        daily: Sequence[Daily] = (),
        batch: bool = False,
        rest: float = 1.0,
    ) -> None:
        super().__init__(
            queue_names=[QUEUE],
            interval=rest,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=new_worker_id(),
            excluded_queue_names=[],
        )
        self.clock, self.zone, self.daily = clock, zone, daily
        self._looked_round: datetime | None = None

    def run(self) -> None:
        while self.running:
            close_old_connections()
            self._look_round()
            row = self._claimed()
            if row is not None:
                self.run_task(row)
                settle(row, now=self.clock())
            elif self.batch:
                return
            elif self.running:
                time.sleep(self.interval)

    def _look_round(self) -> None:
        """At the start and every little while: work that was left in the middle, and what is due each day."""
        now = self.clock()
        if self._looked_round is None or now - self._looked_round >= LOOK_ROUND_EVERY:
            self._looked_round = now
            put_back(now=now, worker_id=self.worker_id)
            keep_schedule(self.daily, now=now, zone=self.zone)

    def _claimed(self) -> Row | None:
        """The next thing that is due, now this worker's own; nothing while somebody else is writing."""
        due = DBTaskResult.objects.ready().filter(backend_name=self.backend_name, queue_name=QUEUE)
        try:
            with exclusive_transaction(due.db):
                row = due.get_locked()
                if row is not None:
                    row.claim(self.worker_id)
                return row
        except OperationalError as error:
            if is_locked_database_exception(error):
                return None
            raise
