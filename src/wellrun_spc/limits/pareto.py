"""Tallies in order, with their running share: the arithmetic of a Pareto chart and what it results in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from math import fsum

from wellrun_spc.results import Messages

MOST = 0.8
"""The share that the first few kinds are asked to make up (Juran's rule of thumb)."""
_CHI_SQUARE_95 = 3.841459
"""The 95 % point of chi-square with one degree of freedom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParetoItem:
    """One kind with its count; ``share`` and ``cumulative_share`` are parts of all."""

    rank: int
    category: str
    count: float
    share: float
    cumulative: float
    cumulative_share: float
    other: bool = False
    """Several small kinds put together: always last."""
    missing: bool = False
    """What no kind was written down for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParetoResult:
    """A computed Pareto: kinds by size, equal ones in the order of their names."""

    items: tuple[ParetoItem, ...]
    total: float
    left_out: float
    """What had no kind and was left out."""
    first_few: int
    """How many kinds make up 80 of every 100."""
    close: bool
    """The first two kinds are so close that their order could be chance."""
    sentence: str
    plain: str
    notices: tuple[str, ...] = ()
    messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``sentence`` and ``plain``."""
    notice_messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``notices``."""

    @property
    def stands_out(self) -> bool:
        """Whether it is a few that make up 80 of every 100: no more than half of the kinds."""
        return self.first_few * 2 <= len(self.items)


def ordered(
    counts: Mapping[str, float], *, top: int | None, other: str, missing: str | None
) -> tuple[ParetoItem, ...]:
    """The kinds from the largest to the smallest; beyond the first ``top``, together as ``other``.

    ``missing`` is the name that stands for no kind, where it is among the counts.
    """
    names = sorted(counts, key=lambda name: (-counts[name], name))
    folded: list[str] = []
    if top is not None and len(names) > top:
        kept = [name for name in names if name != other][:top]
        folded = [name for name in names if name not in kept]
        names = kept
    tallies = [(name, counts[name], name == missing, False) for name in names]
    if folded:
        tallies.append((other, fsum(counts[name] for name in folded), False, True))
    total, running = fsum(counts.values()), list(accumulate(tally[1] for tally in tallies))
    return tuple(
        ParetoItem(
            rank=rank,
            category=name,
            count=count,
            share=count / total,
            cumulative=so_far,
            cumulative_share=min(1.0, so_far / total),
            other=together,
            missing=unnamed,
        )
        for rank, ((name, count, unnamed, together), so_far) in enumerate(
            zip(tallies, running, strict=True), 1
        )
    )


def first_few(items: tuple[ParetoItem, ...]) -> int:
    """How many kinds it takes to make up 80 of every 100."""
    return next(item.rank for item in items if item.cumulative_share >= MOST - 1e-12)


def too_close(items: tuple[ParetoItem, ...]) -> bool:
    """Whether the order of the first two could be chance: given their sum, each is as likely."""
    if len(items) < 2 or items[1].other:
        return False
    first, second = items[0].count, items[1].count
    return (first - second) ** 2 < _CHI_SQUARE_95 * (first + second)
