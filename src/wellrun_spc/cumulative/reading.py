"""The verdict of a cumulative chart: what holds at the latest point."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.cumulative.signals import tally
from wellrun_spc.cumulative.track import Track
from wellrun_spc.cumulative.words import family, message, told
from wellrun_spc.limits.cumulative.values import CumulativeSignal
from wellrun_spc.messages import Message, sentences
from wellrun_spc.results import Direction, Reading, Side, Variation
from wellrun_spc.wording import format_value

_ASKED: dict[Variation, str] = {"concerning": "ask", "special_high": "decide", "special_low": "decide"}


def variation_of(side: Side, direction: Direction) -> Variation:
    """What a change to one side means, where a better side is known."""
    if direction == "neutral":
        return "special_high" if side == "high" else "special_low"
    return "improving" if (side == "high") == (direction == "increase") else "concerning"


def judged(
    track: Track, signals: Sequence[CumulativeSignal], *, centre: float, restarts: bool, reason: Message
) -> Reading:
    """The reading of a chart that has limits.

    A sum that starts again after a signal knows nothing of what led to it, so there the signal stands until
    another takes its place. A sum that goes on, or an average, says for itself when it is over.
    """
    current = next((signal for signal in signals if track.latest in signal.positions), None)
    if current is None and restarts and signals:
        current = signals[-1]
    if current is None:
        return _steady(track, signals, centre, reason)
    variation = variation_of(current.side, track.direction)
    asked = _ASKED.get(variation)
    field, plain = current.messages
    parts = [plain, *([] if asked is None else [message(asked)])]
    if track.latest not in current.positions:
        parts.append(message("again"))
    return _reading(
        variation, field, sentences(parts), reason, side=current.side, since=track.x[current.since]
    )


def _steady(track: Track, signals: Sequence[CumulativeSignal], centre: float, reason: Message) -> Reading:
    if signals:
        plain = message("steady.now", then=signals[-1].messages[1])
    else:
        plain = message(
            f"steady.{family(track.chart)}", centre=format_value(centre), **tally(track, 0, track.latest)
        )
    return _reading("common_cause", message("field.steady"), plain, reason)


def not_judged(plain: Message, reason: Message) -> Reading:
    """The reading of a chart without limits."""
    return _reading("not_assessed", plain, plain, reason)


def _reading(
    variation: Variation,
    field: Message,
    plain: Message,
    reason: Message,
    *,
    side: Side | None = None,
    since: object = None,
) -> Reading:
    return Reading(
        variation=variation,
        assurance="not_assessed",
        side=side,
        since=since,  # type: ignore[arg-type]
        mixed=False,
        sentence=told(field),
        plain=told(plain),
        word=told(message(f"word.{variation}")),
        assurance_word="",
        assurance_plain="",
        reason=told(reason),
        messages=(field, plain),
    )
