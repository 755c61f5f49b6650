"""Days, moments and times by the clock: fields of a record, each read strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from wellrun.exchange.package.shape import At, Plain, wrong

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Plain):
    is_optional: bool = False

    def read(self, value: Any, at: At) -> date | None:
        if value is None and self.is_optional:
            return None
        try:
            if isinstance(value, str) and _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise wrong(at, _("it should be a day like 2026-04-13."))

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "null"] if self.is_optional else "string", "format": "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Plain):
    is_optional: bool = False

    def read(self, value: Any, at: At) -> datetime | None:
        if value is None and self.is_optional:
            return None
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
            if moment is not None and moment.tzinfo is not None and 1900 <= moment.year < 3000:
                return moment.astimezone(UTC)
        except ValueError:
            pass
        raise wrong(at, _("it should be a moment like 2026-04-13T09:30:00+00:00."))

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "null"] if self.is_optional else "string", "format": "date-time"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Plain):
    """A time by the clock on the wall."""

    def read(self, value: Any, at: At) -> time:
        if not isinstance(value, str) or not _CLOCK.fullmatch(value):
            raise wrong(at, _("it should be a time like 08:45."))
        return time.fromisoformat(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^({_CLOCK.pattern})$"}
