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


Sigmas = list[float | None]


def neighbours(values: Values) -> list[tuple[int, int]]:
    """Neighbours that are both there, by their places."""
    return [
        (place, place + 1)
        for place, (one, other) in enumerate(pairwise(values))
        if one is not None and other is not None
    ]


def pooled(parts: Values, wholes: list[float]) -> float:
    known = [(part, whole) for part, whole in zip(parts, wholes, strict=True) if part is not None]
    return float(sum(part for part, _ in known) / sum(whole for _, whole in known))


def laney(parts: Values, wholes: list[float], *, is_share: bool) -> tuple[float, float | None, Sigmas]:
    """Pooled value, sigma_z, and the standard errors; by z itself, as Laney writes it."""
    level = pooled(parts, wholes)
    errors = [math.sqrt((level * (1 - level) if is_share else level) / whole) for whole in wholes]
    if not any(errors):
        return level, None, [None if part is None else 0.0 for part in parts]
    z = [
        None if part is None else (part / whole - level) / error
        for part, whole, error in zip(parts, wholes, errors, strict=True)
    ]
    ranges = [abs((z[after] or 0) - (z[before] or 0)) for before, after in neighbours(z)]
    if not ranges:
        return level, None, [None] * len(parts)
    sigma_z = statistics.fmean(ranges) * math.sqrt(math.pi) / 2
    each = zip(parts, errors, strict=True)
    return level, sigma_z, [None if part is None else error * sigma_z for part, error in each]


def weighted(parts: Values, wholes: list[float]) -> tuple[float, Sigmas]:
    """Weighted mean, and the standard errors of I-prime."""
    values = [None if part is None else part / whole for part, whole in zip(parts, wholes, strict=True)]
    steps = [
        math.sqrt(math.pi / 2)
        * abs((values[after] or 0) - (values[before] or 0))
        / math.sqrt(1 / wholes[before] + 1 / wholes[after])
        for before, after in neighbours(values)
    ]
    if not steps:
        return pooled(parts, wholes), [None] * len(parts)
    one, each = statistics.fmean(steps), zip(parts, wholes, strict=True)
    return pooled(parts, wholes), [
        None if part is None else one * math.sqrt(1 / whole) for part, whole in each
    ]


def c4(size: int) -> float:
    """From c4(2) on, by the product of two neighbours."""
    found = math.sqrt(2 / math.pi)
    for n in range(2, size):
        found = math.sqrt((n - 1) / n) / found
    return found


def subgroups(groups: list[Values]) -> tuple[float, float | None, Sigmas, Sigmas]:
    """Mean of all values, s-bar, means and deviations."""
    known = [[value for value in group if value is not None] for group in groups]
    means = [statistics.fmean(group) if group else None for group in known]
    deviations = [statistics.stdev(group) if len(group) > 1 else None for group in known]
    grand = statistics.fmean(value for group in known for value in group)
    there = [(len(group), statistics.stdev(group)) for group in known if len(group) > 1]
    if not there:
        return grand, None, means, deviations
    if len({len(group) for group in known if group}) == 1:
        return grand, statistics.fmean(deviation for _, deviation in there), means, deviations
    squares = sum((size - 1) * deviation**2 for size, deviation in there)
    return grand, math.sqrt(squares / sum(size - 1 for size, _ in there)), means, deviations
