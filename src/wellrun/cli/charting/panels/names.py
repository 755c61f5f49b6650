"""Names of series as people read them."""

from __future__ import annotations

import pyarrow as pa


def parts_of(keys: pa.Table) -> list[list[str]]:
    """The names of all series, column by column."""
    return [[str(name) for name in keys.column(column).to_pylist()] for column in keys.column_names]


def keys_of(keys: pa.Table) -> list[str]:
    """The name of each series in one text, as for charts made one by one."""
    return [" · ".join(parts) for parts in zip(*parts_of(keys), strict=True)]
