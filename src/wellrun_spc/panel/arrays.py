"""Columns of numbers made ready for the passes."""

from __future__ import annotations

import numpy as np

from wellrun_spc.panel.compiled.records import Data, Flags, Floats, Places
from wellrun_spc.series import SeriesError

NO_FLOATS: Floats = np.empty(0)
NO_FLAGS: Flags = np.empty(0, np.bool_)


def data_of(
    values: object, denominators: object, excluded: object, targets: object, order: Places | None
) -> Data:
    """The columns of a panel in order of series; ``None`` where a column is not there."""
    numbers = floats(values, "values", order)
    size = len(numbers)
    return Data(
        values=numbers,
        denominators=_sized(denominators, "denominators", size, order),
        excluded=_flags(excluded, size, order),
        targets=_targets(targets, size, order),
    )


def floats(column: object, name: str, order: Places | None) -> Floats:
    """A column of numbers, NaN where missing, in order of series."""
    try:
        numbers = np.ascontiguousarray(column, np.float64)
    except (TypeError, ValueError):
        raise SeriesError(
            f"The {name} are not all numbers.",
            remedy="Pass a column of numbers, with NaN where one is missing.",
        ) from None
    if numbers.ndim != 1:
        raise SeriesError(f"The {name} must be one column.", remedy="Pass one number for each point.")
    return numbers if order is None else numbers[order]


def _sized(column: object, name: str, size: int, order: Places | None) -> Floats:
    if column is None:
        return NO_FLOATS
    numbers = floats(column, name, order)
    require_size(len(numbers), size, name)
    return numbers


def _flags(column: object, size: int, order: Places | None) -> Flags:
    if column is None:
        return NO_FLAGS
    flags = np.ascontiguousarray(column, np.bool_)
    require_size(len(flags), size, "flags")
    if not flags.any():
        return NO_FLAGS
    return flags if order is None else flags[order]


def _targets(targets: object, size: int, order: Places | None) -> Floats:
    """One target for all points, or one for each."""
    if targets is None:
        return NO_FLOATS
    if np.ndim(targets) == 0:  # type: ignore[arg-type]
        return floats([targets], "target", None)
    return _sized(targets, "targets", size, order)


def require_size(found: int, wanted: int, name: str) -> None:
    """Columns go together point by point."""
    if found != wanted:
        raise SeriesError(
            f"There are {wanted} values but {found} {name}.",
            remedy="Give one for each value; use NaN where it is missing.",
        )
