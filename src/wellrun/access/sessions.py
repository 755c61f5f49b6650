"""The session engine: Django's own in the database, with a row that knows whose session it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from wellrun.accounts.models import Session

SIGNED_IN_KEY = "signed_in_at"
SEEN_KEY = "seen_at"
DEVICE_KEY = "device"
"""What the session keeps about itself; times in seconds since 1970."""

_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls) -> Any:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        person_id = data.get(SESSION_KEY)
        row.person_id = int(person_id) if person_id else None
        row.device = data.get(DEVICE_KEY, "")
        row.signed_in_at = _moment(data.get(SIGNED_IN_KEY))
        row.seen_at = _moment(data.get(SEEN_KEY))
        return row


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, tz=UTC)


def device_named(user_agent: str) -> str:
    """A browser in words that people recognise: "Firefox on Windows". Nothing that could track them."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return f"{browser} on {system}" if browser and system else browser or system
