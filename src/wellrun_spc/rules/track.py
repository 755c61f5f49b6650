"""One phase as the rules see it: left-out points are gone, and ties and gaps are skipped or break a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wellrun_spc.kernel.patterns import GAP, HIGH, LOW, ON_LINE, beyond, sides_of
from wellrun_spc.kernel.runs import crossings_expected, longest_and_crossings, longest_expected
from wellrun_spc.results import Runs
from wellrun_spc.rules.boxes import box_of


class Track(NamedTuple):
    """The points of one phase that are not left out, in order."""

    positions: Sequence[int]
    """Where each stands in the series."""
    values: Sequence[float]
    """NaN where missing."""
    centre: float
    sigma: Sequence[float]
    slack: float
    """Nearer than this to a line counts as on it: rounding is not a signal."""
    sides: Sequence[int]
    """Above the centre (1), below it (-1), on it (0), missing (2)."""
    runs: Runs
    skip_ties: bool
    skip_gaps: bool
    marked: dict[float, list[int]]
    """Points already found beyond a distance: several rules look at the same ones."""
    centre_sides: Sequence[int] = ()
    """Sides of the centre, where ``sides`` are those of another line, as on g charts."""

    def about_centre(self) -> Track:
        """The track for rules that look at bands of one standard error about the centre."""
        return self._replace(sides=self.centre_sides, centre_sides=()) if self.centre_sides else self

    def followed(self) -> Sequence[int]:
        """Places in this track that runs about the centre look at, one after the other."""
        if not (self.skip_ties or self.skip_gaps):
            return range(len(self.sides))
        passed = (ON_LINE if self.skip_ties else None, GAP if self.skip_gaps else None)
        return [place for place, side in enumerate(self.sides) if side not in passed]

    def changing(self) -> Sequence[int]:
        """Places that trends look at: gaps, and values equal to the one before, may be skipped."""
        if not (self.skip_ties or self.skip_gaps):
            return range(len(self.values))
        places: list[int] = []
        before: float | None = None
        for place, value in enumerate(self.values):
            if (value != value and self.skip_gaps) or (value == before and self.skip_ties):
                continue
            places.append(place)
            before = value
        return places

    def useful(self) -> list[int]:
        """Places of the points that are neither missing nor on the centre."""
        return [place for place, side in enumerate(self.sides) if side in (HIGH, LOW)]

    def beyond(self, sigmas: float) -> list[int]:
        """The side of each point that lies more than so many standard errors out; 0 for the others."""
        if sigmas not in self.marked:
            marks = [ON_LINE] * len(self.values)
            beyond(self.values, self.centre, self.sigma, sigmas, self.slack, marks)
            self.marked[sigmas] = marks
        return self.marked[sigmas]


def sides_about(values: Sequence[float], centre: float, slack: float) -> list[int]:
    """Which side of the centre each point lies on."""
    sides = [GAP] * len(values)
    sides_of(values, centre, slack, sides)
    return sides


def bounds_of(useful: int, bounds: str) -> tuple[int, int]:
    """The longest run and the fewest crossings that chance gives, by Anhøj's rules or by the best box."""
    if bounds == "box":
        box = box_of(useful)
        return box.longest_max, box.crossings_min
    return longest_expected(useful), crossings_expected(useful)


def runs_of(sides: Sequence[int], bounds: str = "anhoej") -> Runs:
    """The runs analysis of a phase: points that are missing or on the centre are skipped."""
    sided = [side for side in sides if side in (HIGH, LOW)]
    useful = len(sided)
    if not useful:
        return Runs(useful=0, longest=0, longest_max=None, crossings=0, crossings_min=None)
    longest, crossings = longest_and_crossings(sided)
    longest_max, crossings_min = bounds_of(useful, bounds)
    return Runs(
        useful=useful,
        longest=longest,
        longest_max=longest_max,
        crossings=crossings,
        crossings_min=crossings_min,
    )
