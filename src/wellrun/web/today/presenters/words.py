"""A task of the front page, and words that several tasks use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that waits for the person, and the one place where it is done."""

    title: str
    href: str
    text: str
    kind: str
    of: str = ""
    side: str = ""
    icon: str = ""
    spark: str = ""


def due_text(day: date, today: date) -> str:
    """ "Due today", "Due on 17 April 2026", "Was due on 30 March 2026, 2 weeks ago"."""
    if day > today:
        return _("Due on %(day)s.") % {"day": format_date(day)}
    if day == today:
        return _("Due today.")
    return _("Was due on %(day)s, %(ago)s ago.") % {"day": format_date(day), "ago": apart(day, today)}


def apart(earlier: date, later: date) -> str:
    """How far apart two days are: days up to two weeks, then weeks."""
    days = (later - earlier).days
    if days < 14:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    return ngettext("%(count)d week", "%(count)d weeks", days // 7) % {"count": days // 7}
