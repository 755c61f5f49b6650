"""Writes to e-mail on its way."""

from __future__ import annotations

from datetime import datetime

from wellrun.accounts.models import Letter


def write_letter(*, to: str, subject: str, text: str, now: datetime) -> Letter:
    """Put a letter in the tray. A subject is one line, whatever was typed into it."""
    return Letter.objects.create(to=to, subject=" ".join(subject.split())[:200], text=text, written_at=now)


def take_letter(letter: Letter) -> None:
    """It was handed over; its links must not lie about."""
    letter.delete()
