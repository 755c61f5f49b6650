"""The one function that makes every chart, and the value it returns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from wellrun_spc.chart.compute import Columns, phase_of, plotted_values
from wellrun_spc.chart.options import Options, options_of, targets_of
from wellrun_spc.limits import Lines
from wellrun_spc.phases import spans_of
from wellrun_spc.portable import document, result_fields
from wellrun_spc.readings import Scene, reading_of, signal_of
from wellrun_spc.results import Phase, Point, Result, Signal
from wellrun_spc.rules import Finding, RuleSet
from wellrun_spc.series import Series, series_of
from wellrun_spc.wording import decimals_for, period_of


class Chart(Result):
    """A computed chart that can be stored and read back."""

    __slots__ = ()

    def to_dict(self, key: str = "") -> dict[str, object]:
        """The chart as a JSON-safe document of one series."""
        return document([(key, self)])

    def to_json(self, key: str = "", *, indent: int | None = None) -> str:
        """The same as text."""
        return json.dumps(self.to_dict(key), indent=indent, ensure_ascii=False, allow_nan=False)

    @classmethod
    def from_dict(cls, stored: Mapping[str, object]) -> Chart:
        """A chart from what `to_dict` gave, or from one series of a larger document; raises `SeriesError`."""
        return cls(**result_fields(stored))


def chart(  # noqa: PLR0913 - charts honestly have many options, all but the data by keyword
    values: Iterable[object],
    *,
    chart: str = "i",
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
    """Compute a chart of any kind."""
    options = options_of(
        chart=chart, rules=rules, direction=direction, screen=screen, bridge=bridge_gaps,
        multiply=multiply, centre=centre, percent=percent,
    )  # fmt: skip
    series = series_of(values, chart=chart, x=x, n=n, notes=notes, excluded=excluded, suppressed=suppressed)
    constant, targets = targets_of(target, len(series.x))
    spans = spans_of(series.x, phases, freeze)
    plotted = plotted_values(series, spans, options)
    times = options.multiply
    columns = Columns(values=[value * times if value == value else None for value in plotted])
    described: list[Phase] = []
    findings: list[tuple[int, Finding]] = []
    lines: list[Lines] = []
    for index, span in enumerate(spans):
        phase, found, its_lines = phase_of(index, span, plotted, series, options, columns)
        described.append(phase)
        lines.append(its_lines)
        findings += [(index, finding) for finding in found]
    moving = [None if value != value else value for value in targets]
    scene = _scene(series, options, columns, described, moving)
    signals = tuple(signal_of(finding, phase, scene) for phase, finding in findings)
    return Chart(
        chart=options.chart,
        rules=options.rules.key,
        direction=options.direction,
        target=constant,
        multiply=times,
        screened=options.screen,
        percent=options.percent,
        period=scene.period,
        points=_points(series, columns, signals, moving),
        phases=tuple(described),
        signals=signals,
        reading=reading_of(scene, signals),
        notices=(),
    )


def _scene(
    series: Series, options: Options, columns: Columns, phases: list[Phase], targets: list[float | None]
) -> Scene:
    usable = [i for i, value in enumerate(columns.values) if value is not None and i not in series.excluded]
    latest = usable[-1] if usable else 0
    shown = [columns.centre[latest], columns.lower[latest], columns.upper[latest]]
    if shown[1] is None:
        shown += [columns.values[i] for i in usable]
    scale = 100 if options.percent else 1
    return Scene(
        chart=options.chart,
        rules=options.rules,
        direction=options.direction,
        period=period_of(series.x),
        percent=options.percent,
        decimals=decimals_for(value * scale for value in shown if value is not None),
        x=series.x,
        values=columns.values,
        lower=columns.lower,
        upper=columns.upper,
        targets=targets,
        phases=phases,
        usable=usable,
    )


def _points(
    series: Series, columns: Columns, signals: tuple[Signal, ...], targets: list[float | None]
) -> tuple[Point, ...]:
    fired: dict[int, list[str]] = {}
    for signal in signals:
        if signal.located:
            for position in signal.positions:
                rules = fired.setdefault(position, [])
                if signal.rule not in rules:
                    rules.append(signal.rule)
    return tuple(
        Point(
            position=i,
            x=series.x[i],
            value=columns.values[i],
            numerator=_known(series.numerators, i),
            denominator=_known(series.denominators, i),
            centre=columns.centre[i],
            lcl=columns.lower[i],
            ucl=columns.upper[i],
            sigma=columns.sigma[i],
            target=targets[i],
            phase=columns.phase[i],
            excluded=i in series.excluded,
            suppressed=i in series.suppressed,
            used=columns.used[i],
            lcl_clipped=columns.lower_clipped[i],
            ucl_clipped=columns.upper_clipped[i],
            note=series.notes[i],
            signals=tuple(fired.get(i, ())),
        )
        for i in range(len(series.x))
    )


def _known(column: list[float] | None, position: int) -> float | None:
    if column is None:
        return None
    return column[position] if column[position] == column[position] else None
