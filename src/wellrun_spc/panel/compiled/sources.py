"""The kernel that single charts run as plain Python, made known to the compiler: one source, two speeds."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isfunction

from wellrun_spc.kernel import averages, patterns, ranges, runs
from wellrun_spc.panel.compiled.jit import plain

for _module in (averages, patterns, ranges, runs):
    for _function in vars(_module).values():
        # the private ones too: the others call them
        if isfunction(_function) and _function.__module__ == _module.__name__:
            plain(_function)

# They take sequences; here they are handed columns.
total: Callable[..., float] = averages.total
count: Callable[..., int] = averages.count
mean: Callable[..., float] = averages.mean
median_of_sorted: Callable[..., float] = averages.median_of_sorted
moving_ranges: Callable[..., None] = ranges.moving_ranges
weighted_ranges: Callable[..., None] = ranges.weighted_ranges
screened_mean: Callable[..., tuple[float, int]] = ranges.screened_mean
beyond: Callable[..., None] = patterns.beyond
sides_of: Callable[..., None] = patterns.sides_of
same_side: Callable[..., int] = patterns.same_side
trends: Callable[..., int] = patterns.trends
two_of_three: Callable[..., int] = patterns.two_of_three
longest_and_crossings: Callable[..., tuple[int, int]] = runs.longest_and_crossings
longest_expected: Callable[[int], int] = runs.longest_expected
crossings_expected: Callable[[int], int] = runs.crossings_expected
