"""What comes back each day."""

from __future__ import annotations

from django.conf import settings

from wellrun.accounts.tasks import send_digests
from wellrun.control.tasks import send_agendas
from wellrun.core.background import Daily
from wellrun.core.tasks import TIDY_HOUR, tidy_up
from wellrun.projects.tasks import FOLLOW_UP_HOUR, follow_up_barriers


def every_day() -> tuple[Daily, ...]:
    """The work of each day with its hour, by the clock of ``WELLRUN_TIME_ZONE``."""
    return (
        Daily(work=tidy_up, hour=TIDY_HOUR),
        Daily(work=follow_up_barriers, hour=FOLLOW_UP_HOUR),
        Daily(work=send_digests, hour=settings.DIGEST_HOUR),
        Daily(work=send_agendas, hour=settings.DIGEST_HOUR),
    )
