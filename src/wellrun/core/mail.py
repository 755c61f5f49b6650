"""E-mail. It is asked for in the transaction of the change it tells of, and sent by the background worker."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django_tasks import TaskContext, task


@task(takes_context=True)
def send_mail(
    context: TaskContext,
    to: str,
    subject: str,
    body: str,
    html: str = "",
    headers: dict[str, str] | None = None,
) -> None:
    """Send one letter to one person. Ask for it with `post`.

    A worker that is killed while it sends may send a letter twice. Both then carry the same Message-ID, by
    which mail systems know that they are one.
    """
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    message_id = f"<{context.task_result.id}@{domain}>"
    letter = EmailMultiAlternatives(
        subject=subject, body=body, to=[to], headers={"Message-ID": message_id, **(headers or {})}
    )
    if html:
        letter.attach_alternative(html, "text/html")
    letter.send()


def post(*, to: str, subject: str, body: str, html: str = "", headers: dict[str, str] | None = None) -> None:
    """Put a letter in the queue: it goes out only if the transaction around this is kept, and then surely.

    The subject becomes one line. Raises ``ValidationError`` for what is no e-mail address.
    """
    validate_email(to)
    send_mail.enqueue(to=to, subject=" ".join(subject.split()), body=body, html=html, headers=headers or {})
