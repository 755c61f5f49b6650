"""After a day of a test was saved: back to the page, with what was done and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.pdsa.queries import Cycle, day_change, last_change_of_day
from wellrun.web.pdsa.presenters.days import day_text
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.render import see_other

FRESH = timedelta(minutes=10)
"""A bookmark does not offer to undo what was done last month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """What was saved, and the way back."""

    text: str
    undo_url: str
    close_url: str


def day_saved(request: HttpRequest, actor: Actor, cycle: Cycle, day: date | None) -> HttpResponse:
    """To the days; the browser may forget what it kept of the line, and the person can undo what they did."""
    last = last_change_of_day(cycle, day) if day else None
    is_own = last is not None and last.actor_id == actor.person_id
    page = reverse("pdsa:cycle", args=[cycle.pk])
    answer = see_other(f"{page}?saved={last.pk}#do" if last is not None and is_own else f"{page}#do")
    return name_saved(request, answer, f"cycle-{cycle.pk}-day")


def day_toast(request: HttpRequest, cycle: Cycle) -> Toast | None:
    """What the address says was saved a moment ago."""
    named = request.GET.get("saved", "")
    record = day_change(cycle, int(named)) if named.isdecimal() and len(named) < 19 else None
    told = (record.after or record.before) if record is not None else None
    if record is None or told is None or timezone.now() - record.at > FRESH:
        return None
    is_undo = record.undoes is not None
    words = _("Saved: %(day)s.") if record.after else _("Taken out: %(day)s.")
    if is_undo:
        words = _("As it was before: %(day)s.")
    return Toast(
        text=words % {"day": day_text(date.fromisoformat(told["day"]))},
        undo_url="" if is_undo else reverse("pdsa:undo-day", args=[cycle.pk, record.pk]),
        close_url=reverse("pdsa:cycle", args=[cycle.pk]),
    )
