"""One verb for each chart of subgroups, of weighted values, and of denominators that are large.

The options are those of `chart`, less those that have no meaning for the family.
"""

from __future__ import annotations

from collections.abc import Iterable

from wellrun_spc.chart.front import chart
from wellrun_spc.chart.value import Chart
from wellrun_spc.rules import RuleSet


def xbar_chart(
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
    percent: bool | None = None,
) -> Chart:
    """An X-bar chart: means of subgroups, such as five waits a day; mean +- A3 s-bar.

    Options, errors and result are those of `chart`. ``values`` has a number for each row, and
    ``subgroup`` says where it belongs; or each of ``values`` is the list of the numbers of one point. Sizes
    may differ.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., equations 6.27 to 6.31.

    Examples
    --------
    >>> days = xbar_chart([4, 6, 5, 5, 7, 9, 4, 4, 7], subgroup=["Mon"] * 3 + ["Tue"] * 3 + ["Wed"] * 3)
    >>> [point.value for point in days.points], round(days.phases[0].ucl, 2)
    ([5.0, 7.0, 5.0], 8.75)
    """
    return chart(
        values, chart="xbar", x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, multiply=multiply, centre=centre, percent=percent,
    )  # fmt: skip


def s_chart(
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
    percent: bool | None = None,
) -> Chart:
    """An S chart: standard deviations of subgroups; B3 s-bar to B4 s-bar.

    Options, errors and result are those of `chart`. Data are given as for `xbar_chart`, beside
    which it belongs.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., equations 6.27 to 6.31.

    Examples
    --------
    >>> spread = s_chart([[4, 6, 5], [5, 7, 9], [4, 4, 7]])
    >>> round(spread.phases[0].centre, 3), round(spread.phases[0].ucl, 3)
    (1.577, 4.051)
    """
    return chart(
        values, chart="s", x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, multiply=multiply, centre=centre, percent=percent,
    )  # fmt: skip


def i_prime_chart(  # noqa: PLR0913 - all but the data by keyword
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
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
    percent: bool | None = None,
) -> Chart:
    """An I-prime chart: values that rest on denominators which differ, such as mean costs of n patients.

    Options, errors and result are those of `chart`. ``values`` are totals, and a point is its total over its
    denominator. Its standard error is that of a single case, from neighbours, over sqrt(n).

    References
    ----------
    Taylor 2017, Normalized Individuals (I_N) Control Chart.

    Examples
    --------
    >>> costs = i_prime_chart([50, 120, 44, 99], n=[10, 20, 10, 20])
    >>> round(costs.phases[0].centre, 2), round(costs.points[0].ucl, 2), round(costs.points[1].ucl, 2)
    (5.22, 8.44, 7.5)
    """
    return chart(
        values, chart="i_prime", n=n, x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, screen=screen, multiply=multiply, bridge_gaps=bridge_gaps, centre=centre,
        percent=percent,
    )  # fmt: skip


def p_prime_chart(  # noqa: PLR0913 - all but the data by keyword
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
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
    percent: bool | None = None,
) -> Chart:
    """A p-prime chart: a p chart for many cases, whose limits allow for more than binomial variation.

    Options, errors and result are those of `chart`. Standard errors are those of a p chart times sigma_z.

    References
    ----------
    Laney 2002, Improved control charts for attributes, Quality Engineering 14: 531-537.

    Examples
    --------
    >>> seen = p_prime_chart([9000, 9200, 9050, 9170], n=[10000] * 4)
    >>> round(seen.phases[0].centre, 4), round(seen.phases[0].sigma_z, 2)
    (0.9105, 4.86)
    """
    return chart(
        values, chart="p_prime", n=n, x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, screen=screen, multiply=multiply, bridge_gaps=bridge_gaps, centre=centre,
        percent=percent,
    )  # fmt: skip


def u_prime_chart(  # noqa: PLR0913 - all but the data by keyword
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
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
    percent: bool | None = None,
) -> Chart:
    """A u-prime chart: a u chart for large denominators, whose limits allow for more than Poisson variation.

    Options, errors and result are those of `chart`. Standard errors are those of a u chart times sigma_z.

    References
    ----------
    Laney 2002, Improved control charts for attributes, Quality Engineering 14: 531-537.

    Examples
    --------
    >>> falls = u_prime_chart([900, 1000, 880, 990], n=[200000] * 4, multiply=1000)
    >>> round(falls.phases[0].centre, 4), round(falls.phases[0].sigma_z, 2)
    (4.7125, 3.18)
    """
    return chart(
        values, chart="u_prime", n=n, x=x, subgroup=subgroup, notes=notes, excluded=excluded,
        suppressed=suppressed, phases=phases, freeze=freeze, target=target, direction=direction,
        rules=rules, screen=screen, multiply=multiply, bridge_gaps=bridge_gaps, centre=centre,
        percent=percent,
    )  # fmt: skip
