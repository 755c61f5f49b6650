"""How a brought file is read: guessed columns, what the person has changed, and the series in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.utils.translation import gettext as _

import wellrun_spc as spc
from wellrun.exchange.columns import Guess, Roles, guess_roles
from wellrun.exchange.dataset import Dataset, SeriesData, in_file, series_from
from wellrun.exchange.date_order import DateOrder
from wellrun.exchange.tables import (
    FOR_PAGES,
    DateOrderError,
    DateOrderQuestion,
    Table,
    TableError,
    read_table,
)
from wellrun.measures.values import NewObservation
from wellrun.web.measures.drafts import Draft

MOST_GROUPS = 20
"""Measures made of one file at once."""
EVERY_GROUP = "*"
FEW_ENOUGH_TO_COUNT = 50
"""Counts above this are read better as values: their limits would be too narrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file as it has been understood so far. ``trouble`` or ``question`` stand in the way of a chart."""

    table: Table
    guess: Guess
    roles: Roles
    dataset: Dataset | None
    question: DateOrderQuestion | None
    """Day or month first: asked where the column fits both, and kept in sight once answered."""
    trouble: TableError | None
    likely: Dataset | None = None
    """While the order of day and month is open: one of the two readings, good for nothing but its numbers."""

    @property
    def keys(self) -> list[str]:
        """Names of the groups; one where there is no group."""
        return [series.key for series in self.dataset] if self.dataset else []

    def series_for(self, group: str) -> list[SeriesData]:
        """The series of one group, or of every group; empty before one is chosen."""
        series = list(self.dataset or ())
        if len(series) == 1 or group == EVERY_GROUP:
            return series
        return [each for each in series if each.key == group]


def open_table(name: str, content: bytes) -> Table:
    """The file as a table. Raises `TableError`."""
    return read_table(content, name=name, limits=FOR_PAGES)


def understand(draft: Draft) -> Brought:
    """Read a draft with what the person has said so far.

    Raises `TableError` where there is no number at all.
    """
    table = open_table(draft.name, draft.content)
    guess = guess_roles(table)
    roles = chosen_roles(table, draft.choices) or guess.roles
    dates = draft.choices.get("dates", "")
    question = _question(table, roles)
    order = cast(DateOrder, dates) if question and dates in {"day-first", "month-first"} else None
    dataset, trouble = _dataset(table, roles, order)
    likely = None
    if isinstance(trouble, DateOrderError):
        trouble, likely = None, _dataset(table, roles, "day-first")[0]
    return Brought(
        table=table,
        guess=guess,
        roles=roles,
        dataset=dataset,
        question=question,
        trouble=trouble,
        likely=likely,
    )


def _question(table: Table, roles: Roles) -> DateOrderQuestion | None:
    """What only a person can say about the chosen column of dates."""
    if roles.x is None:
        return None
    try:
        questions = guess_roles(table, x=roles.x, y=roles.y).questions
    except TableError:
        return None
    return questions[0] if questions else None


def _dataset(table: Table, roles: Roles, order: DateOrder | None) -> tuple[Dataset | None, TableError | None]:
    try:
        dataset = series_from(table, roles, dates=order, skip_bad=bool(roles.by))
    except TableError as error:
        return None, error
    for series in dataset:
        if series.x is None or not all(isinstance(x, date) for x in series.x):
            return None, TableError(
                _("A measure needs a date for each number."),
                column=roles.x,
                remedy=_("Choose the column that holds the dates. If there is none, add one to the table."),
            )
    return dataset, None


def chosen_roles(table: Table, choices: Mapping[str, str]) -> Roles | None:
    """The columns a person has chosen, by their place in the table; ``None`` before they have."""
    y = _name(table, choices.get("y", ""))
    if y is None:
        return None
    by = [name for place in choices.get("by", "").split(",") if (name := _name(table, place))]
    return Roles(
        x=_name(table, choices.get("x", "")),
        y=y,
        n=_name(table, choices.get("n", "")),
        by=tuple(by),
        note=_name(table, choices.get("note", "")),
    )


def _name(table: Table, place: str) -> str | None:
    if place.isdecimal() and len(place) < 6 and int(place) < len(table.header):
        return table.header[int(place)]
    return None


def places_of(table: Table, roles: Roles) -> dict[str, str]:
    """Roles as the form holds them: the place of each column."""
    place = {name: str(at) for at, name in enumerate(table.header)}
    return {
        "x": place[roles.x] if roles.x else "",
        "y": place[roles.y],
        "n": place[roles.n] if roles.n else "",
        "by": ",".join(place[name] for name in roles.by),
        "note": place[roles.note] if roles.note else "",
    }


def suggested_chart(series: SeriesData) -> str:
    """The chart that usually fits such numbers; a person can choose another."""
    values = [value for value in series.values if value is not None]
    is_counted = all(value >= 0 and value == int(value) for value in values)
    if series.n is not None:
        parts = zip(series.values, series.n, strict=True)
        is_part = all(y <= n for y, n in parts if y is not None and n is not None)
        return "p" if is_counted and is_part else "u"
    return "c" if is_counted and values and max(values) <= FEW_ENOUGH_TO_COUNT else "i"


def observations_from(series: SeriesData, *, is_ratio: bool) -> list[NewObservation]:
    """One series as the observations of a new measure. Percentages without a whole stay percentages."""
    scale = 100 if series.percent else 1
    wholes = series.n or [None] * len(series.values)
    return [
        NewObservation(
            period=x.date() if isinstance(x, datetime) else x,
            value=None if is_ratio or y is None else y * scale,
            numerator=y if is_ratio else None,
            denominator=n if is_ratio and y is not None else None,
            note=note,
            is_suppressed=hidden,
            row=row,
        )
        for x, y, n, note, hidden, row in zip(
            series.x or [], series.values, wholes, series.notes, series.suppressed, series.rows, strict=True
        )
        if isinstance(x, date)
    ]


def previewed(series: SeriesData, roles: Roles, *, chart: str, settings: Mapping[str, object]) -> spc.Chart:
    """The chart as it will look. Raises `TableError`, with the row in the file."""
    rows = observations_from(series, is_ratio=series.n is not None)
    is_ratio = series.n is not None
    try:
        return spc.chart(
            [row.numerator if is_ratio else row.value for row in rows],
            n=[row.denominator for row in rows] if is_ratio else None,
            chart=chart,
            x=[row.period for row in rows],
            notes=[row.note for row in rows],
            suppressed=[row.is_suppressed for row in rows],
            **settings,  # type: ignore[arg-type]
        )
    except spc.SeriesError as error:
        raise in_file(error, series, roles) from error
