"""Series brought together: where each begins, and the order that sorts them where they are not together."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from wellrun_spc.panel.compiled.group_pass import UNSORTED, list_series, order_of
from wellrun_spc.panel.compiled.records import Places
from wellrun_spc.panel.workers import even_chunks, share
from wellrun_spc.series import SeriesError

_SPARSE = 4
"""Codes spread over more than so many times their number are sorted by comparing, not by counting."""


class Groups(NamedTuple):
    """Series among points."""

    codes: npt.NDArray[Any]
    """The code of each series, in rising order."""
    starts: Places
    """First point of each series, and the number of points."""
    order: Places | None
    """Where each point stood in what was given; ``None`` where they stood in order already."""


def groups_of(codes: npt.NDArray[Any], threads: int | None = None) -> Groups:
    """The series that codes make; points of a series keep their order."""
    codes, order = _whole(codes), None
    pieces = _pieces(codes, threads)
    if pieces is None:
        order = _order(codes)
        codes = codes[order]
        pieces = _pieces(codes, threads) or []
    starts = np.concatenate([*pieces, [len(codes)]])
    return Groups(codes[starts[:-1]], starts, order)


def _whole(codes: npt.NDArray[Any]) -> npt.NDArray[Any]:
    if codes.dtype.kind not in "iu" or codes.ndim != 1:
        raise SeriesError(
            "The codes of series must be a column of whole numbers.",
            remedy="Give 0 for each point of the first series, 1 for the second, and so on.",
        )
    narrow = codes.dtype.itemsize < 4 or codes.dtype == np.int32
    return np.ascontiguousarray(codes, np.int32 if narrow else np.int64)


def _pieces(codes: npt.NDArray[Any], threads: int | None) -> list[Places] | None:
    """First points of series, chunk by chunk; ``None`` where codes fall."""

    def look(first: int, last: int) -> Places | None:
        # room for a series at each point takes no memory until it is written to
        starts = np.empty(last - first, np.int64)
        found = list_series(codes, first, last, starts)
        return None if found == UNSORTED else starts[:found].copy()

    pieces = share(look, even_chunks(len(codes), threads), threads)
    known = [piece for piece in pieces if piece is not None]
    return known if len(known) == len(pieces) else None


def _order(codes: npt.NDArray[Any]) -> Places:
    least, most = int(codes.min()), int(codes.max())
    if most - least < _SPARSE * len(codes):
        return order_of(codes, least, most - least + 1)
    return np.argsort(codes, kind="stable")
