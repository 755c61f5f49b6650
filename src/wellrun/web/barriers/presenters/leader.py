"""What teams asked of one leader, and how long answers take: their own process, read like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import wellrun_spc as spc
from wellrun.projects.queries import Asked
from wellrun.projects.values import BarrierState, Helped
from wellrun.web.barriers.forms import AnswerForm
from wellrun.web.conversations.presenters import talk_text
from wellrun.web.measures.presenters.readings import ReadingView, present_readings
from wellrun_spc.draw import chart_svg
from wellrun_spc.wording import format_date, format_value

ENOUGH = 8
"""With fewer answers a chart says nothing yet."""
DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing a team asked."""

    id: int
    text: str
    wanted: str
    about: str
    """Which project, and who asked."""
    due: str
    is_late: bool
    answer: str
    after: str
    """What the team said after it, or that it went up a level."""
    form: AnswerForm | None
    talk: str
    """The link to what people say about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTimes:
    """How long answers took: a chart with its reading, or plain words while there are few."""

    wide: str
    narrow: str
    readings: tuple[ReadingView, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage:
    """All the page shows."""

    waiting: tuple[Question, ...]
    others: tuple[Question, ...]
    times: AnswerTimes


def present_asked(
    asked: Sequence[Asked],
    times: Sequence[tuple[datetime, datetime]],
    *,
    today: date,
    said: Mapping[int, int],
    typed: AnswerForm | None = None,
    typed_about: int = 0,
) -> AskedPage:
    """The oldest first. ``typed`` is an answer that could not be saved."""
    waits = [each for each in asked if each.state == BarrierState.WAITING]
    rest = [each for each in asked if each.state != BarrierState.WAITING]
    forms = {each.barrier_id: AnswerForm.about(each.barrier_id) for each in waits}
    forms |= {
        each.barrier_id: AnswerForm.about(each.barrier_id, initial={"answer": each.answer})
        for each in rest
        if each.state == BarrierState.ANSWERED
    }
    if typed is not None:
        forms[typed_about] = typed
    return AskedPage(
        waiting=tuple(_question(each, today, forms, said) for each in waits),
        others=tuple(_question(each, today, forms, said) for each in reversed(rest)),
        times=_times(times, unanswered=len(waits)),
    )


def _question(
    asked: Asked, today: date, forms: Mapping[int, AnswerForm], said: Mapping[int, int]
) -> Question:
    about = {"project": asked.project, "unit": asked.unit, "name": asked.raised_by}
    return Question(
        id=asked.barrier_id,
        text=asked.text,
        wanted=asked.wanted,
        about=_("%(project)s, %(unit)s. Asked by %(name)s") % about,
        due=_due(asked, today),
        is_late=asked.reply_by < today,
        answer=asked.answer,
        after=_after(asked),
        form=forms.get(asked.barrier_id),
        talk=talk_text(said.get(asked.barrier_id, 0)),
    )


def _due(asked: Asked, today: date) -> str:
    words = {"day": format_date(asked.reply_by), "asked": format_date(asked.asked_at.date())}
    if asked.reply_by < today:
        return _("Asked on %(asked)s. The answer was due by %(day)s.") % words
    return _("Asked on %(asked)s. Please answer by %(day)s.") % words


def _after(asked: Asked) -> str:
    if asked.state == BarrierState.CLOSED:
        said = Helped(asked.helped).label if asked.helped else ""
        return f"{said}. {asked.closing_words}".strip(". ") + "."
    return _("It went up a level. You can still answer.") if asked.moved_up_at else ""


def _times(times: Sequence[tuple[datetime, datetime]], *, unanswered: int) -> AnswerTimes:
    """Days from asking to answering. What still waits is not in it, and is said beside it."""
    days = [round((done - asked).total_seconds() / DAY, 1) for asked, done in times]
    waiting = ngettext(
        "%(count)d question waits and is not counted yet.",
        "%(count)d questions wait and are not counted yet.",
        unanswered,
    ) % {"count": unanswered}
    more = [waiting] if unanswered else []
    if len(days) < ENOUGH:
        return AnswerTimes(wide="", narrow="", readings=(), words=" ".join([_few(days), *more]))
    chart = spc.i_chart(days, direction="decrease")
    title, unit = _("Days to answer a team"), _("Days, in the order in which you were asked")
    return AnswerTimes(
        wide=chart_svg(chart, form="wide", id="tw", title=title, y_label=unit),
        narrow=chart_svg(chart, form="narrow", id="tn", title=title, y_label=unit),
        readings=present_readings(chart),
        words=" ".join(more),
    )


def _few(days: Sequence[float]) -> str:
    """Plain words while a chart would say nothing."""
    if not days:
        return _("You have not been asked and answered yet. From 8 answers on you see a chart here.")
    words = {"count": len(days), "least": format_value(min(days)), "most": format_value(max(days))}
    said = ngettext(
        "You answered %(count)d question. It took %(most)s days.",
        "You answered %(count)d questions. They took from %(least)s to %(most)s days.",
        len(days),
    )
    return f"{said % words} {_('From 8 answers on you see a chart here.')}"
