"""Charts in words for the terminal: one chart with its picture, or many as a table."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from wellrun.cli.charting.charts import Charted, heading_of
from wellrun.cli.charting.plot import WIDEST, centre_name, legend, plotted
from wellrun.cli.charting.source import Source
from wellrun_spc.results import Point, Result
from wellrun_spc.wording import decimals_for, format_moment, format_value, plural

COLUMNS = ("Series", "Points", "Latest", "Average", "Lower", "Upper", "Reading")
SHORTEST_KEY = 10
"""A name is cut to fit the terminal, but not to less than this."""


def in_words(charts: Sequence[Charted], source: Source, title: str, *, unicode: bool) -> str:
    """One chart in full, or a table with a line for each of many."""
    if len(charts) == 1:
        return _one(charts[0], title or heading_of(charts[0], source), unicode=unicode)
    return "\n".join([title or source.title, "", *_table(charts, unicode=unicode)]) + "\n"


def _one(charted: Charted, heading: str, *, unicode: bool) -> str:
    result = charted.chart
    reading = result.reading
    lines = [*_wrapped(heading), ""]
    lines += _wrapped(reading.plain)
    lines += _wrapped(reading.assurance_plain) if result.points[-1].target is not None else []
    lines += ["", *plotted(result, unicode=unicode)]
    if marks := legend(result, unicode=unicode):
        lines += ["", marks]
    lines += ["", *_numbers(result), ""]
    for signal in result.signals:
        lines += _wrapped(f"- {signal.plain}", hang="  ")
    lines += [line for notice in result.notices for line in _wrapped(notice)]
    return "\n".join(_without_doubles(lines)).rstrip() + "\n"


def _without_doubles(lines: list[str]) -> list[str]:
    return [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]


def _wrapped(text: str, hang: str = "") -> list[str]:
    return textwrap.wrap(text, WIDEST, subsequent_indent=hang, break_on_hyphens=False) if text else []


def _numbers(result: Result) -> list[str]:
    """What the chart rests on, one fact to a line."""
    latest = _latest(result)
    write = Writer(result)
    facts = [("Chart", f"{result.chart}, rules {result.rules}"), ("Points", _points(result))]
    if latest is not None and latest.value is not None:
        facts.append(("Latest", f"{write(latest.value)} ({format_moment(latest.x, result.period)})"))
    last = result.points[-1]
    facts.append((centre_name(result).capitalize(), write(last.centre)))
    phase = result.phases[-1]
    if phase.middle is not None:
        facts.append(("Median", write(phase.middle)))
    if last.lcl is not None and last.ucl is not None:
        facts.append(("Limits", f"{write(last.lcl)} to {write(last.ucl)}"))
    if phase.sigma_z is not None:
        facts.append(("Sigma z", format_value(phase.sigma_z, decimals=2)))
    if last.target is not None:
        facts.append(("Target", write(last.target)))
    runs = result.runs
    if runs.longest_max is not None:
        facts.append(("Runs", f"longest {runs.longest} (up to {runs.longest_max} is usual)"))
        facts.append(("", f"crossings {runs.crossings} ({runs.crossings_min} or more is usual)"))
    width = max(len(name) for name, _ in facts)
    return [f"{name:<{width}}  {text}" for name, text in facts]


def _points(result: Result) -> str:
    counted = plural(result.period, len(result.points))
    missing = sum(point.value is None for point in result.points)
    left_out = sum(point.excluded for point in result.points)
    extra = [f"{missing} missing"] * bool(missing) + [f"{left_out} left out"] * bool(left_out)
    extra += [f"{len(result.phases)} phases"] * (len(result.phases) > 1)
    return ", ".join([counted, *extra])


def _latest(result: Result) -> Point | None:
    usable = [point for point in result.points if point.value is not None and not point.excluded]
    return usable[-1] if usable else None


class Writer:
    """Writes numbers of one chart with the decimals that tell them apart."""

    def __init__(self, result: Result, decimals: int | None = None) -> None:
        self.percent = result.percent
        last = result.points[-1]
        scale = 100 if result.percent else 1
        shown = [last.centre, last.lcl, last.ucl] if last.lcl is not None else []
        shown = shown or [point.value for point in result.points]
        found = decimals_for(value * scale for value in shown if value is not None)
        self.decimals = found if decimals is None else decimals

    def __call__(self, value: float | None) -> str:
        return "" if value is None else format_value(value, percent=self.percent, decimals=self.decimals)


def _table(charts: Sequence[Charted], *, unicode: bool) -> list[str]:
    decimals = sorted(Writer(charted.chart).decimals for charted in charts)[len(charts) // 2]
    return table_lines([_row(charted, decimals) for charted in charts], unicode=unicode)


def table_lines(rows: Sequence[tuple[str, ...]], *, unicode: bool) -> list[str]:
    """A table of one line for each series, cut to fit the terminal."""
    widths = [max(len(row[i]) for row in (COLUMNS, *rows)) for i in range(1, len(COLUMNS) - 1)]
    rest = sum(widths) + 2 * len(widths) + 2 + max(len(row[-1]) for row in (COLUMNS, *rows))
    key = min(max(SHORTEST_KEY, WIDEST - rest), max(len(row[0]) for row in (COLUMNS, *rows)))
    dots = "…" if unicode else "."
    lines = [_line(COLUMNS, key, widths, dots)]
    lines.append("-" * max(len(lines[0]), 20))
    return [*lines, *(_line(row, key, widths, dots) for row in rows)]


def _line(row: Sequence[str], key: int, widths: list[int], dots: str) -> str:
    name = row[0] if len(row[0]) <= key else row[0][: key - 1] + dots
    numbers = "  ".join(f"{cell:>{width}}" for cell, width in zip(row[1:-1], widths, strict=True))
    return f"{name:<{key}}  {numbers}  {row[-1]}".rstrip()


def _row(charted: Charted, decimals: int) -> tuple[str, ...]:
    result = charted.chart
    write, latest, last = Writer(result, decimals), _latest(result), result.points[-1]
    return (
        charted.series.key,
        str(len(result.points)),
        write(latest.value) if latest else "",
        write(last.centre),
        write(last.lcl),
        write(last.ucl),
        result.reading.word,
    )
