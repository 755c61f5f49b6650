"""From a chart's options to numbers that the compiled passes understand."""

from __future__ import annotations

from functools import cache
from math import inf, nan
from typing import NamedTuple

import numpy as np

from wellrun_spc.chart.options import Options
from wellrun_spc.kernel.runs import crossings_expected, longest_expected
from wellrun_spc.limits import EXACT, PUBLISHED
from wellrun_spc.limits.factors import SCREEN
from wellrun_spc.panel.compiled.bits import WIDTH
from wellrun_spc.panel.compiled.records import (
    ALL_ON_SIDE,
    BEYOND_COUNTS,
    CROSSINGS,
    GAPS,
    KIND,
    LENGTH,
    LINED,
    LONGEST_RUN,
    NOT_JUDGED,
    OUTSIDE,
    SHIFT,
    TREND,
    TWO_OF_THREE,
    Choices,
    Counts,
)
from wellrun_spc.rules import Part, RuleSet, crossings, longest_run, outside, shift, trend, two_of_three

NUMBERED = ("run", "i", "mr", "p", "u", "c")
"""Kinds of chart whose lines the passes compute; `records` numbers them in this order."""
KINDS = (*NUMBERED, "np", "p_prime", "u_prime", "i_prime", "g", "t", "xbar", "s")
"""All kinds there are panels of."""
MOST_PARTS = 16
"""The mask of a point has no more bits than this."""

_KINDS = {
    outside().search: OUTSIDE,
    shift(8).search: SHIFT,
    trend(6).search: TREND,
    two_of_three().search: TWO_OF_THREE,
    longest_run().search: LONGEST_RUN,
    crossings().search: CROSSINGS,
}
_DIRECTIONS = {"increase": 1, "decrease": -1, "neutral": 0}
_FLOORS = dict.fromkeys(("mr", "p", "u", "c", "np", "p_prime", "u_prime", "g", "t", "s"), 0.0)
_SHARES = ("p", "np", "p_prime")


class Plan(NamedTuple):
    """What the passes are told."""

    choices: Choices
    parts: Counts
    bounds: Counts


def not_compiled(rules: RuleSet) -> list[str]:
    """The parts of a rule set that have no compiled twin."""
    return [part.name for part in rules.parts if part.search not in _KINDS]


def plan_of(options: Options) -> Plan:
    """The numbers for some options; a part that has no compiled twin is not judged by the passes."""
    return Plan(_choices(options), _parts(options), _bounds())


def _choices(options: Options) -> Choices:
    rules, chart = options.rules, options.chart
    factors = EXACT if rules.factors == "exact" else PUBLISHED
    is_ranged, is_lined = chart in ("i", "mr"), chart not in NUMBERED
    given = None if is_lined else options.centre
    return Choices(
        chart=NUMBERED.index(chart) if not is_lined else GAPS if chart == "g" else LINED,
        cut=SCREEN if options.screen and is_ranged else 0.0,
        factor=(factors.upper - 1) / 3 if chart == "mr" else factors.sigma,
        bridge=options.bridge,
        centre=nan if given is None else float(given),
        times=options.multiply,
        floor=_FLOORS.get(chart, -inf),
        ceiling=1.0 if chart in _SHARES else inf,
        direction=0 if chart == "mr" else _DIRECTIONS[options.direction],
        on_limit=rules.on_limit == "met",
        improvement_first=rules.conflict == "improvement",
        skip_ties=rules.ties == "skip",
        skip_gaps=rules.gaps == "skip",
    )


def _parts(options: Options) -> Counts:
    table = np.zeros((4, len(options.rules.parts)), np.int32)
    for column, part in enumerate(options.rules.parts):
        kind = _KINDS.get(part.search, NOT_JUDGED)
        table[KIND, column] = kind if options.chart != "mr" or not part.needs_order else NOT_JUDGED
        table[[LENGTH, ALL_ON_SIDE, BEYOND_COUNTS], column] = _details(kind, part)
    return table


def _details(kind: int, part: Part) -> tuple[int, int, int]:
    """Length, and the two choices of two-of-three."""
    if kind in (SHIFT, TREND):
        return part.options[0], 0, 0
    return (0, *part.options) if kind == TWO_OF_THREE else (0, 0, 0)


@cache
def _bounds() -> Counts:
    useful = range(1, WIDTH + 1)
    rows = [[0, *map(longest_expected, useful)], [0, *map(crossings_expected, useful)]]
    return np.array(rows, np.int32)
