"""The readings of a panel: a row for each series, the columns as for charts made one by one."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from wellrun.cli.charting.panels.names import keys_of, parts_of
from wellrun.cli.charting.panels.tables import spelled, whole
from wellrun.cli.charting.panels.tidy import said_period
from wellrun.cli.charting.readings import READING
from wellrun.cli.charting.tidy import group_names, harmless
from wellrun_spc.panel.arrow import table, texts
from wellrun_spc.panel.tables import readings_table
from wellrun_spc.panel.value import Core


def readings_rows(core: Core, by: Sequence[str]) -> pa.Table:
    """One row for each series: what holds at its latest usable point, in numbers and in words."""
    told = readings_table(core)
    names = [keys_of(core.keys), *parts_of(core.keys)]
    groups = dict(zip(("series", *group_names(by, READING)), names, strict=True))
    cells = {name: told[name] for name in READING}
    cells |= {name: spelled(whole(told[name]), said_period) for name in ("latest", "since")}
    for name in ("chart", "rules", "variation", "assurance", "signals"):
        cells[name] = whole(told[name]).cast(pa.large_string())
    return table({name: texts([str(harmless(each)) for each in own]) for name, own in groups.items()} | cells)
