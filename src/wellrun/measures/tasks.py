"""Background work on measures."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from wellrun.measures.services import refresh_stale_readings

_BATCH = 200


@task()
def refresh_readings(organisation_id: int | None = None) -> int:
    """Make the readings of an earlier edition again, in batches, so that people can save meanwhile.

    Running it twice, or again after it was stopped half way, does no harm: it goes on with what is stale.
    """
    made = 0
    while True:
        with transaction.atomic():
            batch = refresh_stale_readings(organisation_id=organisation_id, batch=_BATCH)
        made += batch
        if batch < _BATCH:
            return made
