"""The points of one series: its rows as they are, or several rows to a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from wellrun.cli.charting.by_row import Moving, Subgroups
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.targets import Units
from wellrun.exchange.dates import Period
from wellrun.exchange.refusals import TableError
from wellrun.exchange.series import SeriesData


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """What is charted: one entry for each point."""

    values: Sequence[object]
    """A number for each point; a list of numbers where there are subgroups."""
    series: SeriesData
    """Periods, notes, and the row of each point in the file: of several rows the first."""
    rows: Sequence[Sequence[int]] = ()
    """All rows of each point in the file, where there are several."""


def points_of(series: SeriesData, subgroups: Subgroups | None) -> Points:
    """The points of a series; rows of one subgroup make one point.

    Raises
    ------
    TableError
        A row has a number but belongs to no subgroup.
    """
    if subgroups is None:
        return Points(values=series.values, series=series)
    groups = _grouped(series, subgroups)
    rows = list(groups.values())
    grouped = replace(
        series,
        x=list(groups),
        notes=[_told([series.notes[place] for place in places]) for places in rows],
        suppressed=[all(series.suppressed[place] for place in places) for places in rows],
        rows=[series.rows[places[0]] for places in rows],
    )
    return Points(
        values=[[series.values[place] for place in places] for places in rows],
        series=grouped,
        rows=[[series.rows[place] for place in places] for places in rows],
    )


def _grouped(series: SeriesData, subgroups: Subgroups) -> dict[Period, list[int]]:
    """The places of each subgroup, in order of time; labels keep the order of the file."""
    groups: dict[Period, list[int]] = {}
    for place, row in enumerate(series.rows):
        period = subgroups.at[row]
        if period is not None:
            groups.setdefault(period, []).append(place)
        elif series.values[place] is not None:
            raise TableError(
                f"Row {row} has a number but nothing in column “{subgroups.column}”.",
                row=row,
                column=subgroups.column,
                remedy="Say which subgroup it belongs to, or take the row out.",
            )
    keys = subgroups.periods.keys
    if keys is not None:
        return {period: groups[period] for period in sorted(groups, key=keys.__getitem__)}
    if subgroups.periods.grain == "label":
        return groups
    # dates or numbers of one kind: the column was read as a whole
    return {period: groups[period] for period in sorted(cast("dict[float, list[int]]", groups))}


def _told(notes: list[str]) -> str:
    """The notes of the rows of one point, each once."""
    return "; ".join(dict.fromkeys(note for note in notes if note))


def trajectory_of(moving: Moving | None, points: Points, units: Units) -> list[float | None] | None:
    """The target at each point, in the units of the chart.

    Raises
    ------
    Refused
        The column holds percentages, and the chart does not; or rows of one point have different targets.
    """
    if moving is None:
        return None
    if moving.percent and not units.percent:
        raise Refused(
            f"Column “{moving.column}” holds percentages, and the numbers are not.",
            remedy="Give the target in the units of the numbers.",
        )
    for rows in points.rows:
        if len({moving.at[row] for row in rows}) > 1:
            raise Refused(
                f"The rows of one subgroup do not agree on its target (rows {rows[0]} to {rows[-1]}).",
                remedy=f"Say the same in column “{moving.column}” in all rows of a subgroup.",
            )
    found = [moving.at[row] for row in points.series.rows]
    if not moving.percent:
        return found
    return [None if value is None else value / 100 * units.multiply for value in found]
