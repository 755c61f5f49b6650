"""One run of either command, from request to result; nothing is written unless everything could be made."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from wellrun.cli.charting.output import deliver
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.source import opened
from wellrun.cli.comparing.columns import kinds_in, numbers_in, units_in, usual_kind
from wellrun.cli.comparing.request import Asked, FunnelAsked, ParetoAsked
from wellrun.exchange.cells import cell_text
from wellrun.exchange.dataset import said_absences
from wellrun.exchange.numbers import Numbers
from wellrun.exchange.selection import keep_rows
from wellrun.exchange.tables import Table, TableError
from wellrun_spc import SeriesError

Made = TypeVar("Made")


def compare_units(asked: FunnelAsked) -> None:
    """Run `wellrun funnel`.

    Raises
    ------
    Refused
        With words for the person, and exit code 2.
    """
    from wellrun_spc.funnels import funnel

    table = _table(asked)
    columns = _or_refused(lambda: units_in(table, unit=asked.unit, y=asked.y, n=asked.n))
    y, n = columns.y or "", columns.n or ""
    observed = _or_refused(lambda: numbers_in(table, y, asked.decimal))
    sizes = _or_refused(lambda: numbers_in(table, n, asked.decimal))
    kind, why = (asked.kind, "") if asked.kind else usual_kind(n, observed, sizes)
    absent = (*_said(observed, y), *_said(sizes, n))
    names = [cell_text(cell) or None for cell in table.column(columns.names)]
    found = _or_refused(
        lambda: funnel(
            observed.values,
            sizes.values,
            units=names,
            kind=kind,
            method=asked.method,
            level=asked.level,
            overdispersion=asked.overdispersion,
            trim=asked.trim,
            target=asked.target,
            multiply=asked.multiply,
        ),
        table,
    )
    _say(asked, [*table.notices, *columns.said, *absent, why])
    title = asked.title or f"{y} out of {n}"
    _deliver(asked, found, title, {"x_label": n, "y_label": f"{y} / {n}", "highlight": asked.highlight})


def compare_kinds(asked: ParetoAsked) -> None:
    """Run `wellrun pareto`.

    Raises
    ------
    Refused
        With words for the person, and exit code 2.
    """
    from wellrun_spc.paretos import pareto

    table = _table(asked)
    columns = _or_refused(lambda: kinds_in(table, kind=asked.kind, y=asked.y))
    counts = (
        None if columns.y is None else _or_refused(lambda: numbers_in(table, columns.y or "", asked.decimal))
    )
    kinds = [cell_text(cell) or None for cell in table.column(columns.names)]
    found = _or_refused(
        lambda: pareto(
            kinds, None if counts is None else counts.values, top=asked.top, keep_missing=asked.keep_missing
        ),
        table,
    )
    _say(asked, [*table.notices, *columns.said, *(_said(counts, columns.y or "") if counts else ())])
    title = asked.title or f"{columns.names}, most common first"
    _deliver(asked, found, title, {"y_label": columns.y or "Count"})


def _said(numbers: Numbers, column: str) -> tuple[str, ...]:
    """What was assumed about a column of numbers."""
    return (*numbers.said, *said_absences(numbers, column))


def _table(asked: Asked) -> Table:
    return _or_refused(lambda: keep_rows(opened(asked.file, asked.sheet), asked.where))


def _or_refused(compute: Callable[[], Made], table: Table | None = None) -> Made:
    """The result; troubles with the table or the numbers become refusals that name the row of the file."""
    try:
        return compute()
    except TableError as error:
        raise Refused.of(error) from error
    except SeriesError as error:
        where = f"Row {table.row_numbers[error.row - 1]}" if table and error.row else ""
        who = f" ({error.x})" if where and error.x is not None else ""
        said = f"{where}{who}: {error.problem}" if where else error.problem
        raise Refused(said, remedy=error.remedy) from error


def _deliver(asked: Asked, found: Any, title: str, labels: dict[str, Any]) -> None:
    """Write the result in the format asked for. Each format loads its own modules, and no other's."""
    if asked.format == "json":
        content = (json.dumps(found.to_dict(), indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
    elif asked.format == "csv":
        from wellrun.cli.comparing.tidy import tidy_csv

        content = tidy_csv(found).encode()
    elif asked.format == "text":
        from wellrun.cli.comparing.words import in_words

        encoding = "utf-8" if asked.output else sys.stdout.encoding or "utf-8"
        content = in_words(found, title).encode(encoding, "replace")
    else:
        content = _picture(asked, found, title, labels)
    deliver(content, asked.output)


def _picture(asked: Asked, found: Any, title: str, labels: dict[str, Any]) -> bytes:
    svg: str = found.svg(theme="light", title=title, **labels)
    if asked.format == "svg":
        return svg.encode()
    from wellrun_spc.draw.png import png

    return png(svg)


def _say(asked: Asked, sentences: Iterable[str]) -> None:
    for sentence in sentences:
        if sentence and not asked.quiet:
            click.echo(sentence, err=True)
