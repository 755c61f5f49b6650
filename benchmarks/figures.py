"""A figure beside the bound it must reach, and how figures are taken: medians, with their spread."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure, with the most (``bound``) or the least (``floor``) it may be, if that is set."""

    name: str
    median: float
    least: float
    most: float
    unit: str
    bound: float | None = None
    floor: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the median is within its bound."""
        if self.floor is not None:
            return "ok" if self.median >= self.floor else "UNDER"
        if self.bound is None:
            return ""
        return "ok" if self.median <= self.bound else "OVER"


def figure_of(
    name: str, samples: Iterable[float], *, unit: str, bound: float | None = None, floor: float | None = None
) -> Figure:
    """The median, least and most of the samples."""
    ordered = sorted(samples)
    return Figure(
        name=name,
        median=ordered[len(ordered) // 2],
        least=ordered[0],
        most=ordered[-1],
        unit=unit,
        bound=bound,
        floor=floor,
    )


def timed(work: Callable[[], object], *, runs: int, each: int = 1, warm_up: int = 3) -> list[float]:
    """Milliseconds of wall time for one call, ``runs`` times, each the mean over ``each`` calls."""
    for _ in range(warm_up):
        work()
    samples = []
    for _ in range(runs):
        started = time.perf_counter()
        for _ in range(each):
            work()
        samples.append((time.perf_counter() - started) * 1000 / each)
    return samples


def show(title: str, figures: Iterable[Figure]) -> None:
    """Print figures as a table to read."""
    sys.stdout.write(f"\n{title}\n")
    for one in figures:
        sys.stdout.write(
            f"  {one.name:<58} {one.median:>9.3f} {one.unit:<3} ({one.least:.3f} to {one.most:.3f})"
            f"   {_wanted(one)} {one.verdict}\n"
        )
    sys.stdout.flush()


def _wanted(one: Figure) -> str:
    if one.floor is not None:
        return f"at least {one.floor:>7g}"
    return f"at most {one.bound:>8g}" if one.bound is not None else f"{'':16}"
