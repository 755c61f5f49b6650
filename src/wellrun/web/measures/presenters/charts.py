"""A measure's chart as drawings with their head and flags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

import wellrun_spc as spc
from wellrun.web.components.segments.tag import Segment
from wellrun.web.measures.presenters.style import reader_style
from wellrun.web.measures.presenters.words import chart_note, moment_text, periods_text
from wellrun_spc.draw import Annotation, chart_svg
from wellrun_spc.draw.form import FormName

FORMS: tuple[tuple[FormName, str], ...] = (("wide", "cw"), ("narrow", "cn"))
"""The two drawings of a page, each with the prefix of its ids."""
LAST = 26
"""What the shorter range shows: half a year of weeks."""


class ChartedMeasure(Protocol):
    """What a drawing needs to know of a measure."""

    @property
    def name(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def y_label(self) -> str: ...
    @property
    def chart(self) -> str: ...
    @property
    def rules(self) -> str: ...
    @property
    def period(self) -> str: ...


class Flag(Protocol):
    """Something the team changed."""

    @property
    def period(self) -> date: ...
    @property
    def label(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """Two drawings, what is written above them, and the flags in words for phones."""

    wide: str
    narrow: str
    note: str
    ranges: tuple[Segment, ...]
    flags: tuple[str, ...]


def chart_title(measure: ChartedMeasure) -> str:
    return (
        f"{measure.name}, {measure.place}"
        if measure.place and measure.place not in measure.name
        else measure.name
    )


def _ranges(count: int, period: str, *, shows_all: bool) -> tuple[Segment, ...]:
    if count <= LAST:
        return ()
    return (
        Segment(
            text=_("Last %(periods)s") % {"periods": periods_text(period, LAST)},
            href="?range=last",
            is_current=not shows_all,
        ),
        Segment(
            text=_("All %(periods)s") % {"periods": periods_text(period, count)},
            href="?range=all",
            is_current=shows_all,
        ),
    )


def _in_sight(chart: spc.Chart, flags: Sequence[Flag], last: int | None) -> list[Flag]:
    """Flags at or after the first point that is shown."""
    first = chart.points[-last if last and last < len(chart.points) else 0].x
    return [flag for flag in flags if not isinstance(first, date) or flag.period >= first]


def _note(measure: ChartedMeasure, count: int, last: int | None) -> str:
    note = chart_note(measure.chart, measure.rules)
    if last is None:
        return note
    words = {"last": periods_text(measure.period, last), "all": count}
    return f"{note} · " + _("the last %(last)s of %(all)d") % words


def present_chart(
    measure: ChartedMeasure,
    chart: spc.Chart,
    flags: Sequence[Flag] = (),
    *,
    shows_all: bool = True,
    most: int | None = None,
) -> ChartView:
    """The wide and the narrow drawing of one chart, from the same data and with the same reading.

    With ``most`` a longer chart is drawn from there on, and says so; its limits come from all of it.
    """
    is_cut = most is not None and len(chart.points) > most
    last = most if is_cut else None if shows_all else LAST
    seen = _in_sight(chart, flags, last)
    marks = [Annotation(x=flag.period, label=flag.label) for flag in seen]
    title, y_label, number = chart_title(measure), measure.y_label or measure.name, reader_style()
    wide, narrow = (
        chart_svg(
            chart,
            form=form,
            id=key,
            title=title,
            y_label=y_label,
            annotations=marks,
            last=last,
            number=number,
        )
        for form, key in FORMS
    )
    return ChartView(
        wide=wide,
        narrow=narrow,
        note=_note(measure, len(chart.points), most if is_cut else None),
        ranges=_ranges(len(chart.points), measure.period, shows_all=shows_all),
        flags=tuple(f"{flag.label}, {moment_text(flag.period, measure.period)}" for flag in seen),
    )
