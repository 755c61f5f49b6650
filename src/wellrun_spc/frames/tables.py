"""Which tables there are of each kind of result, and their columns: those of the values themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wellrun_spc.frames.making import Column, columns_of, table_named
from wellrun_spc.limits.capability import Index
from wellrun_spc.limits.cumulative.values import CumulativePoint, CumulativeResult, CumulativeSignal
from wellrun_spc.limits.funnel.values import CurvePoint, FunnelLimits, FunnelResult, FunnelUnit
from wellrun_spc.limits.pareto import ParetoItem, ParetoResult
from wellrun_spc.results import Phase, Point, Result, Runs, Signal


def chart_frame(result: Result, kind: str | None, of: str) -> Any:
    """``points``, ``phases`` or ``signals`` of a chart."""
    runs = columns_of([phase.runs for phase in result.phases], Runs)
    tables = {
        "points": columns_of(result.points, Point),
        "phases": columns_of(result.phases, Phase) | runs,
        "signals": columns_of(result.signals, Signal),
    }
    return table_named(tables, of, kind)


def cumulative_frame(result: CumulativeResult, kind: str | None, of: str) -> Any:
    """``points`` or ``signals`` of a cumulative chart."""
    tables = {
        "points": columns_of(result.points, CumulativePoint),
        "signals": columns_of(result.signals, CumulativeSignal),
    }
    return table_named(tables, of, kind)


def funnel_frame(result: FunnelResult, kind: str | None, of: str) -> Any:
    """``units`` of a funnel, or the ``curve`` of its limits. Limits are those in force."""
    units = columns_of(result.units, FunnelUnit)
    tables = {
        "units": units
        | _limits(unit.adjusted if result.adjusted else unit.unadjusted for unit in result.units),
        "curve": columns_of(result.curve, CurvePoint)
        | _limits(at.adjusted if result.adjusted else at.unadjusted for at in result.curve),
    }
    return table_named(tables, of, kind)


def _limits(found: Iterable[FunnelLimits | None]) -> dict[str, Column]:
    """Four columns of limits; a unit without cases has none."""
    each = list(found)
    return {
        name: Column("number", [None if limits is None else getattr(limits, name) for limits in each])
        for name in ("lcl95", "ucl95", "lcl998", "ucl998")
    }


def pareto_frame(result: ParetoResult, kind: str | None, of: str) -> Any:
    """The ``items`` of a Pareto chart."""
    return table_named({"items": columns_of(result.items, ParetoItem)}, of, kind)


def indices_frame(indices: Iterable[Index], kind: str | None, of: str) -> Any:
    """The ``indices`` of a capability study; no rows where there is no claim."""
    return table_named({"indices": columns_of(list(indices), Index)}, of, kind)
