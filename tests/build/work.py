"""Background work for tests: the real worker in this process, and tasks that stand still or fail."""

from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from zoneinfo import ZoneInfo

from django.utils import timezone
from django_tasks import task

from wellrun.core.background.schedule import Daily
from wellrun.core.background.worker import Worker

PATIENCE = 60
SECRET = "amina@wellrun.example"


def work_through_the_queue(*, later: timedelta = timedelta(0), daily: tuple[Daily, ...] = ()) -> None:
    """The real worker, until nothing is due. ``later`` sets its clock forward."""

    def clock() -> datetime:
        return timezone.now() + later

    Worker(clock=clock, zone=ZoneInfo("Europe/London"), daily=daily, batch=True, rest=0).run()


@task()
def stand_still(folder: str) -> str:
    """Says that it has begun, then waits until it is let go."""
    begun = Path(folder) / f"begun-{len(list(Path(folder).glob('begun-*'))) + 1}"
    begun.touch()
    until = monotonic() + PATIENCE
    while not (Path(folder) / "go").exists():
        if monotonic() > until:
            raise TimeoutError(folder)
        sleep(0.02)
    return begun.name


@task()
def fail_over(secret: str) -> None:
    raise ConnectionRefusedError(f"{secret} does not answer")


@task()
def fail_once(mark: str) -> str:
    if not Path(mark).exists():
        Path(mark).touch()
        raise ConnectionRefusedError("not yet")
    return "done"
