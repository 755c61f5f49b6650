"""Predictions beside what came out, and what the chart says of the days of the test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.measures.queries import NumberRow, numbers_in, row_of
from wellrun.measures.queries import get_for as measure_for
from wellrun.pdsa.queries import Cycle, Prediction
from wellrun.pdsa.values import Match
from wellrun.web.components.measure_card.tag import MeasureCard
from wellrun.web.measures.presenters.lists import present_card
from wellrun.web.measures.presenters.words import since_text

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
    says: str
    numbers: tuple[str, ...]


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


def present_chart(actor: Actor, cycle: Cycle) -> FromTheChart | None:
    """Nothing where there is no measure, or the team has not shared it with this person."""
    measure = measure_for(actor, cycle.measure_id) if cycle.measure_id else None
    if measure is None:
        return None
    last = cycle.done_on or cycle.ends_on or cycle.starts_on
    numbers = (
        numbers_in(measure, cycle.starts_on, last) if cycle.is_locked and cycle.starts_on and last else []
    )
    shown = [each for each in numbers if _number(each)][-MOST_NUMBERS:]
    return FromTheChart(
        card=present_card(row_of(measure), with_place=False),
        says=measure.plain,
        numbers=tuple(
            _("%(when)s: %(number)s")
            % {"when": since_text(each.period, measure.period), "number": _number(each)}
            for each in shown
        ),
    )


def _number(each: NumberRow) -> str:
    if each.is_suppressed:
        return ""
    if each.numerator is not None and each.denominator is not None:
        return _("%(count)s of %(out_of)s") % {
            "count": f"{each.numerator:g}",
            "out_of": f"{each.denominator:g}",
        }
    return f"{each.value:g}" if each.value is not None else ""
