"""The target as people type it: 95%, 0.95, 12 or 3,5."""

from __future__ import annotations

from wellrun.cli.charting.refused import Refused
from wellrun.exchange.spelling import Decimal, evidence_in, spelling_of, value_of


def target_of(text: str | None, *, percent: bool, multiply: float, decimal: Decimal | None) -> float | None:
    """Read a target in the units of the chart.

    Parameters
    ----------
    text : str, optional
        As typed.
    percent : bool
        The chart shows proportions; a percentage and a proportion then mean the same.
    multiply : float
        What values are multiplied by before they are shown.

    Raises
    ------
    Refused
        No number, a percentage on a chart of other numbers, or a proportion above 1.
    """
    if text is None:
        return None
    spelling = spelling_of(text)
    mark = decimal or ("," if spelling and evidence_in(spelling.body) == "," else ".")
    value = value_of(spelling, mark) if spelling else None
    if spelling is None or value is None:
        raise Refused(f"--target “{text}” is no number.", remedy="Type a number, like 12, 0.95 or 95%.")
    if not percent:
        if spelling.percent:
            raise Refused(
                f"--target {text} is a percentage, and the numbers are not.",
                remedy="Give the target in the units of the numbers, without the percent sign.",
            )
        return value
    if spelling.percent:
        return value / 100 * multiply
    if value > 1 and multiply == 1:
        raise Refused(
            f"--target {text} is above 1, and the chart shows proportions.", remedy=f"Did you mean {text}%?"
        )
    return value
