"""What a chart is asked to be, checked."""

from __future__ import annotations

from collections.abc import Iterable
from math import nan
from typing import NamedTuple, get_args

from wellrun_spc.results import ChartKind, Direction
from wellrun_spc.rules import RuleSet, rule_set
from wellrun_spc.series import LARGEST, SeriesError, number, numbers, require_same_length

CHARTS: tuple[str, ...] = get_args(ChartKind)
"""The kinds of chart there are."""
DIRECTIONS: tuple[str, ...] = get_args(Direction)


class Options(NamedTuple):
    """Choices about a chart, apart from its data and phases."""

    chart: ChartKind
    rules: RuleSet
    direction: Direction
    screen: bool
    bridge: bool
    multiply: float
    centre: float | None
    """In the units of the values, before ``multiply``."""
    percent: bool


def options_of(
    *, chart: str, rules: str | RuleSet, direction: str, screen: bool | str | None, bridge: bool,
    multiply: float, centre: float | None, percent: bool | None,
) -> Options:  # fmt: skip
    """The checked options; raises `SeriesError`."""
    _require_one_of(chart, CHARTS, "chart")
    _require_one_of(direction, DIRECTIONS, "direction")
    chosen = rule_set(rules)
    times = number(multiply, "factor")
    if not times > 0:
        raise SeriesError(f"The values cannot be multiplied by {multiply}.", remedy="Use a number above 0.")
    given = number(centre, "centre line")
    if chart == "t" and given <= 0:
        raise SeriesError(
            f"The centre line of a t chart cannot be {given:g}.", remedy="Use a number above 0."
        )
    if abs(given) / times > LARGEST:
        raise SeriesError("The centre line is too large to compute with.", remedy="Check it, and the factor.")
    return Options(
        chart=chart,  # type: ignore[arg-type]
        rules=chosen,
        direction=direction,  # type: ignore[arg-type]
        screen=_screening(screen, chosen),
        bridge=bool(bridge),
        multiply=times,
        centre=given / times if given == given else None,
        percent=(chart in ("p", "p_prime") and times == 1) if percent is None else bool(percent),
    )


def _require_one_of(given: object, known: tuple[str, ...], name: str) -> None:
    if given not in known:
        raise SeriesError(f"There is no {name} “{given}”.", remedy=f"Use one of {', '.join(known)}.")


def _screening(screen: bool | str | None, rules: RuleSet) -> bool:
    if screen is None:
        return rules.screening
    if isinstance(screen, bool):
        return screen
    _require_one_of(screen, ("once", "never"), "screening")
    return screen == "once"


def targets_of(target: object, length: int) -> tuple[float | None, list[float]]:
    """The target where it is one number, and the target at each point (NaN where there is none)."""
    if target is None:
        return None, [nan] * length
    if isinstance(target, Iterable) and not isinstance(target, str):
        moving = numbers(target, "target")
        require_same_length(length, len(moving), "target")
        return None, moving
    constant = number(target, "target")
    return (constant if constant == constant else None), [constant] * length
