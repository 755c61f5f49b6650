"""Background work for people: e-mail, and the digest of each day."""

from __future__ import annotations

from datetime import datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.timezone import localtime
from django_tasks import TaskContext, task

from wellrun.accounts import services
from wellrun.accounts.models import Letter
from wellrun.accounts.queries import due_for_digest

_BATCH = 50
_MONDAY = 0


@transaction.atomic
def send_later(*, to: str, subject: str, text: str, now: datetime) -> None:
    """Send an e-mail in the background. It is kept with the change that it tells of, or not at all."""
    letter = services.write_letter(to=to, subject=subject, text=text, now=now)
    deliver.enqueue(letter.pk)


@task()
def deliver(letter_id: int) -> bool:
    """Hand a letter over to the mail server, and forget it. Delivered before, or to nobody: nothing to do."""
    letter = Letter.objects.filter(pk=letter_id).first()
    if letter is None:
        return False
    if letter.to:
        EmailMessage(subject=letter.subject, body=letter.text, to=[letter.to]).send()
    services.take_letter(letter)
    return True


@task(takes_context=True)
def send_digests(context: TaskContext) -> dict[str, int]:
    """Send each person their news, in batches, so that people can save meanwhile.

    Once a week means on Mondays. Running it again, or after it was stopped half way, sends only what is left.
    """
    now = context.task_result.started_at
    assert now is not None  # noqa: S101 - it is running
    ids = due_for_digest(with_weekly=localtime(now).weekday() == _MONDAY)
    sent = 0
    for start in range(0, len(ids), _BATCH):
        sent += services.send_digests_to(person_ids=ids[start : start + _BATCH], now=now)
    return {"sent": sent}
