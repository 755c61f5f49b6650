"""Signals of a cumulative chart: points beyond a limit put together, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from wellrun_spc.cumulative.track import Track
from wellrun_spc.cumulative.words import counted, family, message, moment, told
from wellrun_spc.limits.cumulative.columns import Columns
from wellrun_spc.limits.cumulative.values import CumulativeSignal
from wellrun_spc.messages import Message
from wellrun_spc.results import Side
from wellrun_spc.wording import format_value

SIDES: tuple[Side, Side] = ("high", "low")


def signals_of(
    track: Track, columns: Columns, *, centre: float, restarts: bool
) -> tuple[CumulativeSignal, ...]:
    """The signals in order; with ``restarts`` each point beyond a limit is one of its own."""
    signals = [
        _signal(track, columns, side, positions, centre)
        for side in SIDES
        for positions in _groups(track, columns.beyond[side], restarts=restarts)
    ]
    return tuple(sorted(signals, key=lambda signal: signal.positions))


def _groups(track: Track, beyond: Sequence[bool], *, restarts: bool) -> list[list[int]]:
    groups: list[list[int]] = []
    joined = False
    for position, value in enumerate(track.used):
        if value != value:
            continue
        if beyond[position]:
            if joined and not restarts:
                groups[-1].append(position)
            else:
                groups.append([position])
        joined = beyond[position]
    return groups


def _signal(
    track: Track, columns: Columns, side: Side, positions: list[int], centre: float
) -> CumulativeSignal:
    first, last = columns.since[side][positions[0]], positions[-1]
    when = "now" if last == track.latest else "then"
    plain = message(
        f"{family(track.chart)}.{side}.{when}",
        first=moment(track.x[first], track.period),
        last=moment(track.x[last], track.period),
        centre=format_value(centre),
        **tally(track, first, last),
    )
    field = _field(track, columns, side, first, last)
    return CumulativeSignal(
        rule=track.chart,
        side=side,
        positions=tuple(positions),
        since=first,
        sentence=told(field),
        plain=told(plain),
        messages=(field, plain),
    )


def _field(track: Track, columns: Columns, side: Side, first: int, last: int) -> Message:
    limit = (columns.upper if side == "high" else columns.lower)[last]
    reached = (
        columns.average[last]
        if track.chart == "ewma"
        else (columns.high if side == "high" else columns.low)[last]
    )
    counts = [value for value in track.used[first : last + 1] if value == value]
    mean = fsum(counts) / len(counts)
    return message(
        f"field.{track.chart}.{side}",
        reached=format_value(reached),
        limit=format_value(limit),
        moment=moment(track.x[last], track.period),
        first=moment(track.x[first], track.period),
        mean=format_value(mean),
    )


def tally(track: Track, first: int, last: int) -> dict[str, object]:
    """Events, cases and expected events between two points, in words."""
    places = [place for place in range(first, last + 1) if track.used[place] == track.used[place]]
    return {
        "events": counted("event", fsum(track.used[place] for place in places)),
        "cases": counted("case", len(places)),
        "expected": format_value(fsum(track.expected[place] for place in places)),
    }
