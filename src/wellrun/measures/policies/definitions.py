"""Which definitions a measure accepts."""

from __future__ import annotations

import math

from django.utils.translation import gettext as _

import wellrun_spc as spc
from wellrun.core.blanks import trimmed
from wellrun.core.visibility import Visibility
from wellrun.measures.policies.numbers import LARGEST, Problem, problem_with_text
from wellrun.measures.values.choices import Chart, Direction, Kind, Period
from wellrun.measures.values.definitions import MeasureDefinition

LONGEST_NAME = 160
LONGEST_TEXT = 2000


def problem_with_definition(definition: MeasureDefinition, *, country: str = "") -> Problem | None:
    """The first thing to put right in what a person says about a measure; ``None`` when nothing is."""
    return (
        _problem_with_name(definition)
        or _problem_with_choices(definition)
        or _problem_with_target(definition)
        or _problem_with_texts(definition, country)
    )


def _problem_with_name(definition: MeasureDefinition) -> Problem | None:
    if not trimmed(definition.name):
        return Problem(_("Give the measure a name, like “Falls each week”."), "name")
    return None


def _problem_with_choices(definition: MeasureDefinition) -> Problem | None:
    allowed: dict[str, list[str]] = {
        "chart": Chart.values,
        "direction": Direction.values,
        "kind": ["", *Kind.values],
        "period": ["", *Period.values],
        "visibility": Visibility.values,
        "rules": list(spc.RULE_SETS),
    }
    for field, choices in allowed.items():
        given = getattr(definition, field)
        if given not in choices:
            return Problem(
                _("“%(given)s” is not one of the choices. Choose one of: %(choices)s.")
                % {"given": given, "choices": ", ".join(choice for choice in choices if choice)},
                field,
            )
    return None


def _problem_with_target(definition: MeasureDefinition) -> Problem | None:
    target, multiply = definition.target, definition.multiply
    if not math.isfinite(multiply) or not 0 < multiply <= LARGEST:
        return Problem(_("The scale must be a number above 0, like 1 or 1000."), "multiply")
    if target is None:
        return None
    if not math.isfinite(target) or abs(target) > LARGEST:
        return Problem(_("Type an ordinary number as the target, like 3, or leave it empty."), "target")
    if definition.chart == Chart.P and not 0 <= target <= multiply:
        return Problem(_("A target for percentages lies between 0% and 100%. Correct it."), "target")
    return None


def _problem_with_texts(definition: MeasureDefinition, country: str) -> Problem | None:
    short = {
        "name": definition.name,
        "place": definition.place,
        "family": definition.family,
        "y_label": definition.words.y_label,
        "numerator_label": definition.words.numerator,
        "denominator_label": definition.words.denominator,
    }
    long = ("counts", "counts_not", "where_and_who", "source", "how_often", "agreed_by")
    texts = [(field, text, LONGEST_NAME) for field, text in short.items()]
    texts += [(field, getattr(definition, field), LONGEST_TEXT) for field in long]
    problems = (
        problem_with_text(text, field=field, longest=longest, country=country)
        for field, text, longest in texts
    )
    return next((problem for problem in problems if problem is not None), None)
