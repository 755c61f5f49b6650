"""The front door: kinds or tallies in, a frozen Pareto out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import fsum, isnan

from wellrun_spc.limits.pareto import first_few, ordered, too_close
from wellrun_spc.paretos.result import Pareto
from wellrun_spc.paretos.words import counted, message, reading_words, told
from wellrun_spc.series import SeriesError
from wellrun_spc.series.numbers import LARGEST_COUNT, numbers


def pareto(
    categories: Iterable[object] | Mapping[object, object],
    counts: Iterable[object] | None = None,
    *,
    top: int | None = None,
    other: str = "Other",
    keep_missing: bool = False,
    missing: str = "Not recorded",
) -> Pareto:
    """Which kinds are most common, in order, with their running share.

    Parameters
    ----------
    categories
        One kind for each event, in any order; or each kind once (or more often) with ``counts``; or a mapping
        of kinds to counts. ``None``, NaN and empty text are missing.
    counts
        How many of each kind: numbers of 0 or more, ``None`` where missing.
    top
        Keep this many kinds and put the rest together, last.
    other
        Name for those put together. A kind that already has this name joins them.
    keep_missing
        Count what has no kind, under the name ``missing``, instead of leaving it out.
    missing
        Name for what has no kind.

    Returns
    -------
    Pareto
        Kinds from the most to the least common; equal ones in the order of their names.

    Raises
    ------
    SeriesError
        Nothing to count, a count below zero, or unequal lengths; names the row and says what to do.

    Notes
    -----
    Shares are parts of all that is counted. Kinds are sorted by count, not by harm: weigh them first.

    References
    ----------
    Juran, Quality Control Handbook, 1951. Montgomery, Introduction to Statistical Quality Control, 7th ed.

    Examples
    --------
    >>> found = pareto({"falls": 31, "medicines": 21, "infections": 12})
    >>> [(item.category, round(item.cumulative_share, 3)) for item in found.items]
    [('falls', 0.484), ('medicines', 0.812), ('infections', 1.0)]
    """
    if top is not None and top < 1:
        raise SeriesError(
            f"A chart of {top} kinds shows nothing.", remedy="Keep 1 or more, or leave top out."
        )
    rows, unread = _rows(categories, counts)
    tallies: dict[str, list[float]] = {}
    left_out: list[float] = []
    for label, count in rows:
        if label or keep_missing:
            tallies.setdefault(label or missing, []).append(count)
        else:
            left_out.append(count)
    sums = {label: fsum(found) for label, found in tallies.items()}
    if not fsum(sums.values()):
        raise SeriesError("There is nothing to count.", remedy="Give at least one kind that happened.")
    return _worded(
        sums, fsum(left_out), unread, top=top, other=other, missing=missing if keep_missing else None
    )


def _worded(
    sums: Mapping[str, float],
    left_out: float,
    unread: int,
    *,
    top: int | None,
    other: str,
    missing: str | None,
) -> Pareto:
    items = ordered(sums, top=top, other=other, missing=missing)
    result = Pareto(
        items=items,
        total=fsum(sums.values()),
        left_out=left_out,
        first_few=first_few(items),
        close=too_close(items),
        sentence="",
        plain="",
    )
    said, plain = reading_words(result)
    notices = []
    if result.close:
        notices.append(message("close", first=items[0].category, second=items[1].category))
    if left_out:
        notices.append(counted("left_out", left_out))
    if unread:
        notices.append(counted("rows", unread))
    return replace(
        result,
        sentence=told(said),
        plain=told(plain),
        messages=(said, plain),
        notices=tuple(map(told, notices)),
        notice_messages=tuple(notices),
    )


def _rows(
    categories: Iterable[object] | Mapping[object, object], counts: Iterable[object] | None
) -> tuple[list[tuple[str, float]], int]:
    """Each row's kind (empty where missing) and count, and how many rows have no count."""
    if isinstance(categories, Mapping):
        counts, categories = list(categories.values()), list(categories)
    if isinstance(categories, (str, bytes)):
        raise SeriesError(
            "The kinds must be a sequence.", remedy="Pass a list or a column, one kind for each event."
        )
    labels = [_label(category) for category in categories]
    if counts is None:
        return [(label, 1.0) for label in labels], 0
    found = numbers(counts, "count")
    if len(found) != len(labels):
        raise SeriesError(
            f"There are {len(labels)} kinds but {len(found)} counts.",
            remedy="Give one for each; use None where a count is missing.",
        )
    for row, count in enumerate(found, 1):
        if count < 0:
            raise SeriesError(
                f"The count {count:g} is below zero.",
                remedy="Counts start at 0. Check it.",
                row=row,
                x=labels[row - 1],
            )
        if count > LARGEST_COUNT:
            raise SeriesError(
                f"The count {count:g} is too large to compute with.",
                remedy="Check it.",
                row=row,
                x=labels[row - 1],
            )
    rows = [(label, count) for label, count in zip(labels, found, strict=True) if not isnan(count)]
    return rows, len(found) - len(rows)


def _label(category: object) -> str:
    return "" if category is None or category != category else str(category).strip()
