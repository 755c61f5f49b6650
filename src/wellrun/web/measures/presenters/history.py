"""How the limits were set and moved, with reasons; and everything else that happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import wellrun_spc as spc
from wellrun.measures.values import Change
from wellrun.web.components.timeline.tag import Moment, in_one
from wellrun.web.measures.presenters.style import number_text, told_text
from wellrun.web.measures.presenters.words import day_text, periods_text
from wellrun.web.shell.runs import runs_of
from wellrun_spc.wording import format_value

ICONS = {
    "started": "edit",
    "withdrawn": "undo",
    "annotated": "flag",
    "created": "plus",
    "excluded": "leave-out",
}

MANY = {
    "added": gettext_lazy("Added %(count)d numbers"),
    "corrected": gettext_lazy("Changed %(count)d numbers"),
    "noted": gettext_lazy("Changed the notes of %(count)d numbers"),
    "removed": gettext_lazy("Took out %(count)d numbers"),
    "excluded": gettext_lazy("Left %(count)d numbers out of the limits"),
    "included": gettext_lazy("Counted %(count)d numbers in the limits again"),
}
"""What people do to one number after the other, in one sentence."""


def _shown(chart: spc.Chart, number: float | None) -> str:
    known = [
        value
        for point in chart.points
        for value in (point.value, point.centre, point.ucl)
        if value is not None
    ]
    shown = "–" if number is None else format_value(number, percent=chart.percent, reference=known)
    return number_text(shown)


def _became(chart: spc.Chart, index: int) -> tuple[str, ...]:
    """What new limits changed: the average and the upper limit, before and after."""
    before, after = chart.phases[index - 1], chart.phases[index]
    words = {"before": _shown(chart, before.centre), "after": _shown(chart, after.centre)}
    lines = [_("Average %(before)s became %(after)s.") % words]
    if before.ucl is not None and after.ucl is not None:
        limits = {"before": _shown(chart, before.ucl), "after": _shown(chart, after.ucl)}
        lines.append(_("Upper limit %(before)s became %(after)s.") % limits)
    return (" ".join(lines),)


def _phase_at(chart: spc.Chart, starts_on: date) -> int:
    """The phase whose first number is the first one on or after this day."""
    days = [point.x for point in chart.points]
    position = sum(1 for day in days if isinstance(day, date) and day < starts_on)
    return next((phase.index for phase in chart.phases if phase.start == position), 0)


def _moment(change: Change, title: str = "", lines: tuple[str, ...] = ()) -> Moment:
    day = change.at.date() if change.at else None
    return Moment(
        title=title or change.sentence.rstrip("."),
        lines=lines,
        reason=change.reason,
        by=_("By %(name)s") % {"name": change.by} if change.by else "",
        icon=ICONS.get(change.kind, "edit"),
        when=day_text(day) if day else "",
        when_iso=day.isoformat() if day else "",
    )


def _first_lines(chart: spc.Chart, period: str) -> tuple[str, ...]:
    """How the first limits came about."""
    first = chart.phases[0]
    lines = [_("From the first %(periods)s.") % {"periods": periods_text(period, first.n_used)}]
    if first.centre is not None:
        lines.append(_("Average %(number)s.") % {"number": _shown(chart, first.centre)})
    if first.ucl is not None:
        lines.append(_("Upper limit %(number)s.") % {"number": _shown(chart, first.ucl)})
    if first.trial:
        lines.append(_("These are trial limits, until there are 12 numbers."))
    return (" ".join(lines),)


def _move(change: Change, chart: spc.Chart, period: str, in_use: frozenset[date]) -> Moment:
    """One time the limits moved; with what became of them where they are still in use."""
    if change.kind != "started" or change.period is None or change.period not in in_use:
        return _moment(change)
    index = _phase_at(chart, change.period)
    if index:
        return _moment(change, lines=_became(chart, index))
    return _moment(change, title=_("First limits set"), lines=_first_lines(chart, period))


def present_limits(
    chart: spc.Chart | None, changes: Sequence[Change], *, period: str, in_use: Sequence[date]
) -> tuple[Moment, ...]:
    """Newest first: a signal that holds now, each move of the limits and why, and how they began."""
    if chart is None:
        return ()
    now: list[Moment] = []
    if chart.reading.since is not None:
        lines = (told_text(chart.reading.plain, chart.reading.messages, 1), _("The limits have not moved."))
        now = [Moment(title=_("Now: a signal"), lines=(" ".join(lines),), icon="info")]
    moves = [_move(change, chart, period, frozenset(in_use)) for change in changes]
    is_said = any(day <= chart.points[0].x for day in in_use if isinstance(chart.points[0].x, date))
    first = (
        [] if is_said else [Moment(title=_("First limits"), lines=_first_lines(chart, period), icon="flag")]
    )
    return (*now, *moves, *first)


def without_names(changes: Sequence[Change]) -> tuple[Change, ...]:
    """What was changed and why, but not by whom: for a page that needs no account."""
    return tuple(replace(change, by="") for change in changes)


def present_history(changes: Sequence[Change]) -> tuple[Moment, ...]:
    """Everything that happened to a measure, newest first; what one person did in a row, at once."""
    return tuple(_of_run(run) for run in runs_of(changes, _alike))


def _alike(change: Change) -> tuple[object, ...] | None:
    """What somebody did to one number after the other on the same day. A reason is told each time."""
    is_told_alone = change.period is None or change.is_undo or bool(change.reason)
    if is_told_alone or change.kind not in MANY or change.at is None:
        return None
    return (change.kind, change.by, change.at.date())


def _of_run(run: Sequence[Change]) -> Moment:
    moments = [_moment(change) for change in run]
    if len(run) == 1:
        return moments[0]
    return in_one(moments, title=str(MANY[run[0].kind]) % {"count": len(run)})
