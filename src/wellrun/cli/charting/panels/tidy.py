"""A panel as one tidy table: a row for each point, the columns as for charts made one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from wellrun.cli.charting.panels.names import keys_of, parts_of
from wellrun.cli.charting.panels.tables import spelled, whole, yes_no
from wellrun.cli.charting.tidy import POINT, group_names, harmless
from wellrun_spc.panel.arrow import arrow, chosen, numbers, table, texts
from wellrun_spc.panel.tables import points_table
from wellrun_spc.panel.value import Core


def tidy_rows(
    core: Core,
    by: Sequence[str],
    notes: Sequence[str] | None = None,
    suppressed: npt.NDArray[np.bool_] | None = None,
) -> pa.Table:
    """One row for each point, in order of series and period."""
    made = points_table(core)
    series = np.repeat(np.arange(core.series, dtype=np.int32), np.diff(core.starts))
    names = [keys_of(core.keys), *parts_of(core.keys)]
    hidden = np.zeros(core.points, np.bool_) if suppressed is None else suppressed
    counted = {name: made[name] for name in ("numerator", "denominator") if name in made.column_names}
    cells: dict[str, Any] = {
        "x": spelled(whole(made["period"]), said_period),
        **{name: made[name] for name in ("value", "centre", "lcl", "ucl", "sigma", "target")},
        "numerator": counted.get("numerator", _nothing(core.points)),
        "denominator": counted.get("denominator", _nothing(core.points)),
        "phase": pc.add(made["phase"], 1),
        "used": yes_no(core.used),
        "excluded": yes_no(core.excluded),
        "suppressed": yes_no(hidden),
        "signals": _signals(whole(made["signals"])),
        "note": texts([str(harmless(note)) for note in notes])
        if notes
        else texts([""]).take(_zeros(core.points)),
    }
    groups = dict(zip(("series", *group_names(by)), names, strict=True))
    named = {name: _repeated(entries, series) for name, entries in groups.items()}
    return table(named | {name: cells[name] for name in POINT})


def said_period(period: Any) -> str:
    """A period as it is written in a table."""
    return period.isoformat() if isinstance(period, date) else str(period)


def _repeated(names: Sequence[str], series: npt.NDArray[np.int32]) -> pa.Array:
    return chosen([str(harmless(name)) for name in names], series).cast(pa.large_string())


def _nothing(points: int) -> pa.Array:
    return numbers(np.full(points, np.nan))


def _zeros(points: int) -> pa.Array:
    return arrow(np.zeros(points, np.int32))


def _signals(signals: pa.DictionaryArray) -> pa.Array:
    said = [names.replace(", ", " ") for names in signals.dictionary.to_pylist()]
    return pa.DictionaryArray.from_arrays(signals.indices, texts(said)).cast(pa.large_string())
