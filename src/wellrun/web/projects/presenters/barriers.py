"""Barriers as rows: what it is, who can help, and what came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.projects.queries import Barrier, Request
from wellrun.projects.values import NOTHING_TOLD, BarrierState, Helped, Told
from wellrun.web.conversations.presenters import talk_text
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierRow:
    """One barrier in a table."""

    id: int
    text: str
    wanted: str
    asked: str
    """Who can help: the person asked now."""
    before: str
    """Who was asked before, when it went up a level."""
    icon: str
    answer: str
    """What came back, or how long the team has waited."""
    note: str
    is_open: bool
    is_late: bool
    talk: str
    """The link to what people say about it."""


def present_barriers(
    barriers: Iterable[Barrier],
    *,
    today: date,
    said: Mapping[int, int] = MappingProxyType({}),
    told: Told = NOTHING_TOLD,
) -> tuple[BarrierRow, ...]:
    """``said``: how many comments there are about each."""
    return tuple(
        _row(barrier, list(barrier.requests.all()), today, said=said.get(barrier.pk, 0), told=told)
        for barrier in barriers
    )


def for_the_story(rows: Sequence[BarrierRow]) -> tuple[BarrierRow, ...]:
    """What is open, and the last two that were closed."""
    closed = [row for row in rows if not row.is_open]
    return (*(row for row in rows if row.is_open), *closed[:2])


def _row(barrier: Barrier, requests: list[Request], today: date, *, said: int, told: Told) -> BarrierRow:
    now = requests[-1] if requests else None
    icon, answer, note = _answer(barrier, now, today, told)
    return BarrierRow(
        id=barrier.pk,
        text=barrier.text,
        wanted=barrier.wanted,
        asked=_asked(now) if now else _asked_there(told.those_asked(barrier.pk)),
        before=_before(requests[:-1]),
        icon=icon,
        answer=answer,
        note=note,
        is_open=barrier.state != BarrierState.CLOSED,
        is_late=now is not None and barrier.state == BarrierState.WAITING and now.reply_by < today,
        talk=talk_text(said),
    )


def _asked(request: Request) -> str:
    where = request.unit.name if request.unit is not None else _("sponsor")
    return f"{request.person.name}, {where}"


def _asked_there(names: tuple[str, ...]) -> str:
    """It came in a package: whom the team asked where it came from."""
    return _("%(names)s, where it came from") % {"names": ", ".join(names)} if names else ""


def _before(requests: list[Request]) -> str:
    if not requests:
        return ""
    names = ", ".join(each.person.name for each in requests)
    return _("Asked before: %(names)s. It went up a level.") % {"names": names}


def _answer(barrier: Barrier, now: Request | None, today: date, told: Told) -> tuple[str, str, str]:
    """The sign, what came back, and how long that took."""
    match BarrierState(barrier.state):
        case BarrierState.CLOSED:
            said = str(Helped(barrier.helped).label) if barrier.helped else ""
            return (
                "check",
                _("Closed. %(helped)s.") % {"helped": said},
                barrier.closing_words or barrier.answer,
            )
        case BarrierState.ANSWERED:
            return "answer", barrier.answer, _answered_in(barrier, told)
        case BarrierState.WAITING:
            return _waiting(now, today) if now else ("st-wait", _("Nobody here has been asked"), "")


def _answered_in(barrier: Barrier, told: Told) -> str:
    if barrier.answered_by is None or barrier.answered_at is None:
        return ""
    days = (barrier.answered_at.date() - barrier.raised_at.date()).days
    taken = ngettext("Answered by %(name)s in %(days)d day", "Answered by %(name)s in %(days)d days", days)
    return taken % {"name": told.wrote(f"answer/{barrier.pk}", barrier.answered_by.name), "days": days}


def _waiting(now: Request, today: date) -> tuple[str, str, str]:
    waited, left = (today - now.asked_at.date()).days, (now.reply_by - today).days
    said = ngettext("Waiting for %(days)d day", "Waiting for %(days)d days", waited) % {"days": waited}
    due = _("Answer due by %(day)s") % {"day": format_date(now.reply_by)}
    return ("overdue" if left < 0 else "st-wait"), said, due
