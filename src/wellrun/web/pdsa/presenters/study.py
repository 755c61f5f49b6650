"""Predictions beside what came out, and what the chart says of the days of the test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.measures.permissions import may_record
from wellrun.measures.queries import Measure, NumberRow, numbers_before, numbers_in, row_of
from wellrun.measures.queries import get_for as measure_for
from wellrun.pdsa.queries import Cycle, Prediction
from wellrun.pdsa.values import Match
from wellrun.web.components.measure_card.tag import MeasureCard, SignLine
from wellrun.web.components.strip.tag import Strip
from wellrun.web.measures.presenters.lists import present_card
from wellrun.web.measures.presenters.words import since_text
from wellrun.web.pdsa.presenters.strip import MOST_BEFORE, present_strip, told_of

MOST_NUMBERS = 5
SIGNS = {Match.YES: "check", Match.PARTLY: "st-adapt", Match.NO: "close", Match.UNKNOWN: "info"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One prediction, what came out, and whether the two match."""

    predicted: str
    happened: str
    icon: str
    matched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTheChart:
    """The measure that the result can be read from, and its numbers in the days of the test."""

    card: MeasureCard
    """Where there is no number of these days; the picture is in its place where there is."""
    strip: Strip | None
    told: str
    says: str
    signs: Sequence[SignLine]
    numbers: tuple[str, ...]
    waits: bool
    """The test has begun, and its days have no number yet."""
    add_href: str


def present_beside(predictions: Sequence[Prediction]) -> tuple[Beside, ...]:
    return tuple(
        Beside(
            predicted=each.text,
            happened=each.happened,
            icon=SIGNS[Match(each.matched)] if each.matched else "",
            matched=str(Match(each.matched).label) if each.matched else _("Not said"),
        )
        for each in predictions
    )


def present_chart(actor: Actor, cycle: Cycle, predictions: Sequence[Prediction]) -> FromTheChart | None:
    """Nothing where there is no measure, or the team has not shared it with this person."""
    measure = measure_for(actor, cycle.measure_id) if cycle.measure_id else None
    if measure is None:
        return None
    card, numbers = present_card(row_of(measure), with_place=False), _numbers_of(measure, cycle)
    shown = [each for each in numbers if _number(each)]
    strip = None
    if shown and cycle.starts_on:
        before = numbers_before(measure, cycle.starts_on, last=MOST_BEFORE)
        strip = present_strip(measure, numbers, before, [each.text for each in predictions])
    return FromTheChart(
        card=card,
        strip=strip,
        told=told_of(measure, strip) if strip else "",
        says=measure.plain,
        signs=card.signs,
        numbers=tuple(_told(measure, each) for each in shown[-MOST_NUMBERS:]),
        waits=cycle.is_locked and not shown,
        add_href=f"{card.href}#numbers" if may_record(actor, measure) else "",
    )


def _numbers_of(measure: Measure, cycle: Cycle) -> list[NumberRow]:
    """The numbers of the days of the test, as far as it has come."""
    last = cycle.done_on or cycle.ends_on or cycle.starts_on
    if not cycle.is_locked or cycle.starts_on is None or last is None:
        return []
    return numbers_in(measure, cycle.starts_on, last)


def _told(measure: Measure, each: NumberRow) -> str:
    said = {"when": since_text(each.period, measure.period), "number": _number(each)}
    return _("%(when)s: %(number)s") % said


def _number(each: NumberRow) -> str:
    if each.is_suppressed:
        return ""
    if each.numerator is not None and each.denominator is not None:
        return _("%(count)s of %(out_of)s") % {
            "count": f"{each.numerator:g}",
            "out_of": f"{each.denominator:g}",
        }
    return f"{each.value:g}" if each.value is not None else ""
