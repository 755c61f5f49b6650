"""Units or kinds as one tidy table, for spreadsheets and analysts."""

from __future__ import annotations

import csv
import io

from wellrun.cli.charting.tidy import harmless, plain_number
from wellrun_spc.limits.funnel.values import FunnelResult
from wellrun_spc.limits.pareto import ParetoResult

UNIT = (
    "unit", "numerator", "denominator", "value", "z", "lcl95", "ucl95", "lcl998", "ucl998", "outside95",
    "outside998", "sentence",
)  # fmt: skip
KIND = ("rank", "category", "count", "share", "cumulative", "cumulative_share")


def tidy_csv(found: FunnelResult | ParetoResult) -> str:
    """One row for each unit, with the limits in force; or one for each kind."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if isinstance(found, FunnelResult):
        writer.writerow(UNIT)
        writer.writerows(_units(found))
    else:
        writer.writerow(KIND)
        writer.writerows([harmless(_plain(getattr(item, name))) for name in KIND] for item in found.items)
    return text.getvalue()


def _units(found: FunnelResult) -> list[list[object]]:
    rows = []
    for unit in found.units:
        limits = unit.adjusted if found.adjusted else unit.unadjusted
        rows.append(
            [
                harmless(_plain(getattr(limits if name[:3] in ("lcl", "ucl") else unit, name, None)))
                for name in UNIT
            ]
        )
    return rows


def _plain(value: object) -> object:
    return plain_number(value) if isinstance(value, float) else value
