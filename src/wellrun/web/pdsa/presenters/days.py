"""What was seen day by day, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.pdsa.queries import Cycle, DayNote
from wellrun.pdsa.values import Stage
from wellrun_spc.wording import format_date

MOST_ON_PAPER = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day, and where it is changed."""

    is_open: bool
    """Somebody is changing it: the form stands in its place."""
    day: str
    count: str
    out_of: str
    note: str
    change_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTable:
    count_label: str
    out_of_label: str
    rows: tuple[DayRow, ...]
    on_paper: range
    """Empty rows, to be filled in with a pen while the test runs."""
    columns: int
    """With the one of the form's button."""
    form_url: str
    """Where the form of a line is sent: a new one, or the one that is changed."""
    remove_url: str
    """Where the line that is changed is taken out; empty for a new one."""
    days: str
    count: str
    out_of: str
    in_words: str
    """ "7 of 9, or 78 of every 100": all days together, for the Study."""


def present_days(cycle: Cycle, days: Sequence[DayNote], *, changing: DayNote | None = None) -> DayTable:
    counted = [each for each in days if each.count is not None]
    count, out_of = _sum(each.count for each in counted), _sum(each.out_of for each in counted)
    has_total = bool(cycle.count_label and counted)
    return DayTable(
        count_label=cycle.count_label,
        out_of_label=cycle.out_of_label,
        rows=tuple(_row(cycle, each, is_open=each == changing) for each in days),
        on_paper=_on_paper(cycle, len(days)),
        columns=3 + bool(cycle.count_label) + bool(cycle.out_of_label),
        form_url=reverse("pdsa:change-day", args=[cycle.pk, changing.pk])
        if changing
        else reverse("pdsa:note-day", args=[cycle.pk]),
        remove_url=reverse("pdsa:take-day-out", args=[cycle.pk, changing.pk]) if changing else "",
        days=ngettext("%(n)d day", "%(n)d days", len(days)) % {"n": len(days)} if has_total else "",
        count=str(count),
        out_of=str(out_of),
        in_words=_in_words(cycle, count, out_of) if has_total else "",
    )


def _row(cycle: Cycle, each: DayNote, *, is_open: bool) -> DayRow:
    page = reverse("pdsa:cycle", args=[cycle.pk])
    return DayRow(
        is_open=is_open,
        day=day_text(each.day),
        count=_text(each.count),
        out_of=_text(each.out_of),
        note=each.note,
        change_href=f"{page}?day={each.day.isoformat()}#do",
    )


def _on_paper(cycle: Cycle, written: int) -> range:
    is_running = cycle.stage in (Stage.PLAN, Stage.DO)
    return range(min(max((cycle.days or 0) - written, 0), MOST_ON_PAPER) if is_running else 0)


def day_text(day: date) -> str:
    """ "Mon 6 April": people remember days of the week, and the year stands above."""
    return f"{WEEKDAYS_ABBR[day.weekday()]} {format_date(day).rpartition(' ')[0]}"


def _in_words(cycle: Cycle, count: int, out_of: int) -> str:
    if not cycle.out_of_label or not out_of:
        return str(count)
    share = {"count": count, "out_of": out_of, "share": round(100 * count / out_of)}
    return _("%(count)d of %(out_of)d, or %(share)d of every 100") % share


def _sum(numbers: Iterable[int | None]) -> int:
    return sum(each or 0 for each in numbers)


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
