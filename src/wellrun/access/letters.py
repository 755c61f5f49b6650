"""The letter that carries an invitation."""

from __future__ import annotations

from datetime import datetime

from django.template.loader import render_to_string

from wellrun.accounts.tasks import send_later
from wellrun.organisations.models import Invitation


def send_invitation(invitation: Invitation, *, address: str, by: str, now: datetime) -> None:
    """``address`` is the whole link, which is nowhere else."""
    values = {"invitation": invitation, "address": address, "by": by}
    send_later(
        to=invitation.email,
        subject=render_to_string("mail/invitation_subject.txt", values),
        text=render_to_string("mail/invitation_message.txt", values),
        now=now,
    )
