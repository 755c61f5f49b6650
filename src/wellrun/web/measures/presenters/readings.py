"""A chart's reading as what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

import wellrun_spc as spc
from wellrun.web.measures.presenters.style import told_text
from wellrun.web.measures.presenters.words import in_two, periods_text

RUNS = {"longest_run", "shift"}
LONG_ENOUGH = 8
"""A run of this length is worth asking about new limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """One reading: its sign, word and lines."""

    of: str
    word: str
    lines: tuple[str, ...]
    side: str = ""


def present_readings(chart: spc.Chart) -> tuple[ReadingView, ...]:
    """Variation first; assurance where there is a target to be sure of."""
    reading = chart.reading
    plain = told_text(reading.plain, reading.messages, 1)
    variation = ReadingView(
        of=reading.variation, side=reading.side or "", word=reading.word, lines=in_two(plain)
    )
    if reading.assurance in {"no_target", "not_assessed"}:
        return (variation,)
    promise = told_text(reading.assurance_plain, reading.messages, 2)
    return variation, ReadingView(of=reading.assurance, word=reading.assurance_word, lines=in_two(promise))


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """A run that has held: new limits may fit, and a person decides."""

    text: str
    starts_on: str

    @property
    def href(self) -> str:
        """The form for new limits, opened at the start of the run."""
        return f"?redraw={self.starts_on}#redraw"


def present_nudge(chart: spc.Chart, period: str) -> Nudge | None:
    """Suggest, and never redraw by ourselves: only a long run that still holds at the latest point."""
    latest = max(
        (point.position for point in chart.points if point.value is not None and not point.excluded),
        default=-1,
    )
    for signal in chart.signals:
        is_held = signal.located and signal.rule in RUNS and signal.positions[-1] == latest
        start = chart.points[signal.positions[0]].x
        if is_held and len(signal.positions) >= LONG_ENOUGH and isinstance(start, date):
            held = {"periods": periods_text(period, len(signal.positions))}
            text = (
                _("The new level has held for %(periods)s. Do you know why? Talk to your coach first.") % held
            )
            return Nudge(text=text, starts_on=start.isoformat())
    return None
