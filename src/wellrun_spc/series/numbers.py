"""Values, numerators and denominators: numbers, or missing."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, nan

from wellrun_spc.series.axis import X
from wellrun_spc.series.errors import SeriesError, written

# Room below the largest float, so that sums, ranges and limits of the largest values are still numbers.
LARGEST = 1e300


def numbers(given: Iterable[object], name: str) -> list[float]:
    """Each as a float, NaN where missing (``None``, NaN, pandas' NA)."""
    if isinstance(given, (str, bytes, dict)):
        raise SeriesError(
            f"The {name}s must be a sequence of numbers.",
            remedy="Pass a list, a tuple or a column of numbers.",
        )
    return [
        value if type(value) is float and -LARGEST < value < LARGEST else _number(value, row, name)
        for row, value in enumerate(given, 1)
    ]


def _number(value: object, row: int, name: str) -> float:
    # pandas marks a missing whole number with its own NA, which is neither a number nor equal to itself
    if value is None or type(value).__name__ == "NAType":
        return nan
    try:
        number = nan if isinstance(value, (str, bytes)) else float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        pass
    except OverflowError:
        number = inf
        return _finite(number, row, name)
    else:
        if not isinstance(value, (str, bytes)):
            return _finite(number, row, name)
    raise SeriesError(
        f"The {name} “{value}” is not a number.",
        remedy="Type a number, like 3, or leave it empty if it is missing.",
        row=row,
    )


def _finite(number: float, row: int, name: str) -> float:
    if abs(number) > LARGEST:
        raise SeriesError(
            f"The {name} is too large to compute with ({number:.3g}).",
            remedy="Check it, and the unit; leave it empty if it is missing.",
            row=row,
        )
    return number


def require_not_negative(values: list[float], xs: tuple[X, ...], name: str) -> None:
    """Counts start at zero."""
    for row, value in enumerate(values, 1):
        if value < 0:
            raise SeriesError(
                f"The {name} {value:g} is below zero.",
                remedy="Counts start at 0. Check the number, or leave it empty if it is missing.",
                row=row,
                x=xs[row - 1],
            )


def require_denominators(values: list[float], xs: tuple[X, ...]) -> None:
    """Nothing can be divided by zero, or by less."""
    for row, value in enumerate(values, 1):
        if value <= 0:
            raise SeriesError(
                f"The denominator is {value:g}.",
                remedy="It must be more than 0. Leave both numbers empty if nothing was counted.",
                row=row,
                x=xs[row - 1],
            )


def require_parts_of_wholes(numerators: list[float], denominators: list[float], xs: tuple[X, ...]) -> None:
    """A proportion is a part of a whole."""
    for row, (part, whole) in enumerate(zip(numerators, denominators, strict=True), 1):
        if part > whole:
            raise SeriesError(
                f"The numerator {part:g} is more than the denominator {whole:g}.",
                remedy="Check both numbers. If one case can count twice, use a u chart.",
                row=row,
                x=xs[row - 1],
            )


def require_same_length(values: int, others: int, name: str) -> None:
    """Columns go together row by row."""
    if values != others:
        raise SeriesError(
            f"There are {values} values but {others} {name}.",
            remedy="Give one for each value; use None where missing.",
        )


__all__ = [
    "LARGEST", "numbers", "require_denominators", "require_not_negative", "require_parts_of_wholes",
    "require_same_length", "written",
]  # fmt: skip
