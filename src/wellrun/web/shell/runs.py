"""Neighbours in a list that are alike, so that a history can tell of them in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")


def runs_of(items: Iterable[T], alike: Callable[[T], Hashable]) -> list[tuple[T, ...]]:
    """The items in their order, those that follow each other and have one key together.

    What has no key (``None``) stands alone.
    """
    runs: list[tuple[T, ...]] = []
    for key, group in groupby(items, alike):
        together = tuple(group)
        runs += [together] if key is not None else [(each,) for each in together]
    return runs
