"""The target, or a centre line, as people type it: 95%, 0.95, 12 or 3,5."""

from __future__ import annotations

from typing import NamedTuple

from wellrun.cli.charting.refused import Refused
from wellrun.exchange.spelling import Decimal, evidence_in, spelling_of, value_of


class Units(NamedTuple):
    """The units of a chart."""

    percent: bool
    """It shows proportions; a percentage and a proportion then mean the same."""
    multiply: float
    """What values are multiplied by before they are shown."""


def level_of(text: str | None, option: str, units: Units, decimal: Decimal | None) -> float | None:
    """Read a target or a centre line in the units of the chart.

    Parameters
    ----------
    text : str, optional
        As typed.
    option : str
        After which option.

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
        raise Refused(f"{option} “{text}” is no number.", remedy="Type a number, like 12, 0.95 or 95%.")
    if not units.percent:
        if spelling.percent:
            raise Refused(
                f"{option} {text} is a percentage, and the numbers are not.",
                remedy="Give it in the units of the numbers, without the percent sign.",
            )
        return value
    if spelling.percent:
        return value / 100 * units.multiply
    if value > 1 and units.multiply == 1:
        raise Refused(
            f"{option} {text} is above 1, and the chart shows proportions.", remedy=f"Did you mean {text}%?"
        )
    return value
