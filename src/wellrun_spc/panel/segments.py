"""Phases of all series: where each begins, and which of its points set the limits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from wellrun_spc.panel.arrow import arrow, flags_in, texts, values_in
from wellrun_spc.panel.compiled.records import Cuts, Flags, Places
from wellrun_spc.panel.frames import column_of
from wellrun_spc.panel.periods import Periods
from wellrun_spc.phases import PhaseStart
from wellrun_spc.series import SeriesError, as_period, written

LEAST_BASELINE = 2
LEFT_OUT = "The left-out point"


class Segments(NamedTuple):
    """The cuts, and what is said about each phase."""

    cuts: Cuts
    names: pa.Array | None = None
    owned: Flags | None = None
    """Whether a phase has a baseline of its own."""


def by_labels(labels: pa.Array, starts: Places) -> Segments:
    """A new phase begins where the label of a row is another than that of the row before."""
    codes = values_in(labels.dictionary_encode(null_encoding="encode").indices)
    begins = np.ones(len(codes), np.bool_)
    begins[1:] = codes[1:] != codes[:-1]
    cuts = _cuts(begins, starts)
    return Segments(cuts, labels.take(arrow(cuts.phases[:-1])))


def by_starts(given: object, starts: Places, periods: Periods | None, *, part: bool = False) -> Segments:
    """A phase begins at each of the points named, in every series that reaches it.

    Where these series are only part of a panel, none of them need reach it.
    """
    named = [given] if isinstance(given, (str, date, int, PhaseStart)) else list(given)  # type: ignore[call-overload]
    phases = [start if isinstance(start, PhaseStart) else PhaseStart(start) for start in named]
    points = starts[-1]
    begins, which = np.zeros(points, np.bool_), np.full(points, -1, np.int32)
    for number, phase in enumerate(phases):
        at = _points_at(phase.at, starts, periods, part=part)
        begins[at], which[at] = True, number
    cuts = _cuts(begins, starts)
    own = which[cuts.phases[:-1]]
    names = texts(["", *(phase.name for phase in phases)]).take(arrow(own + 1))
    owned = np.array([False, *(phase.baseline is not None for phase in phases)])[own + 1]
    return Segments(cuts._replace(baselines=_own_baselines(phases, own, cuts)), names, owned)


def _cuts(begins: Flags, starts: Places) -> Cuts:
    begins[starts[:-1]] = True
    phases = np.append(np.flatnonzero(begins), len(begins))
    return Cuts(series=np.searchsorted(phases, starts), phases=phases, baselines=phases[1:])


def flags_at(named: Sequence[object], starts: Places, periods: Periods | None, *, part: bool) -> Flags:
    """True at the points that are named, in every series that has them; raises `SeriesError` for none."""
    flags = np.zeros(int(starts[-1]), np.bool_)
    for at in named:
        found = points_named(at, starts, periods)
        if not len(found) and not part:
            raise _matches_nothing(at, LEFT_OUT)
        flags[found] = True
    return flags


def points_named(at: object, starts: Places, periods: Periods | None) -> Places:
    """The points of a position in each series, or of exactly this period."""
    if isinstance(at, (int, np.integer)) and not isinstance(at, bool):
        return _at_position(int(at), starts, LEFT_OUT)
    if periods is None:
        raise _matches_nothing(at, LEFT_OUT)
    if periods.ranks is None:
        return np.flatnonzero(flags_in(pc.equal(periods.column, str(at))))
    return np.flatnonzero(periods.ranks == _rank_of(at, periods, LEFT_OUT))


def _at_position(at: int, starts: Places, what: str) -> Places:
    if at < 0:
        raise SeriesError(f"{what} {at} matches no point.", remedy="Positions count from 0.")
    return np.asarray(starts[:-1][np.diff(starts) > at] + at)


def _points_at(at: object, starts: Places, periods: Periods | None, *, part: bool) -> Places:
    """The points that a phase start names: a position in each series, or the first at or after a period."""
    if isinstance(at, (int, np.integer)) and not isinstance(at, bool):
        return _at_position(int(at), starts, "The phase start")
    flags = later_flags(at, periods, "The phase start", strictly=False)
    reached = flags.copy()
    reached[1:] &= ~flags[:-1]
    # the first point of a series follows the last one of another
    reached[starts[:-1]] = flags[starts[:-1]]
    found = np.flatnonzero(reached)
    if not len(found) and not part:
        raise _matches_nothing(at, "The phase start")
    return found


def later_flags(at: object, periods: Periods | None, what: str, *, strictly: bool) -> Flags:
    """For each point, whether its period is at or after (or only after) the one named; labels must be it."""
    if periods is None:
        raise SeriesError(
            f"{what} {written(at)} matches no point.", remedy="Name the column of periods as period."
        )
    if periods.ranks is None:
        return flags_in(pc.equal(periods.column, str(at)))
    wanted = _rank_of(at, periods, what)
    return np.asarray(periods.ranks > wanted if strictly else periods.ranks >= wanted)


def _rank_of(at: Any, periods: Periods, what: str) -> Any:
    kind = periods.column.type
    if isinstance(at, str):
        at = as_period(at, [periods.column[0].as_py()])
    try:
        scalar = pa.scalar(at, kind if not pa.types.is_integer(kind) else pa.float64())
    except (pa.ArrowInvalid, pa.ArrowTypeError, TypeError, ValueError):
        raise _matches_nothing(at, what) from None
    if pa.types.is_date32(kind):
        return scalar.cast(pa.int32()).as_py()
    return scalar.as_py() if not pa.types.is_timestamp(kind) else scalar.cast(pa.int64()).as_py()


def _matches_nothing(at: object, what: str) -> SeriesError:
    return SeriesError(
        f"{what} {written(at)} matches no point.", remedy="Use a period that some series reach."
    )


def _own_baselines(phases: Sequence[PhaseStart], own: npt.NDArray[np.int32], cuts: Cuts) -> Places:
    baselines = cuts.baselines.copy()
    for number, phase in enumerate(phases):
        if phase.baseline is not None:
            mine = own == number
            wanted = cuts.phases[:-1][mine] + enough(phase.baseline)
            baselines[mine] = np.minimum(baselines[mine], wanted)
    return baselines


def frozen(segments: Segments, freeze: object, periods: Periods | None) -> Segments:
    """Limits of the phase in which the baseline ends are set by the points up to its end."""
    if freeze is None:
        return segments
    cuts = segments.cuts
    begins, ends = cuts.phases[:-1], cuts.phases[1:]
    stops = np.repeat(_baseline_stops(freeze, cuts.phases[cuts.series], periods), np.diff(cuts.series))
    falls_here = (begins < stops) & (stops <= ends)
    if segments.owned is not None:
        falls_here &= ~segments.owned
    return segments._replace(cuts=cuts._replace(baselines=np.where(falls_here, stops, cuts.baselines)))


def _baseline_stops(freeze: object, starts: Places, periods: Periods | None) -> Places:
    """For each series, the point after the last one of its baseline."""
    if isinstance(freeze, (int, np.integer)):
        return starts[:-1] + enough(freeze)
    after = later_flags(freeze, periods, "The end of the baseline", strictly=True)
    if periods is not None and periods.ranks is None:
        found = np.flatnonzero(after)
        stops = starts[:-1].copy()
        stops[np.searchsorted(starts, found, side="right") - 1] = found + 1
        return stops
    counted: Places = starts[:-1] + np.add.reduceat(~after, starts[:-1], dtype=np.int64)
    return counted


def enough(count: Any) -> int:
    """A number of baseline points that sets limits; raises `SeriesError`."""
    if isinstance(count, bool) or not isinstance(count, (int, np.integer)) or count < LEAST_BASELINE:
        raise SeriesError(
            f"A baseline of {count} sets no limits.", remedy="Use 2 points or more; 12 or more is better."
        )
    return int(count)


def segments_of(
    phases: object, freeze: object, table: pa.Table | None, starts: Places, order: Places | None,
    periods: Periods | None, *, part: bool = False,
) -> Segments:  # fmt: skip
    """The phases of a panel: a column of labels, or starts for all series; ``None`` for one phase each."""
    if phases is None:
        found = Segments(Cuts(np.arange(len(starts)), starts, starts[1:]))
    elif isinstance(phases, str) and table is not None and phases in table.column_names:
        labels = column_of(table, phases)
        found = by_labels(labels if order is None else labels.take(arrow(order)), starts)
    else:
        found = by_starts(phases, starts, periods, part=part)
    return frozen(found, freeze, periods)
