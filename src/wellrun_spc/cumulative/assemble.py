"""From columns to a frozen chart: points, signals and the reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wellrun_spc.cumulative.reading import judged, not_judged
from wellrun_spc.cumulative.result import Cumulative
from wellrun_spc.cumulative.signals import SIDES, signals_of
from wellrun_spc.cumulative.track import Track
from wellrun_spc.cumulative.words import message, told
from wellrun_spc.limits.cumulative.columns import Columns, no_columns
from wellrun_spc.limits.cumulative.values import CumulativePoint
from wellrun_spc.messages import Message
from wellrun_spc.wording import format_value


def assembled(
    track: Track,
    columns: Columns,
    *,
    centre: float,
    sigma: float,
    settings: Mapping[str, float | bool],
    n_used: int,
    notices: Sequence[Message] = (),
) -> Cumulative:
    """The chart with everything that can be read off its columns."""
    restarts = bool(settings.get("reset"))
    signals = signals_of(track, columns, centre=centre, restarts=restarts)
    return Cumulative(
        chart=track.chart,
        direction=track.direction,
        period=track.period,
        centre=_known(centre),
        sigma=_known(sigma),
        settings=dict(settings),
        n_used=n_used,
        points=_points(track, columns),
        signals=signals,
        reading=judged(track, signals, centre=centre, restarts=restarts, reason=_reason(track, settings)),
        notices=tuple(map(told, notices)),
        notice_messages=tuple(notices),
    )


def without_limits(
    track: Track, *, centre: float, plain: Message, settings: Mapping[str, float | bool], n_used: int
) -> Cumulative:
    """A chart whose values can be seen and not judged."""
    return Cumulative(
        chart=track.chart,
        direction=track.direction,
        period=track.period,
        centre=_known(centre),
        sigma=None,
        settings=dict(settings),
        n_used=n_used,
        points=_points(track, no_columns(len(track.used))),
        signals=(),
        reading=not_judged(plain, _reason(track, settings)),
        notices=(),
    )


def _reason(track: Track, settings: Mapping[str, float | bool]) -> Message:
    written = [
        f"{name} {format_value(value)}" for name, value in settings.items() if not isinstance(value, bool)
    ]
    return message("reason", chart=track.chart, settings=", ".join(written))


def _points(track: Track, columns: Columns) -> tuple[CumulativePoint, ...]:
    return tuple(_point(track, columns, position) for position in range(len(track.used)))


def _point(track: Track, columns: Columns, position: int) -> CumulativePoint:
    beyond = any(columns.beyond[side][position] for side in SIDES)
    return CumulativePoint(
        position=position,
        x=track.x[position],
        value=_known(track.values[position]),
        expected=_known(track.expected[position]),
        excluded=position in track.excluded,
        high=_known(columns.high[position]),
        low=_known(columns.low[position]),
        average=_known(columns.average[position]),
        total=_known(columns.total[position]),
        lcl=_known(columns.lower[position]),
        ucl=_known(columns.upper[position]),
        signals=(track.chart,) if beyond else (),
    )


def _known(value: float) -> float | None:
    return value if value == value else None
