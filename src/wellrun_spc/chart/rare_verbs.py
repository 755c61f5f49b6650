"""One verb for each chart of numbers out of n, and of what lies between rare events.

The options are those of `chart`, less those that have no meaning for the family.
"""

from __future__ import annotations

from collections.abc import Iterable

from wellrun_spc.chart.front import chart
from wellrun_spc.chart.value import Chart
from wellrun_spc.rules import RuleSet


def np_chart(
    values: Iterable[object],
    n: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    subgroup: Iterable[object] | None = None,
    notes: Iterable[str | None] | None = None,
    excluded: Iterable[object] = (),
    suppressed: Iterable[object] = (),
    phases: Iterable[object] = (),
    freeze: object = None,
    target: object = None,
    direction: str = "neutral",
    rules: str | RuleSet = "anhoej/1",
    multiply: float = 1.0,
    centre: float | None = None,
) -> Chart:
    """An np chart: how many of n cases are of one kind, as numbers; n p +- 3 sqrt(n p (1 - p)).

    Options, errors and result are those of `chart`. Where n differs the centre line steps with it,
    and rules judge the proportions: a p chart is easier to read then.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., section 7.2.1.

    Examples
    --------
    >>> bad = np_chart([12, 15, 8, 10, 4, 7], n=[50] * 6)
    >>> round(bad.phases[0].centre, 2), round(bad.phases[0].ucl, 2)
    (9.33, 17.6)
    """
    return chart(
        values, chart="np", n=n, x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, multiply=multiply, centre=centre,
    )  # fmt: skip


def g_chart(
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    subgroup: Iterable[object] | None = None,
    notes: Iterable[str | None] | None = None,
    excluded: Iterable[object] = (),
    suppressed: Iterable[object] = (),
    phases: Iterable[object] = (),
    freeze: object = None,
    target: object = None,
    direction: str = "neutral",
    rules: str | RuleSet = "anhoej/1",
    multiply: float = 1.0,
    centre: float | None = None,
) -> Chart:
    """A g chart: cases between rare events, such as operations from one infection to the next.

    Options, errors and result are those of `chart`. The centre is the mean g, limits are
    g +- 3 sqrt(g (g + 1)), and runs are judged about the median. A point is an event: ``x`` is when it
    happened.

    References
    ----------
    Benneyan 2001, Number-between g-type statistical quality control charts for monitoring adverse events,
    Health Care Management Science 4: 305-318.

    Examples
    --------
    >>> gaps = g_chart([12, 30, 4, 7, 22], direction="increase")
    >>> gaps.phases[0].centre, gaps.phases[0].middle, round(gaps.phases[0].ucl, 2)
    (15.0, 12.0, 61.48)
    """
    return chart(
        values, chart="g", x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, multiply=multiply, centre=centre,
    )  # fmt: skip


def t_chart(  # noqa: PLR0913 - all but the data by keyword
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    subgroup: Iterable[object] | None = None,
    notes: Iterable[str | None] | None = None,
    excluded: Iterable[object] = (),
    suppressed: Iterable[object] = (),
    phases: Iterable[object] = (),
    freeze: object = None,
    target: object = None,
    direction: str = "neutral",
    rules: str | RuleSet = "anhoej/1",
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
) -> Chart:
    """A t chart: time between rare events, such as days from one fall with harm to the next.

    Options, errors and result are those of `chart`. Times are above 0. Limits are those of an
    individuals chart of time ** (1 / 3.6), turned back. A point is an event: ``x`` is when it happened.

    References
    ----------
    Nelson 1994, A control chart for parts-per-million nonconforming items, Journal of Quality Technology 26:
    239-240. Montgomery, Introduction to Statistical Quality Control, 7th ed., section 7.3.

    Examples
    --------
    >>> days = t_chart([12.5, 30, 4, 7.5, 22], direction="increase")
    >>> round(days.phases[0].centre, 2), round(days.phases[0].ucl, 1)
    (12.88, 114.0)
    """
    return chart(
        values, chart="t", x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, screen=screen, multiply=multiply, bridge_gaps=bridge_gaps, centre=centre,
    )  # fmt: skip
