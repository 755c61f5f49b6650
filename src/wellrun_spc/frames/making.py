"""Results as tidy data frames: Polars where it is there, pandas where it is asked for or alone.

Neither is needed by anything else, so both are imported where a frame is made. Columns have the same type
whatever stands in them, also where every entry is missing, so that frames of many charts can be joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any, NamedTuple

from wellrun_spc.series import SeriesError

KINDS = ("polars", "pandas")
_TYPES = {"float": "number", "float | None": "number", "int": "whole", "bool": "flag", "X": "period"}
"""Kind of column by what a field is declared as; all others are text."""
_NESTED = frozenset({"runs", "unadjusted", "adjusted", "messages"})
"""Fields that hold values of their own, not entries of a column."""


class Column(NamedTuple):
    """One column: its kind (number, whole, flag, text, period) and its entries, ``None`` where missing."""

    kind: str
    entries: list[Any]


def columns_of(rows: Sequence[Any], kind: type) -> dict[str, Column]:
    """The fields of frozen values as columns: several names in one field are joined by commas.

    Parameters
    ----------
    rows
        Values of one data class, in order; there may be none.
    kind
        That data class.
    """
    return {
        field.name: Column(
            _TYPES.get(str(field.type), "text"), [_flat(getattr(row, field.name)) for row in rows]
        )
        for field in fields(kind)
        if field.name not in _NESTED
    }


def _flat(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def table_named(tables: Mapping[str, Mapping[str, Column]], of: str, kind: str | None) -> Any:
    """One of a result's tables as a data frame.

    Raises
    ------
    SeriesError
        Where there is no table or kind of that name.
    ModuleNotFoundError
        Where what the frame needs is not installed; it says what to install.
    """
    if of not in tables:
        raise SeriesError(f"There is no table of {of}.", remedy=f"Use one of {', '.join(tables)}.")
    return _MAKERS[_chosen(kind)](tables[of])


def _chosen(kind: str | None) -> str:
    if kind is not None and kind not in KINDS:
        raise SeriesError(f"There is no kind of frame “{kind}”.", remedy=f"Use {' or '.join(KINDS)}.")
    found = next((name for name in (KINDS if kind is None else (kind,)) if find_spec(name) is not None), None)
    if found is None:
        wanted = kind or "polars"
        other = "" if kind else ", or pandas"
        raise ModuleNotFoundError(
            f"A data frame needs {wanted}{other}, which is not installed. Type: pip install {wanted}",
            name=wanted,
        )
    return found


def _polars(columns: Mapping[str, Column]) -> Any:
    import polars

    types = {"number": polars.Float64, "whole": polars.Int64, "flag": polars.Boolean, "text": polars.String}
    known = {name: types[column.kind] for name, column in columns.items() if column.kind in types}
    return polars.DataFrame(
        {name: column.entries for name, column in columns.items()}, schema_overrides=known, strict=False
    )


def _pandas(columns: Mapping[str, Column]) -> Any:
    import pandas

    return pandas.DataFrame(
        {name: pandas.Series(column.entries, dtype=_dtype(column)) for name, column in columns.items()}
    )


def _dtype(column: Column) -> str | None:
    if column.kind == "period":
        return _period_dtype(column.entries)
    return {"number": "float64", "whole": "int64", "flag": "bool", "text": "object"}[column.kind]


def _period_dtype(entries: Iterable[Any]) -> str | None:
    """Dates and times as pandas keeps them, to the second or the microsecond: all years fit."""
    first = next(iter(entries), None)
    if not isinstance(first, date):
        return None if isinstance(first, (int, float)) else "object"
    if not isinstance(first, datetime):
        return "datetime64[s]"
    return "datetime64[us]" if first.tzinfo is None else None


_MAKERS = {"polars": _polars, "pandas": _pandas}
