"""How often each rule set signals when nothing changes, and how soon when something does.

Written by ``python -m benchmarks.false_signals rates``; docs/methods/false-signals.md says how.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LENGTHS = (12, 24, 36, 60)
"""Points in the stable series."""
SHIFTS = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
"""Shifts, in standard deviations."""


class Rate(NamedTuple):
    """What the simulation gave for one rule set."""

    shares: tuple[float, ...]
    """Share of stable series with at least one signal, for each of `LENGTHS`."""
    waits: tuple[float, ...]
    """Mean points from the shift to a signal, for each of `SHIFTS`."""


RATES: Mapping[str, Rate] = {
    "anhoej/1": Rate((0.0411, 0.0938, 0.1309, 0.1926), (57.66, 15.49, 7.66, 4.71, 2.94, 1.99)),
    "nhs-mdc/1": Rate((0.0739, 0.191, 0.2999, 0.4757), (27.12, 9.34, 5.18, 3.28, 2.39, 1.71)),
    "nhs-mdc/2": Rate((0.0489, 0.1592, 0.266, 0.4406), (27.12, 9.34, 5.18, 3.28, 2.39, 1.71)),
    "ihi-run/1": Rate((0.1322, 0.3628, 0.5526, 0.7917), (18.59, 8.97, 6.0, 5.19, 4.7, 4.68)),
    "life-qi/1": Rate((0.0581, 0.1528, 0.249, 0.4084), (31.76, 10.43, 5.4, 3.32, 2.3, 1.64)),
    "western-electric/1": Rate((0.0547, 0.1529, 0.257, 0.421), (26.25, 8.51, 4.39, 2.98, 2.2, 1.64)),
    "nelson/1": Rate((0.0663, 0.1968, 0.3217, 0.5098), (26.47, 8.88, 4.57, 2.98, 2.16, 1.62)),
    "bestbox/1": Rate((0.0462, 0.0896, 0.1197, 0.1926), (55.88, 14.9, 7.48, 4.55, 2.86, 1.95)),
    "cutbox/1": Rate((0.0462, 0.0905, 0.1237, 0.1926), (55.88, 14.82, 7.45, 4.54, 2.87, 1.96)),
    "Three sigma alone": Rate((0.0284, 0.0615, 0.0902, 0.1527), (157.67, 45.12, 15.38, 6.52, 3.33, 1.99)),
    "Three sigma alone, moving ranges screened": Rate(
        (0.0551, 0.0976, 0.1356, 0.2049), (157.67, 45.12, 15.38, 6.52, 3.33, 1.99)
    ),
    "Longest run and crossings alone": Rate(
        (0.0145, 0.0353, 0.0432, 0.045), (99.4, 20.0, 10.88, 8.65, 7.99, 7.8)
    ),
    "Shift and trend of `ihi-run/1` alone": Rate(
        (0.1202, 0.3523, 0.541, 0.7766), (19.27, 9.09, 6.18, 5.18, 4.8, 4.72)
    ),
}
