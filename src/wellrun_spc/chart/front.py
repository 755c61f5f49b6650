"""The one function that makes every chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wellrun_spc.chart.columns import Columns, columns_of
from wellrun_spc.chart.formulas import lines_of, plotted_values, shown_values
from wellrun_spc.chart.options import Options, options_of, targets_of
from wellrun_spc.chart.phase import described, track_of
from wellrun_spc.chart.points import points_of
from wellrun_spc.chart.value import Chart
from wellrun_spc.limits import Lines
from wellrun_spc.messages import render
from wellrun_spc.phases import Span, spans_of
from wellrun_spc.readings import Scene, notices_of, reading_of, signal_of
from wellrun_spc.results import Phase
from wellrun_spc.rules import Finding, RuleSet, judged
from wellrun_spc.series import GAPS, LARGEST, Series, SeriesError, series_of
from wellrun_spc.wording import decimals_for, period_of


def chart(  # noqa: PLR0913 - charts honestly have many options, all but the data by keyword
    values: Iterable[object],
    *,
    chart: str = "i",
    x: Iterable[object] | None = None,
    n: Iterable[object] | None = None,
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
    """Compute a chart: limits, signals and a reading in words.

    Parameters
    ----------
    values
        One number for each period, in order; ``None`` or NaN where missing. Numerators for charts with
        denominators. For xbar and s charts a number for each row, with ``subgroup``; or for each point a list
        of numbers.
    chart
        ``run`` (median, no limits), ``i`` (single values, XmR), ``mr`` (their moving ranges), ``i_prime``
        (values that rest on denominators), ``xbar`` and ``s`` (means and standard deviations of subgroups),
        ``p`` and ``np`` (proportions, as such and as numbers), ``u`` (rates), ``p_prime`` and ``u_prime``
        (both where denominators are large), ``c`` (counts), ``g`` and ``t`` (cases, and time, between rare
        events).
    x
        The periods: dates, rising numbers, or labels. 1, 2, 3 ... where not given.
    n
        Denominators, more than 0: needed by p, np, u, p_prime, u_prime and i_prime charts; for run, i and mr
        charts the value is then the numerator over the denominator.
    subgroup
        For xbar and s charts: the subgroup of each value, which is also its period.
    notes
        A text for each point, or ``None``.
    excluded
        Points to draw but not to count: positions from 0, periods, or one True or False for each point.
    suppressed
        Points that are hidden for privacy: treated as missing.
    phases
        First points of new phases: positions from 0, periods, or `PhaseStart`.
    freeze
        Baseline that sets the limits, which are then extended: a number of points (2 or more), or the last
        period of the baseline. It applies to the phase it falls in.
    target
        One number, or one for each point, in the units of the plot (0.95 for 95 % on a p chart).
    direction
        Which way is better: ``increase``, ``decrease`` or ``neutral``.
    rules
        A name in `RULE_SETS`, or a `RuleSet`.
    screen
        Drop moving ranges above 3.267 mR-bar once: ``once``, ``never``, or what the rule set says (default).
    multiply
        Factor for the plot, more than 0: 1000 for "per 1,000 bed days".
    bridge_gaps
        Let moving ranges span missing points.
    centre
        A centre line that is given, in the units of the plot, instead of one computed.
    percent
        Show values as percentages; by default on p charts that are not multiplied.

    Returns
    -------
    Chart
        Frozen. Limits are three standard errors either way, clipped to what is possible.

    Raises
    ------
    SeriesError
        Where data or options cannot be charted: it names the row and the remedy.

    Notes
    -----
    Formulas, assumptions and sources are on the method card of each chart and rule set (docs/methods).

    Examples
    --------
    >>> made = chart([5, 7, 4, 6, 5, 8, 6, 5, 7, 6, 4, 6], chart="c", direction="decrease")
    >>> made.phases[0].centre, made.reading.word
    (5.75, 'Steady')
    """
    options = options_of(
        chart=chart, rules=rules, direction=direction, screen=screen, bridge=bridge_gaps,
        multiply=multiply, centre=centre, percent=percent,
    )  # fmt: skip
    series = series_of(
        values, chart=chart, x=x, n=n, notes=notes, excluded=excluded, suppressed=suppressed,
        subgroup=subgroup,
    )  # fmt: skip
    constant, targets = targets_of(target, len(series.x))
    return _computed(series, spans_of(series.x, phases, freeze), options, constant, targets)


def _computed(
    series: Series, spans: Sequence[Span], options: Options, target: float | None, targets: list[float]
) -> Chart:
    plotted = plotted_values(series, spans, options)
    columns = columns_of(_multiplied(shown_values(series, plotted, options), options.multiply, series))
    phases: list[Phase] = []
    lines: list[Lines] = []
    findings: list[tuple[int, Finding]] = []
    for index, span in enumerate(spans):
        lines.append(lines_of(series, plotted, span, options))
        track = track_of(span, plotted, series.excluded, lines[-1], options)
        phases.append(
            described(index, span, lines[-1], track.runs, columns, series.excluded, options.multiply)
        )
        found = judged(options.rules, track, ordered=options.chart != "mr")
        findings += [(index, finding) for finding in found]
    scene = _scene(series, options, columns, phases, targets)
    signals = tuple([signal_of(finding, phase, scene) for phase, finding in findings])
    notices = tuple(notices_of(scene, series, spans, lines))
    return Chart(
        chart=options.chart,
        rules=options.rules.key,
        direction=options.direction,
        target=target,
        multiply=options.multiply,
        screened=options.screen,
        percent=options.percent,
        period=scene.period,
        points=points_of(series, columns, targets, signals),
        phases=tuple(phases),
        signals=signals,
        reading=reading_of(scene, signals),
        notices=tuple([render(notice) for notice in notices]),
        notice_messages=notices,
    )


def _multiplied(plotted: Sequence[float], times: float, series: Series) -> list[float]:
    if times == 1:
        return list(plotted)
    shown = [value * times for value in plotted]
    for row, value in enumerate(shown, 1):
        if abs(value) > LARGEST:
            raise SeriesError(
                "The value is too large to compute with once it is multiplied.",
                remedy="Use a smaller factor.",
                row=row,
                x=series.x[row - 1],
            )
    return shown


def _scene(
    series: Series, options: Options, columns: Columns, phases: Sequence[Phase], targets: Sequence[float]
) -> Scene:
    usable = [i for i, value in enumerate(columns.values) if value == value and i not in series.excluded]
    return Scene(
        chart=options.chart,
        rules=options.rules,
        direction=options.direction,
        period="point" if options.chart in GAPS else period_of(series.x),
        percent=options.percent,
        decimals=_decimals(columns, usable, 100.0 if options.percent else 1.0),
        x=series.x,
        values=columns.values,
        centre=columns.centre,
        lower=columns.lower,
        upper=columns.upper,
        targets=targets,
        phases=phases,
        usable=usable,
    )


def _decimals(columns: Columns, usable: Sequence[int], scale: float) -> int:
    """Enough to tell the latest lines apart; the values, where there are no limits."""
    if not usable:
        return 0
    latest = usable[-1]
    shown = [columns.centre[latest], columns.lower[latest], columns.upper[latest]]
    if shown[1] != shown[1]:
        shown = [columns.values[position] for position in usable]
    return decimals_for([value * scale for value in shown])
