"""Where a person is signed in: a session that knows whose it is, so that it can be listed and ended."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    person_id = models.BigIntegerField(null=True, db_index=True)
    """Empty for a visitor who has not signed in."""
    device = models.CharField(max_length=120, blank=True)
    """What the browser said it is, in short: "Firefox on Windows"."""
    signed_in_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta(AbstractBaseSession.Meta):
        db_table = "accounts_session"

    @classmethod
    def get_session_store_class(cls) -> Any:
        return import_module(settings.SESSION_ENGINE).SessionStore
