"""What a reader of a funnel should know before trusting it."""

from __future__ import annotations

from wellrun_spc.funnels.words import message
from wellrun_spc.limits.funnel.values import FunnelResult
from wellrun_spc.messages import Message
from wellrun_spc.wording import format_value

_FEW = 10
"""Below this, phi and tau squared rest on too little to be relied on."""


def notices_of(result: FunnelResult, missing_rows: int, count: int) -> tuple[Message, ...]:
    """Sentences about spread, empty units and missing rows, in that order."""
    notices = []
    if result.phi is None or not any(unit.numerator for unit in result.units):
        notices.append(message("notice.no_events"))
    else:
        notices += _spread(result, result.phi, count)
    empty = [unit.unit for unit in result.units if unit.value is None]
    if empty:
        notices.append(message("notice.empty", names=", ".join(empty)))
    if missing_rows:
        notices.append(message(f"notice.rows.{'one' if missing_rows == 1 else 'other'}", count=missing_rows))
    return tuple(notices)


def _spread(result: FunnelResult, phi: float, count: int) -> list[Message]:
    written = format_value(phi)
    if result.overdispersion == "none":
        return [message("notice.spread", phi=written)] if result.overdispersed else []
    notices = [] if result.adjusted else [message("notice.no_spread", phi=written)]
    if count < _FEW:
        notices.append(message("notice.few", count=count))
    return notices
