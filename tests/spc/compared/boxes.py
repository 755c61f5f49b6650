"""Best boxes and cut boxes derived from their definition, by exact counting; `rules.boxes` holds the results.

Anhøj & Wentzel-Larsen 2020, PLoS ONE 15(6): e0233920. ``python -m tests.spc.compared.boxes`` prints all rows.
"""

from __future__ import annotations

from functools import cache
from math import erf, sqrt

ABOVE = (1 + erf(0.8 / sqrt(2))) / 2
"""Probability of a point above the centre after a shift of 0.8 standard deviations."""


@cache
def compositions(most: int, size: int) -> tuple[tuple[int, ...], ...]:
    """Ways to make each total up to ``size`` of so many runs of 1 to ``most`` points: [runs][total]."""
    table = [(1, *[0] * size)]
    for _ in range(size + 1):
        row, window = [0], 0
        for total in range(1, size + 1):
            window += table[-1][total - 1]
            if total > most:
                window -= table[-1][total - 1 - most]
            row.append(window)
        table.append(tuple(row))
    return tuple(table)


def random_series(size: int, crossings: int, longest: int) -> int:
    """Series with so many crossings and no run longer, of the 2 ** size there are."""
    return 2 * compositions(longest, size)[crossings + 1][size] if longest else 0


@cache
def shifted(size: int, crossings: int, longest: int) -> float:
    """The same as a probability after the shift."""
    if not longest:
        return 0.0
    counts = compositions(longest, size)
    one, other = counts[(crossings + 2) // 2], counts[(crossings + 1) // 2]
    return sum(
        one[high] * other[size - high]
        * (ABOVE**high * (1 - ABOVE) ** (size - high) + (1 - ABOVE) ** high * ABOVE ** (size - high))
        for high in range(size + 1)
    )  # fmt: skip


def is_enough(series: int, size: int) -> bool:
    """Whether so many series are 92.5 % or more of all."""
    return 40 * series >= 37 * 2**size


def corner(size: int, crossings: int, longest: int) -> int:
    """Series with just this pair."""
    return random_series(size, crossings, longest) - random_series(size, crossings, longest - 1)


def best_box(size: int) -> tuple[int, int]:
    """Least crossings and longest run of the box with the fewest shifted series that holds enough."""
    choices = []
    for longest in range(1, size + 1):
        held = 0
        for crossings in range(size - 1, -1, -1):
            held += random_series(size, crossings, longest)
            if is_enough(held, size) and corner(size, crossings, longest):
                missed = sum(shifted(size, more, longest) for more in range(crossings, size))
                choices.append((missed, crossings, longest))
                break
    return min(choices)[1:]


def cut_box(size: int, least: int, most: int) -> tuple[int | None, int | None]:
    """How far the border of a box can be left out from its corner, the likelier pair after a shift first."""
    held = sum(random_series(size, crossings, most) for crossings in range(least, size))
    held -= corner(size, least, most)
    if not is_enough(held, size):
        return None, None
    crossings, longest = least + 1, most - 1
    while True:
        along, down = corner(size, crossings, most), corner(size, least, longest)
        may_along = along > 0 and is_enough(held - along, size)
        may_down = down > 0 and is_enough(held - down, size)
        if not (may_along or may_down):
            return crossings, longest
        gain = shifted(size, crossings, most) - shifted(size, crossings, most - 1)
        other = shifted(size, least, longest) - shifted(size, least, longest - 1)
        if may_along and (not may_down or gain >= other):
            crossings, held = crossings + 1, held - along
        else:
            longest, held = longest - 1, held - down


def row(size: int) -> tuple[int, int, int | None, int | None]:
    """The row of the table for so many useful points."""
    least, most = best_box(size)
    return (least, most, *cut_box(size, least, most))


if __name__ == "__main__":
    print(",\n".join(str(row(size)) for size in range(10, 101)))
