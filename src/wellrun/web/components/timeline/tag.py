"""`{% timeline %}`: history with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that happened: what, why, by whom, when."""

    title: str
    lines: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    icon: str = "info"
    when: str = ""
    """In words, as people read it."""
    when_iso: str = ""
    """For machines; empty where the moment is not a date."""
    inside: tuple[Moment, ...] = ()
    """What is told in one sentence, each for itself."""


def in_one(moments: Sequence[Moment], title: str) -> Moment:
    """Moments of the same kind and by the same person as one, with the days that they span."""
    last, days = moments[0], [date.fromisoformat(each.when_iso) for each in moments if each.when_iso]
    span = format_date(max(days)) if days else last.when
    if days and min(days) != max(days):
        span = _("%(first)s to %(last)s") % {"first": format_date(min(days)), "last": span}
    return replace(last, title=title, lines=(), reason="", when=span, inside=tuple(moments))


def timeline(*, moments: Sequence[Moment]) -> dict[str, object]:
    """Newest first."""
    return {"moments": moments}
