"""The slow twin: the definitions written again, plainly, sharing no code with what they judge.

It judges single phases without phases or freezing; what it finds is compared with what Wellrun finds.
"""

from __future__ import annotations

import math
import statistics
from fractions import Fraction
from itertools import groupby, pairwise

Findings = set[tuple[str, tuple[int, ...], str]]
Values = list[float | None]


def individuals(values: Values, *, rounded: bool, screen: bool) -> tuple[float, float | None]:
    """Mean, and the standard error from moving ranges; by fractions, so without rounding."""
    known = [Fraction(value) for value in values if value is not None]
    ranges = [
        abs(Fraction(later) - Fraction(earlier))
        for earlier, later in pairwise(values)
        if earlier is not None and later is not None
    ]
    centre = float(sum(known) / len(known))
    if len(known) < 2 or not ranges:
        return centre, None
    average = sum(ranges) / len(ranges)
    if screen:
        kept = [size for size in ranges if size <= Fraction(3.267) * average]
        average = sum(kept) / len(kept)
    factor = 2.66 / 3 if rounded else math.sqrt(math.pi) / 2
    return centre, float(average) * factor


def proportions(parts: Values, wholes: list[float]) -> tuple[float, list[float | None]]:
    """Pooled share, and the binomial standard error at each point."""
    known = [(part, whole) for part, whole in zip(parts, wholes, strict=True) if part is not None]
    share = sum(part for part, _ in known) / sum(whole for _, whole in known)
    return share, [
        None if part is None else math.sqrt(share * (1 - share) / whole)
        for part, whole in zip(parts, wholes, strict=True)
    ]


def side(value: float | None, centre: float, slack: float) -> str:
    if value is None:
        return "gap"
    if abs(value - centre) <= slack:
        return "tie"
    return "high" if value > centre else "low"


def outside(values: Values, centre: float, sigma: float | None, slack: float) -> Findings:
    """Stretches of neighbours beyond one limit."""
    if not sigma:
        return set()
    marks = [
        "in" if value is None or abs(value - centre) <= 3 * sigma + slack else side(value, centre, slack)
        for value in values
    ]
    return {("outside", places, mark) for mark, places in stretches(marks) if mark in ("high", "low")}


def stretches(marks: list[str]) -> list[tuple[str, tuple[int, ...]]]:
    grouped = groupby(enumerate(marks), key=lambda item: item[1])
    return [(mark, tuple(place for place, _ in group)) for mark, group in grouped]


def runs(values: Values, centre: float, slack: float) -> tuple[list[int], list[str]]:
    """Places and sides of the useful points."""
    sides = [side(value, centre, slack) for value in values]
    useful = [place for place, where in enumerate(sides) if where in ("high", "low")]
    return useful, [sides[place] for place in useful]


def anhoej(values: Values, centre: float, sigma: float | None, slack: float) -> Findings:
    """Points outside, long runs, few crossings."""
    found = outside(values, centre, sigma, slack)
    useful, sides = runs(values, centre, slack)
    if not useful:
        return found
    longest = round(math.log2(len(useful))) + 3
    found |= {
        ("longest_run", tuple(useful[place] for place in places), where)
        for where, places in stretches(sides)
        if len(places) > longest
    }
    crossings = sum(one != other for one, other in pairwise(sides))
    trials = len(useful) - 1
    if Fraction(sum(math.comb(trials, k) for k in range(crossings + 1)), 2**trials) < Fraction(1, 20):
        found.add(("crossings", tuple(useful), sides[-1]))
    return found


def mdc(values: Values, centre: float, sigma: float | None, slack: float, *, beyond_counts: bool) -> Findings:
    """Points outside, trends and shifts of 7, two of three."""
    found = outside(values, centre, sigma, slack)
    sides = [side(value, centre, slack) for value in values]
    found |= {
        ("shift", places, where)
        for where, places in stretches(sides)
        if where in ("high", "low") and len(places) >= 7
    }
    return found | trends(values) | pairs(values, sides, centre, sigma, slack, beyond_counts)


def trends(values: Values) -> Findings:
    steps = [
        "none" if a is None or b is None or a == b else "high" if b > a else "low"
        for a, b in pairwise(values)
    ]
    return {
        ("trend", (*places, places[-1] + 1), where)
        for where, places in stretches(steps)
        if where != "none" and len(places) >= 6
    }


def pairs(
    values: Values, sides: list[str], centre: float, sigma: float | None, slack: float, beyond_counts: bool
) -> Findings:
    """Two of three: every window is looked at, and windows that touch are joined."""
    if not sigma:
        return set()
    far = {
        place
        for place, value in enumerate(values)
        if value is not None
        and abs(value - centre) > 2 * sigma + slack
        and (beyond_counts or abs(value - centre) <= 3 * sigma + slack)
    }
    found: Findings = set()
    for where in ("high", "low"):
        windows = [
            range(first, first + 3)
            for first in range(len(values) - 2)
            if all(sides[place] == where for place in range(first, first + 3))
            and len(far & set(range(first, first + 3))) >= 2
        ]
        joined: list[set[int]] = []
        for window in windows:
            if joined and joined[-1] & set(window):
                joined[-1] |= set(window)
            else:
                joined.append(set(window))
        found |= {("two_of_three", tuple(sorted(places & far)), where) for places in joined}
    return found


def median(values: Values) -> float:
    return statistics.median(value for value in values if value is not None)
