"""Sums of numerators over sums of denominators: the centre of the charts that have both."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

from wellrun_spc.kernel.averages import total


class Ratios(NamedTuple):
    """One phase of a chart with denominators; NaN where missing."""

    base: Sequence[int]
    """The places that set the centre."""
    values: Sequence[float]
    numerators: Sequence[float]
    denominators: Sequence[float]

    def used(self) -> list[int]:
        """The places in ``base`` where both numbers are there."""
        return [place for place in self.base if self.values[place] == self.values[place]]

    def pooled(self, used: Sequence[int]) -> float:
        """All numerators over all denominators: a mean of ratios would give small ones too much weight."""
        if not used:
            return nan
        return total([self.numerators[i] for i in used]) / total([self.denominators[i] for i in used])
