"""Threads that share the work on a panel: one for each processor, made when they are first needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T")
Chunk: TypeAlias = tuple[int, int]
"""First item, and the one after the last."""

POINTS_WORTH_SHARING = 100_000
"""Fewer points than this are computed in less time than it takes to hand them out."""
_CHUNKS_EACH = 4
"""Several chunks for each thread, so that one that is held up does not hold up the rest."""


@cache
def _pool(process: int, threads: int) -> ThreadPoolExecutor:
    """A pool of this very process: threads do not survive a fork, so a child must make its own."""
    return ThreadPoolExecutor(threads, thread_name_prefix=f"wellrun-panel-{process}")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(work: Callable[[int, int], T], chunks: Sequence[Chunk], threads: int | None = None) -> list[T]:
    """Do ``work(first, last)`` for each chunk; the answers in order."""
    if len(chunks) == 1:
        return [work(*chunks[0])]
    pool = _pool(os.getpid(), threads or processors())
    return [answer.result() for answer in [pool.submit(work, first, last) for first, last in chunks]]


def even_chunks(points: int, threads: int | None = None) -> list[Chunk]:
    """Points in chunks of about one size."""
    wanted = _wanted(points, threads)
    return list(pairwise([points * edge // wanted for edge in range(wanted + 1)]))


def chunks_of(cuts: npt.NDArray[np.int64], threads: int | None = None) -> list[Chunk]:
    """Items in chunks that have about equally many points; ``cuts`` says at which point each item begins."""
    items, points = len(cuts) - 1, int(cuts[-1] - cuts[0])
    wanted = _wanted(points, threads)
    targets = [cuts[0] + points * edge // wanted for edge in range(1, wanted)]
    edges = [0, *(int(edge) for edge in np.searchsorted(cuts, targets)), items]
    return [(first, last) for first, last in pairwise(edges) if first < last] or [(0, items)]


def _wanted(points: int, threads: int | None) -> int:
    available = processors() if threads is None else threads
    return available * _CHUNKS_EACH if available > 1 and points >= POINTS_WORTH_SHARING else 1
