"""Which column is the date, which the number, which the group: a guess, said aloud, to be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wellrun.exchange.apart import columns_apart, repeats
from wellrun.exchange.periods import read_periods
from wellrun.exchange.profiles import Profile, profiles_of
from wellrun.exchange.refusals import DateOrderError, DateOrderQuestion, TableError
from wellrun.exchange.tables import Table

PERIODS = (
    "date", "period", "month", "week", "quarter", "year", "day", "time", "when", "reporting period",
    "period start", "start date", "week ending", "week commencing", "financial year", "datum", "fecha",
)  # fmt: skip
ORDERS = ("week no", "week number", "month no", "case", "case no", "patient no", "order", "sequence", "index",
          "no", "nr", "number", "id", "row", "obs", "x", "point")  # fmt: skip
WHOLES = (
    "denominator", "denom", "n", "total", "attendances", "attendance", "population", "sample size", "sample",
    "occupied bed days", "bed days", "beddays", "patient days", "discharges", "opportunities", "procedures",
    "operations", "births", "contacts", "referrals", "visits", "appointments", "eligible", "size", "patients",
    "admissions", "exposure", "hours",
)  # fmt: skip
PARTS = (
    "numerator", "num", "y", "breaches", "breach", "events", "falls", "infections", "deaths", "harms",
    "defects", "errors", "complaints", "incidents", "count", "counts", "yes", "met", "achieved", "completed",
    "seen",
)  # fmt: skip
VALUES = (
    "value", "rate", "percent", "percentage", "score", "mean", "median", "average", "y", "count", "counts",
    "total", "length of stay", "los", "wait", "duration", "result",
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
) -> Guess:
    """Guess the role of each column; roles that are given are kept and not guessed.

    Raises
    ------
    TableError
        No column holds numbers, or a given column is not in the table.
    """
    x, y, n, note = (name and table.name_of(name) for name in (x, y, n, note))
    by = tuple(table.name_of(name) for name in by)
    profiles = profiles_of(table)
    free = [each for each in profiles if each.name not in {x, y, n, note, *by} and each.kind != "empty"]
    said: list[str] = []
    if x is None:
        x = _period(free, said)
        free = [each for each in free if each.name != x]
    if note is None:
        note = _named(free, NOTES)
        free = [each for each in free if each.name != note]
    if y is None:
        y, n = _numbers(free, profiles, n, said)
        free = [each for each in free if each.name not in {y, n}]
    if not by and x is not None:
        by = _groups(table, x, free, said)
    if note:
        said.append(f"Notes are in “{note}”.")
    roles = Roles(x=x, y=y, n=n, by=by, note=note)
    return Guess(roles=roles, said=tuple(said), questions=_questions(table, x))


def without_date_order(guess: Guess) -> Guess:
    """The same guess, once a person has said which comes first, the day or the month."""
    return replace(guess, questions=())


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
        each
        for each in free
        if each.kind == "number" and each.counts_rows and _rank(each, ORDERS) is not None
    ]
    labels = [each for each in free if each.kind in {"text", "number"} and each.words in PERIODS]
    named = _ranked(dates, PERIODS)
    found = [*named, *(each for each in dates if each not in named)] or years or orders or labels
    if not found:
        said.append("No column holds dates. We number the rows in the order of the file.")
        return None
    what = "Dates are" if found[0].kind == "date" or found == years else "The order is"
    said.append(f"{what} in “{found[0].name}”.{_else(found[1:])}")
    return found[0].name


def _numbers(
    free: list[Profile], profiles: list[Profile], n: str | None, said: list[str]
) -> tuple[str, str | None]:
    numbers = [each for each in free if each.kind == "number"]
    numbers = [each for each in numbers if not _only_orders(each)] or numbers
    if not numbers:
        names = ", ".join(f"“{each.name}”" for each in profiles[:12])
        raise TableError(
            "No column holds numbers.",
            remedy=f"Choose the column to chart. The columns are {names}.",
            option="--y COLUMN",
        )
    wholes = [each for each in profiles if each.name == n] if n else _ranked(numbers, WHOLES)
    for whole in wholes:
        parts = [each for each in numbers if each.name != whole.name and _is_part(each, whole)]
        parts = _ranked(parts, PARTS) or [each for each in parts if _rank(each, WHOLES) is None] or parts
        if parts:
            others = [each for each in numbers if each.name not in {parts[0].name, whole.name}]
            said.append(f"We chart “{parts[0].name}” out of “{whole.name}”.{_else(others)}")
            return parts[0].name, whole.name
    pair = _pair(numbers) if n is None else None
    if pair:
        said.append(
            f"We chart “{pair[0].name}” out of “{pair[1].name}”, because it is never the larger. "
            f"It could also be “{pair[0].name}” alone."
        )
        return pair[0].name, pair[1].name
    best = (_ranked(numbers, VALUES) or numbers)[0]
    said.append(f"We chart “{best.name}”.{_else([each for each in numbers if each is not best])}")
    return best.name, n


def _pair(numbers: list[Profile]) -> tuple[Profile, Profile] | None:
    """Two columns of counts, one never above the other: very likely a part and its whole."""
    if len(numbers) != 2 or len(numbers[0].numbers) < 5:
        return None
    one, two = numbers
    return (one, two) if _is_part(one, two) else (two, one) if _is_part(two, one) else None


def _is_part(part: Profile, whole: Profile) -> bool:
    pairs = [
        (y, n) for y, n in zip(part.numbers, whole.numbers, strict=False) if y is not None and n is not None
    ]
    if not pairs or not (part.counts_things and whole.counts_things):
        return False
    return all(y <= n for y, n in pairs) and any(y < n for y, n in pairs)


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


def _only_orders(profile: Profile) -> bool:
    """Whether a column only numbers the rows, like an ID, or the nameless index that some programs write."""
    nameless = profile.words.startswith("column ") and profile.counts_rows
    return nameless or _rank(profile, ORDERS) is not None


def _rank(profile: Profile, names: Sequence[str]) -> int | None:
    return names.index(profile.words) if profile.words in names else None


def _ranked(profiles: list[Profile], names: Sequence[str]) -> list[Profile]:
    known = [each for each in profiles if _rank(each, names) is not None]
    return sorted(known, key=lambda each: _rank(each, names) or 0)


def _named(profiles: list[Profile], names: Sequence[str]) -> str | None:
    return next((each.name for each in _ranked(profiles, names) if each.kind == "text"), None)


def _else(others: Sequence[Profile]) -> str:
    if not others:
        return ""
    names = " or ".join(f"“{each.name}”" for each in others[:4])
    return f" It could also be {names}."
