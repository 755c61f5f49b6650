"""Charts as JSON: the contract for other programs, described in docs/reference/chart-json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence

from wellrun.cli.charting.charts import Charted
from wellrun_spc.portable import SCHEMA, series_dict

FEW = 20
"""Up to this many charts are set out for reading; more are written one chart to a line."""


def portable_json(charts: Sequence[Charted], by: Sequence[str]) -> str:
    """All charts as one document. A missing number is null, never NaN."""
    series = [_one(charted, by) for charted in charts]
    if len(series) <= FEW:
        return _json({"schema": SCHEMA, "series": series}, indent=2) + "\n"
    lines = ",\n".join(_json(each) for each in series)
    return f'{{"schema": {_json(SCHEMA)}, "series": [\n{lines}\n]}}\n'


def _one(charted: Charted, by: Sequence[str]) -> dict[str, object]:
    document = series_dict(charted.chart, charted.series.key)
    group = dict(zip(by, charted.series.parts, strict=False))
    return {**document, "group": group} if group else document


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, indent=indent, ensure_ascii=False, allow_nan=False)
