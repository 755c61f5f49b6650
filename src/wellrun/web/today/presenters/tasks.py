"""What needs a person: those who wait for them first, then what the data say, then what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wellrun.accounts.queries import Notification
from wellrun.accounts.values import is_own_page
from wellrun.measures.queries import MeasureRow
from wellrun.measures.queries.today import needs_a_look
from wellrun.measures.values import next_period
from wellrun.web.measures.presenters.words import moment_text
from wellrun.web.today.presenters.found import Found
from wellrun.web.today.presenters.words import Task
from wellrun.web.today.presenters.work import (
    action_task,
    answer_task,
    approval_task,
    level_task,
    quiet_task,
    request_task,
    study_task,
)
from wellrun_spc.wording import format_date


def tasks_of(found: Found, today: date) -> Iterator[Task]:
    waiting = found.waiting
    yield from (request_task(row, today) for row in waiting.requests)
    yield from (_asked(row) for row in found.asking)
    yield from (_look(row) for row in found.measures if needs_a_look(row))
    yield from (study_task(row, today) for row in waiting.studies)
    yield from (answer_task(row) for row in waiting.answers)
    yield from (approval_task(row) for row in waiting.approvals)
    yield from (level_task(row) for row in waiting.levels)
    yield from (action_task(row, today) for row in waiting.actions)
    yield from (_due(row) for row in found.measures if not needs_a_look(row))
    yield from (quiet_task(row, today) for row in waiting.quiet)


def _asked(row: Notification) -> Task:
    return Task(
        title=row.sentence,
        href=row.address if is_own_page(row.address) else reverse("notifications:list"),
        text=_("Since %(day)s.") % {"day": format_date(localtime(row.at).date())},
        kind=_("Waits for you"),
        icon="bell",
    )


def _look(row: MeasureRow) -> Task:
    is_concerning = row.variation == "concerning"
    kind = _("A signal to look into") if is_concerning else _("A change to understand")
    return Task(
        title=row.name,
        href=reverse("measures:detail", args=[row.id]),
        text=row.plain,
        kind=f"{kind} · {place_of(row)}",
        of=row.variation,
        side=row.side,
        spark=row.spark,
    )


def _due(row: MeasureRow) -> Task:
    """The period whose number is missing: the one after the last."""
    day = next_period(row.last_period, row.period) if row.last_period else date.min
    return Task(
        title=row.name,
        href=f"{reverse('measures:detail', args=[row.id])}#numbers",
        text=_("The number for %(period)s is not here yet. It takes a minute.")
        % {"period": _period_text(day, row.period)},
        kind=f"{_('Number due')} · {place_of(row)}",
        icon="chart",
    )


def _period_text(day: date, period: str) -> str:
    moment = moment_text(day, period)
    return _("the week of %(day)s") % {"day": moment} if period == "week" else moment


def place_of(row: MeasureRow) -> str:
    return ", ".join(dict.fromkeys(filter(None, (row.place, row.organisation))))
