"""The words on a chart, in one place: end labels, run notes, phase names, what a mark tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wellrun_spc.draw.numerals import (
    format_moment,
    format_period,
    format_rounded,
    format_value,
    plural,
    retold,
)
from wellrun_spc.results import Phase, Point, Result, Side, Signal
from wellrun_spc.rules import RULE_SETS
from wellrun_spc.series import SUBGROUPS
from wellrun_spc.wording import decimals_for, decimals_of


@dataclass(frozen=True, slots=True)
class Say:
    """Writes the values of one chart, with the decimals that suit its limits."""

    decimals: int
    percent: bool

    def __call__(self, value: float) -> str:
        """A value, limit or average."""
        return format_rounded(value, self.decimals, percent=self.percent)

    def quoted(self, value: float) -> str:
        """A value that people set, with the decimals they gave it."""
        given = decimals_of(value * 100 if self.percent else value)
        return format_rounded(value, max(given, self.decimals), percent=self.percent)


_KIND = {
    "run": "Run chart",
    "i": "Values (i chart)",
    "mr": "Changes from one value to the next (mr chart)",
    "p": "Percentages (p chart)",
    "u": "Rates (u chart)",
    "c": "Counts (c chart)",
    "i_prime": "Values with denominators (I-prime chart)",
    "xbar": "Averages of groups (X-bar chart)",
    "s": "Spread within groups (S chart)",
    "np": "Numbers out of all cases (np chart)",
    "p_prime": "Percentages (p-prime chart)",
    "u_prime": "Rates (u-prime chart)",
    "g": "Cases between events (g chart)",
    "t": "Time between events (t chart)",
}
_CENTRE = {"run": ("Middle value", "Middle"), "t": ("Typical value", "Typical")}
_LIMIT = {"high": ("Upper limit", "Upper"), "low": ("Lower limit", "Lower")}
_MOVE = {"high": "rising", "low": "falling"}
_PLACE = {"high": "above", "low": "below"}
_LONGEST_NOTE = 80


def sayer(result: Result, points: Sequence[Point]) -> Say:
    """How values are written all over one chart: with decimals enough to tell its latest limits apart.

    Where there are no limits, enough to tell its points apart. The sentences of the reading do the same.
    """
    usable = [point for point in points if point.value is not None and not point.excluded]
    latest = usable[-1] if usable else None
    shown = [latest.lcl, latest.centre, latest.ucl] if latest else [result.target]
    if shown[0] is None:
        shown += [point.value for point in usable]
    scale = 100 if result.percent else 1
    return Say(decimals_for([value * scale for value in shown if value is not None]), result.percent)


def method_words(result: Result) -> str:
    """The chart and its rules by name: "Counts (c chart), rules: Anhøj 1"."""
    known = RULE_SETS.get(result.rules)
    return f"{_KIND[result.chart]}, rules: {known.title if known else result.rules}"


def plain_words(result: Result) -> str:
    """The reading in plain words."""
    return retold(result.reading.plain, result.reading.messages, 1)


def centre_word(result: Result, *, short: bool = False) -> str:
    """What the centre line is called in everyday words."""
    return _CENTRE.get(result.chart, ("Average", "Average"))[short]


def run_line_word(result: Result, *, short: bool = False) -> str:
    """What the line is called that runs are judged about: on g charts it is not the centre."""
    return _CENTRE["run"][short] if result.chart == "g" else centre_word(result, short=short)


def limit_word(side: Side, *, short: bool = False) -> str:
    """What a limit is called at its end."""
    return _LIMIT[side][short]


def phase_labels(phase: Phase, result: Result, say: Say, *, short: bool) -> list[str]:
    """What may stand on the dimension line of a phase, fullest first."""
    number = "" if phase.centre is None else say(phase.centre)
    word = centre_word(result)
    if phase.name:
        full = [f"{phase.name}: {word.lower()} {number}"] if number and not short else []
        return [*full, phase.name, number]
    return [f"{word} {number}", number] if number else []


def phase_letter(place: int) -> str:
    """What stands for a phase whose name has no room: A to Z, then AA."""
    more, last = divmod(place, 26)
    return (phase_letter(more - 1) if more else "") + chr(ord("A") + last)


def phase_note(letter: str, phase: Phase, result: Result, say: Say) -> str:
    """What the letter means, at the foot of the drawing: "A: Before huddles, average 4.8"."""
    number = "" if phase.centre is None else f", {centre_word(result).lower()} {say(phase.centre)}"
    return f"{letter}: {phase.name}{number}"


def freeze_labels(phase: Phase, period: str) -> list[str]:
    """What may stand on the line over the points that set frozen limits, fullest first."""
    count = plural(period, phase.n_used)
    return [f"Limits set by these {count}", "Limits set here", "Limits"]


def run_words(signal: Signal, result: Result, *, short: bool) -> tuple[str, str]:
    """The two lines beside the bracket of a run or a trend."""
    count = f"{plural(result.period, len(signal.positions))} in a row"
    if signal.rule == "trend":
        return count, _MOVE[signal.side]
    line = run_line_word(result).lower()
    return count, f"{_PLACE[signal.side]} {line}" if short else f"{_PLACE[signal.side]} the {line}"


def crossing_words(phase: Phase, result: Result) -> tuple[str, str]:
    """The two lines about a phase whose line crosses the centre too seldom."""
    line, count = run_line_word(result).lower(), phase.runs.crossings
    seldom = {0: f"Never crosses the {line}", 1: f"Crosses the {line} once"}
    first = seldom.get(count, f"Crosses the {line} {count} times")
    return first, f"{phase.runs.crossings_min} or more is usual"


def signal_phrase(signal: Signal, result: Result) -> str:
    """A signal in a few words, for one of its points."""
    place = _PLACE[signal.side]
    if signal.rule == "outside":
        return f"{place} the {limit_word(signal.side).lower()}"
    if signal.rule == "two_of_three":
        return f"one of {len(signal.positions)} near the {limit_word(signal.side).lower()}"
    return " ".join(run_words(signal, result, short=False))


def point_words(point: Point, result: Result, say: Say, signals: Sequence[Signal]) -> str:
    """What a point tells when pointed at: period, value, why it is marked, and the note kept with it."""
    parts = [f"{_named(point, result)}: {_value_words(point, result, say)}"]
    parts += [signal_phrase(signal, result) for signal in signals]
    if point.excluded:
        parts.append("left out of the limits")
    if point.note:
        note = point.note.strip()
        parts.append(note if len(note) <= _LONGEST_NOTE else f"{note[: _LONGEST_NOTE - 1].rstrip()}…")
    return ". ".join(part[:1].upper() + part[1:] for part in parts)


def _named(point: Point, result: Result) -> str:
    name = format_period(point.x, result.period)
    return name[:1].upper() + name[1:]


def _value_words(point: Point, result: Result, say: Say) -> str:
    if point.value is None:
        return "hidden to protect privacy" if point.suppressed else "no number"
    value = say(point.value)
    if point.denominator is None:
        return value
    if result.chart in ("p", "p_prime") and point.numerator is not None:
        return f"{value} ({format_value(point.numerator)} of {format_value(point.denominator)})"
    if result.chart == "np":
        return f"{value} of {format_value(point.denominator)}"
    return f"{value} ({plural('value', point.denominator)})" if result.chart in SUBGROUPS else value


def span_words(points: Sequence[Point], result: Result) -> str:
    """The stretch of time in sight: "7 July 2025 to 6 April 2026"."""
    if not points:
        return ""
    first, last = (format_moment(point.x, result.period) for point in (points[0], points[-1]))
    return first if first == last else f"{first} to {last}"


FOOTNOTES = {
    "hidden": "* Number hidden to protect privacy.",
    "out": "Hollow point: left out of the limits.",
}
TRIAL = ("Trial limits", "Trial")
"""What limits set by too few points are called, fullest first."""
NOTHING_YET = "No numbers yet"
