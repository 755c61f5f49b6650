"""`{% strip %}`: numbers as dots on one line, beside what was predicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wellrun_spc.draw.axes import NumberAxis, number_axis

MOST_TICKS = 5
MARGIN = 0.125
"""Room beyond the highest number, in parts of all that is shown: its words stand over the line."""
ACROSS = 2.4
"""Dots that are nearer than this, in percent of the width, stand on each other."""
DOT, ROW, NAME, HIGHEST = 8, 11, 16, 6
"""Heights: a dot above its line, one dot on another, a name above its dots; how many stand on each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """What the picture shows. Numbers of before stand apart, as hollow dots."""

    label: str
    """Said to a screen reader: the numbers, and what was predicted."""
    values: Sequence[float]
    values_name: str = ""
    """Only said where there are others to tell them from."""
    before: Sequence[float] = ()
    before_name: str = ""
    mark: float | None = None
    mark_name: str = ""
    is_percent: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One number: its place in percent of the width, and its height."""

    x: str
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words at a place, kept inside the picture at its ends."""

    x: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The dots of one time, with their name above them."""

    name: str
    name_y: int
    is_before: bool
    dots: tuple[Dot, ...]


def strip(*, of: Strip) -> dict[str, object]:
    """From left to right the numbers grow; the line of what was predicted goes through all of them."""
    shown = [*of.values, *of.before, *([] if of.mark is None else [of.mark])]
    beyond = max(shown) + (max(shown) - min(shown)) * MARGIN
    axis = number_axis(
        [*shown, min(beyond, 1.0) if of.is_percent and max(shown) <= 1 else beyond],
        wanted=MOST_TICKS, percent=of.is_percent, whole=of.is_whole,
    )  # fmt: skip
    top, bands = 22 if of.mark is not None else 4, []
    for values, name, is_before in ((of.before, of.before_name, True), (of.values, of.values_name, False)):
        if values:
            told = name if of.before else ""
            band, top = _band(axis, values, told, is_before=is_before, top=top)
            bands.append(band)
    return {
        "label": of.label,
        "bands": bands,
        "ticks": [_text(axis, tick.at, tick.label) for tick in axis.ticks if tick.label],
        "mark": None if of.mark is None else _text(axis, of.mark, of.mark_name),
        "line": top,
        "tick_end": top + 5,
        "tick_text": top + 20,
        "height": top + 26,
    }


def _band(
    axis: NumberAxis, values: Sequence[float], name: str, *, is_before: bool, top: int
) -> tuple[Band, int]:
    """The dots, and where the next part begins."""
    places = [axis.share(value) * 100 for value in sorted(values)]
    levels = [min(level, HIGHEST - 1) for level in _levels(places)]
    first = top + (NAME if name else 0)
    foot = first + DOT + max(levels) * ROW + DOT
    dots = tuple(
        Dot(x=f"{place:.4g}%", y=foot - DOT - level * ROW)
        for place, level in zip(places, levels, strict=True)
    )
    return Band(name=name, name_y=top + 12, is_before=is_before, dots=dots), foot


def _levels(places: Sequence[float]) -> list[int]:
    """How high each dot stands: those that would cover each other stand on each other."""
    there: Counter[int] = Counter()
    found = []
    for place in places:
        found.append(there[round(place / ACROSS)])
        there[round(place / ACROSS)] += 1
    return found


def _text(axis: NumberAxis, at: float, text: str) -> Text:
    place = axis.share(at) * 100
    anchor = "start" if place < 12 else "end" if place > 88 else "middle"
    return Text(x=f"{place:.4g}%", anchor=anchor, text=text)
