"""One verb for each chart family: data first, everything else by keyword.

The options are those of `chart`, less those that have no meaning for the family. Each verb spells them out:
behind ``**options: Unpack[...]`` neither `help` nor a notebook would show their names and defaults.
"""

from __future__ import annotations

from collections.abc import Iterable

from wellrun_spc.chart.front import chart
from wellrun_spc.chart.value import Chart
from wellrun_spc.rules import RuleSet


def run_chart(
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    n: Iterable[object] | None = None,
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
    percent: bool | None = None,
) -> Chart:
    """A run chart: values about their median, without limits; also for fewer than 12 points.

    Options, errors and result are those of `chart`.

    References
    ----------
    Perla, Provost & Murray 2011, The run chart, BMJ Quality & Safety 20: 46-51.
    """
    return chart(
        values, chart="run", x=x, n=n, notes=notes, excluded=excluded, suppressed=suppressed, phases=phases,
        freeze=freeze, target=target, direction=direction, rules=rules, multiply=multiply, centre=centre,
        percent=percent,
    )  # fmt: skip


def i_chart(  # noqa: PLR0913 - all but the data by keyword
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    n: Iterable[object] | None = None,
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
    percent: bool | None = None,
) -> Chart:
    """An individuals chart (XmR): one measured value for each period; mean +- 3 mR-bar / d2.

    Options, errors and result are those of `chart`.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., section 6.4.
    """
    return chart(
        values, chart="i", x=x, n=n, notes=notes, excluded=excluded, suppressed=suppressed, phases=phases,
        freeze=freeze, target=target, direction=direction, rules=rules, screen=screen, multiply=multiply,
        bridge_gaps=bridge_gaps, centre=centre, percent=percent,
    )  # fmt: skip


def mr_chart(
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    n: Iterable[object] | None = None,
    notes: Iterable[str | None] | None = None,
    excluded: Iterable[object] = (),
    suppressed: Iterable[object] = (),
    phases: Iterable[object] = (),
    freeze: object = None,
    rules: str | RuleSet = "anhoej/1",
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
    percent: bool | None = None,
) -> Chart:
    """A moving range chart: how far each value is from the one before; upper limit D4 mR-bar.

    Options, errors and result are those of `chart`. A range has no better direction and no target.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., section 6.4.
    """
    return chart(
        values, chart="mr", x=x, n=n, notes=notes, excluded=excluded, suppressed=suppressed, phases=phases,
        freeze=freeze, rules=rules, screen=screen, multiply=multiply, bridge_gaps=bridge_gaps, centre=centre,
        percent=percent,
    )  # fmt: skip


def p_chart(
    values: Iterable[object],
    n: Iterable[object],
    *,
    x: Iterable[object] | None = None,
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
    percent: bool | None = None,
) -> Chart:
    """A p chart: how many of n cases are of one kind, each counted once; p +- 3 sqrt(p (1 - p) / n).

    Options, errors and result are those of `chart`. Values, target and limits are proportions: 0.95 is 95 %.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., equations 7.6 to 7.8.
    """
    return chart(
        values, chart="p", x=x, n=n, notes=notes, excluded=excluded, suppressed=suppressed, phases=phases,
        freeze=freeze, target=target, direction=direction, rules=rules, multiply=multiply, centre=centre,
        percent=percent,
    )  # fmt: skip


def u_chart(
    values: Iterable[object],
    n: Iterable[object],
    *,
    x: Iterable[object] | None = None,
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
    percent: bool | None = None,
) -> Chart:
    """A u chart: events over an area of opportunity n that varies, such as bed days; u +- 3 sqrt(u / n).

    Options, errors and result are those of `chart`. ``multiply=1000`` plots the rate for 1,000 bed days.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., equation 7.19.
    """
    return chart(
        values, chart="u", x=x, n=n, notes=notes, excluded=excluded, suppressed=suppressed, phases=phases,
        freeze=freeze, target=target, direction=direction, rules=rules, multiply=multiply, centre=centre,
        percent=percent,
    )  # fmt: skip


def c_chart(
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
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
    """A c chart: events in areas of opportunity that are equal, such as one ward each week; c +- 3 sqrt(c).

    Options, errors and result are those of `chart`.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., equation 7.17.
    """
    return chart(
        values, chart="c", x=x, notes=notes, excluded=excluded, suppressed=suppressed, phases=phases,
        freeze=freeze, target=target, direction=direction, rules=rules, multiply=multiply, centre=centre,
    )  # fmt: skip
