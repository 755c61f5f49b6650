"""Which column is the date, which the number, which the group: a guess, said aloud, to be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wellrun.exchange.apart import columns_apart, repeats
from wellrun.exchange.measured import ORDERS, measured_in
from wellrun.exchange.periods import read_periods
from wellrun.exchange.profiles import Profile, choices, profiles_of, rank, ranked
from wellrun.exchange.refusals import DateOrderError, DateOrderQuestion, TableError
from wellrun.exchange.tables import Table

PERIODS = (
    "date", "period", "month", "week", "quarter", "year", "day", "time", "when", "reporting period",
    "period start", "start date", "week ending", "week commencing", "financial year", "datum", "fecha",
)  # fmt: skip
NOTES = ("note", "notes", "comment", "comments", "annotation", "annotations", "remark", "remarks", "event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """What each column is for, by name."""

    y: str
    """The number, or the numerator where there is ``n``."""
    x: str | None = None
    """The period; ``None`` numbers the rows in order."""
    n: str | None = None
    """The denominator."""
    by: tuple[str, ...] = ()
    """Columns that tell lines apart."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What we take the columns to be."""

    roles: Roles
    said: tuple[str, ...]
    """The guess in sentences, with what else it could have been."""
    questions: tuple[DateOrderQuestion, ...] = ()
    """What only a person can answer before the table can be read."""


def guess_roles(
    table: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    n: str | None = None,
    by: Sequence[str] = (),
    note: str | None = None,
    alone: bool = False,
    reserved: Sequence[str] = (),
    together: bool = False,
) -> Guess:
    """Guess the role of each column; roles that are given are kept and not guessed.

    ``alone`` guesses a number as it stands, and no denominator for it. Columns that are ``reserved`` are for
    something else. ``together`` says that rows of one period belong together, so none need tell them apart.

    Raises
    ------
    TableError
        No column holds numbers, or a given column is not in the table.
    """
    x, y, n, note = (name and table.name_of(name) for name in (x, y, n, note))
    by = tuple(table.name_of(name) for name in by)
    taken = {table.name_of(name) for name in reserved}
    profiles = [each for each in profiles_of(table) if each.name not in taken]
    free = [each for each in profiles if each.name not in {x, y, n, note, *by} and each.kind != "empty"]
    said: list[str] = []
    if x is None:
        x = _period(free, said)
        free = [each for each in free if each.name != x]
    if note is None:
        note = _named(free, NOTES)
        free = [each for each in free if each.name != note]
    if y is None:
        found = measured_in(free, profiles, n, alone=alone and n is None)
        y, n = found.y, found.n
        said.append(found.said)
        free = [each for each in free if each.name not in {y, n}]
    if not by and x is not None and not together:
        by = _groups(table, x, free, said)
    if note:
        said.append(f"Notes are in “{note}”.")
    roles = Roles(x=x, y=y, n=n, by=by, note=note)
    return Guess(roles=roles, said=tuple(said), questions=_questions(table, x))


def _questions(table: Table, x: str | None) -> tuple[DateOrderQuestion, ...]:
    if x is None:
        return ()
    try:
        read_periods(table.column(x), column=x, rows=table.row_numbers)
    except DateOrderError as error:
        return (error.question,)
    except TableError:
        pass  # said when the column is read in earnest
    return ()


def _period(free: list[Profile], said: list[str]) -> str | None:
    dates = [each for each in free if each.kind == "date"]
    dates = [each for each in dates if each.distinct > 1] or dates
    years = [each for each in free if each.kind == "number" and each.is_years and "year" in each.words]
    orders = [
        each for each in free if each.kind == "number" and each.counts_rows and rank(each, ORDERS) is not None
    ]
    labels = [each for each in free if each.kind in {"text", "number"} and each.words in PERIODS]
    named = ranked(dates, PERIODS)
    found = [*named, *(each for each in dates if each not in named)] or years or orders or labels
    if not found:
        said.append("No column holds dates. We number the rows in the order of the file.")
        return None
    what = "Dates are" if found[0].kind == "date" or found == years else "The order is"
    said.append(f"{what} in “{found[0].name}”.{choices(found[1:])}")
    return found[0].name


def _groups(table: Table, x: str, free: list[Profile], said: list[str]) -> tuple[str, ...]:
    if not repeats(table.column(x), len(table)):
        return ()
    texts = [each.name for each in free if each.kind == "text" and each.distinct > 1]
    texts = [name for name in texts if repeats(table.column(name), len(table))]
    codes = [
        each.name for each in free if each.kind == "number" and each.counts_things and each.distinct <= 20
    ]
    found = columns_apart(table, x, [*texts, *codes])
    if not found:
        return ()
    said.append(f"Each {' and '.join(f'“{name}”' for name in found)} has its own chart.")
    return found


def _named(profiles: list[Profile], names: Sequence[str]) -> str | None:
    return next((each.name for each in ranked(profiles, names) if each.kind == "text"), None)
