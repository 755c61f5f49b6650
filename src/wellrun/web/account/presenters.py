"""What the page about a person's own account says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from wellrun.access.own_account import Passkey
from wellrun.accounts.queries import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    key: str
    """A mark for the form; the session's own key opens it, so that is never shown."""
    name: str
    since: str
    seen: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyLine:
    id: int
    name: str
    about: str


def when(moment: datetime | None) -> str:
    """A day and a time as people write them: 14 April 2026, 9:30."""
    if moment is None:
        return _("not yet")
    return formats.date_format(timezone.localtime(moment), "j F Y, G:i")


def devices(sessions: list[Session], *, here: str, mark: dict[str, str]) -> list[Device]:
    return [
        Device(
            key=mark[each.session_key],
            name=each.device or _("A device we do not know"),
            since=when(each.signed_in_at),
            seen=when(each.seen_at),
            is_here=each.session_key == here,
        )
        for each in sessions
    ]


def passkey_lines(passkeys: tuple[Passkey, ...]) -> list[PasskeyLine]:
    return [
        PasskeyLine(
            id=each.id,
            name=each.name,
            about=_("Added %(added)s. Last used: %(used)s.")
            % {"added": when(each.added_at), "used": when(each.used_at)},
        )
        for each in passkeys
    ]
