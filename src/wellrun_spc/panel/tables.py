"""The tables that a panel is seen through: a row for each series, phase, point or signal. Tidy Arrow."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, get_args

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wellrun_spc.panel.arrow import arrow, chosen, numbers, table, texts
from wellrun_spc.panel.compiled.records import (
    ASSURANCE,
    CROSSED,
    FIRED,
    HELD_HIGH,
    HELD_LOW,
    LEADING,
    LONGEST,
    MEAN_RANGE,
    MIXED,
    SIDE,
    USABLE,
    USED,
    USEFUL,
    VARIATION,
    Places,
)
from wellrun_spc.panel.findings import findings_in
from wellrun_spc.panel.found import CLEAR, PART, WAY
from wellrun_spc.panel.limits import Limits, range_scale
from wellrun_spc.panel.scenes import expected, is_trial
from wellrun_spc.panel.value import Core
from wellrun_spc.panel.words import readings_of, since_of
from wellrun_spc.results import Assurance, Variation

VARIATIONS: tuple[str, ...] = get_args(Variation)
ASSURANCES: tuple[str, ...] = get_args(Assurance)
_SIDES = ("low", "", "high")


def series_table(core: Core) -> pa.Table:
    """A row for each series: what holds at its latest usable point."""
    codes, bits = core.computed.verdicts.codes, core.computed.answers.bits
    named = {name: core.keys.column(name) for name in core.keys.column_names}
    held = bits[HELD_HIGH, core.here] | bits[HELD_LOW, core.here]
    return table(
        {
            **named,
            **_about(core),
            "points": np.diff(core.starts),
            **_period_columns(core, "latest", core.latest),
            "value": numbers(_at(core.plotted, core.latest)),
            **_line_columns(core.latest_limits),
            "target": numbers(core.targets_at(core.latest)),
            **_count_columns(core, core.here),
            "variation": chosen(VARIATIONS, codes[VARIATION]),
            "assurance": chosen(ASSURANCES, codes[ASSURANCE]),
            "side": _sides(codes[SIDE]),
            **_period_columns(core, "since", since_of(core)),
            "mixed": codes[MIXED] != 0,
            "leading": _leading(core, codes[LEADING]),
            "signals": _rules(core, held),
        }
    )


def readings_table(core: Core) -> pa.Table:
    """The table of series with its readings in words."""
    names = ("word", "sentence", "plain", "assurance_word", "assurance_plain", "reason")
    # only the text of each reading is kept: the whole of them would be a hundred times as much
    said = zip(*map(attrgetter(*names), readings_of(core)), strict=True)
    told = series_table(core)
    for name, column in zip(names, said, strict=True):
        told = told.append_column(name, texts(column))
    return told


def phases_table(core: Core) -> pa.Table:
    """A row for each phase of each series."""
    phases = np.arange(len(core.computed.answers.latest))
    cuts, series = core.cuts, _series_of_phases(core)
    used = core.computed.answers.counts[USED]
    return table(
        {
            **_keys(core, series),
            "phase": phases - cuts.series[series],
            **({} if core.names is None else {"name": core.names}),
            **_period_columns(core, "start", cuts.phases[:-1]),
            **_period_columns(core, "end", cuts.phases[1:] - 1),
            "points": np.diff(cuts.phases),
            **_line_columns(core.phase_limits),
            "sigma": numbers(core.phase_limits.sigma),
            "mean_range": numbers(core.computed.answers.lines[MEAN_RANGE] * range_scale(core.computed)),
            **_own_lines(core),
            **_count_columns(core, phases),
            "frozen": cuts.baselines < cuts.phases[1:],
            "trial": np.array([is_trial(core, count) for count in used.tolist()], np.bool_),
            "signals": _rules(core, core.computed.answers.bits[FIRED]),
        }
    )


def _own_lines(core: Core) -> dict[str, pa.Array]:
    """What only some kinds of chart have."""
    if core.options.chart == "g":
        return {"middle": numbers(core.middles)}
    return {"sigma_z": numbers(core.sigma_zs)} if core.options.chart in ("p_prime", "u_prime") else {}


def points_table(core: Core) -> pa.Table:
    """A row for each point, in order of series and period."""
    data, limits = core.computed.data, core.point_limits
    phases = np.repeat(np.arange(len(core.computed.answers.latest)), np.diff(core.cuts.phases))
    series = np.repeat(np.arange(core.series), np.diff(core.starts))
    counted = {} if core.rows is not None else {"numerator": data.values}
    counted = counted | {"denominator": data.denominators} if len(data.denominators) else {}
    return table(
        {
            **_keys(core, series),
            **_period_columns(core, "period", np.arange(core.points)),
            "value": numbers(core.plotted),
            **{name: numbers(column) for name, column in counted.items()},
            **_line_columns(limits),
            "sigma": numbers(limits.sigma),
            "target": numbers(core.targets_at(np.arange(core.points))),
            "phase": (phases - core.cuts.series[series]).astype(np.int32),
            "excluded": core.excluded,
            "used": core.used,
            "lcl_clipped": limits.lower_clipped,
            "ucl_clipped": limits.upper_clipped,
            "bits": core.computed.answers.mask,
            "signals": _rules(core, core.computed.answers.mask),
        }
    )


def signals_table(core: Core) -> pa.Table:
    """A row for each signal, with the positions of its points in the series."""
    found = findings_in(core, np.arange(len(core.computed.answers.latest)))
    series = _series_of_phases(core)[found.phase]
    first, last = found.points[found.starts[:-1]], found.points[found.starts[1:] - 1]
    names = [part.name for part in core.options.rules.parts]
    positions = found.points - np.repeat(core.starts[series], np.diff(found.starts))
    return table(
        {
            **_keys(core, series),
            "phase": found.phase - core.cuts.series[series],
            "rule": chosen(names, found.codes[PART]),
            "side": _sides(found.codes[WAY]),
            **_period_columns(core, "first", first),
            **_period_columns(core, "last", last),
            "points": np.diff(found.starts),
            "located": found.located,
            "clear": found.codes[CLEAR] != 0,
            "positions": pa.LargeListArray.from_arrays(arrow(found.starts), arrow(positions)),
        }
    )


def _series_of_phases(core: Core) -> Places:
    return np.repeat(np.arange(core.series), np.diff(core.cuts.series))


def _about(core: Core) -> dict[str, pa.Array]:
    return {
        "chart": chosen([core.options.chart], np.zeros(core.series, np.int8)),
        "rules": chosen([core.options.rules.key], np.zeros(core.series, np.int8)),
    }


def _keys(core: Core, series: Places) -> dict[str, pa.Array]:
    """The names of series, repeated as references and not as text."""
    which = arrow(series.astype(np.int32))
    return {
        name: _repeated(core.keys.column(name).combine_chunks(), which) for name in core.keys.column_names
    }


def _repeated(column: pa.Array, which: pa.Array) -> pa.Array:
    if pa.types.is_primitive(column.type):
        return column.take(which)
    return pa.DictionaryArray.from_arrays(which, column)


def _line_columns(limits: Limits) -> dict[str, pa.Array]:
    return {"centre": numbers(limits.centre), "lcl": numbers(limits.lower), "ucl": numbers(limits.upper)}


def _count_columns(core: Core, phases: Places) -> dict[str, Any]:
    counts = core.computed.answers.counts[:, phases]
    useful = counts[USEFUL]
    return {
        "n_used": counts[USED],
        "usable": counts[USABLE],
        "useful": useful,
        "longest": counts[LONGEST],
        "longest_max": _expected(useful, core.options.rules.bounds, 0),
        "crossings": counts[CROSSED],
        "crossings_min": _expected(useful, core.options.rules.bounds, 1),
    }


def _expected(useful: npt.NDArray[np.int32], bounds: str, which_bound: int) -> pa.Array:
    """One of the two bounds for so many useful points; missing where there is none."""
    distinct, which = np.unique(useful, return_inverse=True)
    found = [expected(int(count), bounds)[which_bound] if count else 0 for count in distinct]
    return arrow(np.array(found, np.int32)[which], useful == 0)


def _at(column: npt.NDArray[np.float64], points: Places) -> npt.NDArray[np.float64]:
    return np.where(points < 0, np.nan, column[points])


def _period_columns(core: Core, name: str, points: Places) -> dict[str, pa.Array]:
    """The periods of points, or their numbers in the series. A point below 0 is none."""
    if core.periods is not None:
        return {name: core.periods.column.take(arrow(points, points < 0))}
    series = np.searchsorted(core.starts, points, side="right") - 1
    return {name: arrow(points - core.starts[series] + 1, points < 0)}


def _leading(core: Core, codes: npt.NDArray[Any]) -> pa.Array:
    return chosen([part.name for part in core.options.rules.parts], codes, codes < 0)


def _sides(ways: npt.NDArray[Any]) -> pa.Array:
    return chosen(_SIDES, ways + 1, ways == 0)


def _rules(core: Core, bits: npt.NDArray[Any]) -> pa.Array:
    """The names of the parts whose bits are set, in the rule set's order."""
    names = [part.name for part in core.options.rules.parts]
    distinct, which = _distinct(bits)
    names_of = [
        ", ".join(dict.fromkeys(name for place, name in enumerate(names) if int(mask) >> place & 1))
        for mask in distinct
    ]
    return chosen(names_of, which)


def _distinct(bits: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[np.int32]]:
    """The masks there are, and which of them each is: counted, where sorting them would take longer."""
    seen = np.zeros(int(bits.max(initial=0)) + 1, np.bool_)
    seen[bits] = True
    places = (np.cumsum(seen) - 1).astype(np.int32)
    return np.flatnonzero(seen), places[bits]
