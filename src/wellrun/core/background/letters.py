"""Work that could not be done after the last attempt. It is kept until a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.background.attempts import DEAD_LETTERS, QUEUE, Row
from wellrun.core.decision import Decision, Refused

THING = "background"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """What may be shown of it: never what it was about, nor the text of the error, which may quote that."""

    id: UUID
    work: str
    """The name of the task, for example ``send_mail``."""
    error: str
    """The kind of error, for example ``ConnectionRefusedError``."""
    attempts: int
    asked_at: datetime
    failed_at: datetime | None


class LetterRefused(Refused):
    """Work that is no longer waiting for a decision."""


def dead_letters(*, most: int = 100) -> list[DeadLetter]:
    """The latest first."""
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, queue_name=DEAD_LETTERS)
    return [_letter(row) for row in rows.defer("args_kwargs").order_by("-finished_at", "pk")[:most]]


def counts() -> dict[str, int]:
    """How much work waits, is being done, and was put aside."""
    rows = DBTaskResult.objects.order_by()
    return {
        "waiting": rows.filter(status=TaskResultStatus.READY, queue_name=QUEUE).count(),
        "running": rows.filter(status=TaskResultStatus.RUNNING).count(),
        "dead": rows.filter(status=TaskResultStatus.FAILED, queue_name=DEAD_LETTERS).count(),
    }


@transaction.atomic
def try_again(*, actor: Actor, leave: Decision, letter_id: UUID, now: datetime) -> None:
    """Put it back in the queue with all its attempts. ``leave`` says whether the person may decide this."""
    leave.require()
    row = _locked(letter_id)
    DBTaskResult.objects.filter(pk=row.pk).update(
        status=TaskResultStatus.READY, queue_name=QUEUE, worker_ids=[], run_after=now, finished_at=None
    )
    _record(actor, row, "background.tried_again", now)


@transaction.atomic
def discard(*, actor: Actor, leave: Decision, letter_id: UUID, now: datetime) -> None:
    """Give it up for good."""
    leave.require()
    row = _locked(letter_id)
    DBTaskResult.objects.filter(pk=row.pk).delete()
    _record(actor, row, "background.discarded", now)


def _locked(letter_id: UUID) -> Row:
    rows = DBTaskResult.objects.select_for_update()
    row = rows.filter(pk=letter_id, status=TaskResultStatus.FAILED, queue_name=DEAD_LETTERS).first()
    if row is None:
        raise LetterRefused(_("Somebody has decided about this already."))
    return row


def _letter(row: Row) -> DeadLetter:
    return DeadLetter(
        id=row.pk,
        work=row.task_path.rpartition(".")[2],
        error=row.exception_class_path.rpartition(".")[2],
        attempts=len(row.worker_ids),
        asked_at=row.enqueued_at,
        failed_at=row.finished_at,
    )


def _record(actor: Actor, row: Row, action: str, now: datetime) -> None:
    letter = _letter(row)
    audit.record(
        actor=actor,
        action=action,
        thing=audit.Thing(kind=THING, id=0, part=str(row.pk)),
        now=now,
        before={"work": letter.work, "error": letter.error, "attempts": letter.attempts},
    )
