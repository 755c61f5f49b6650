"""Which column names the units or kinds, and which hold the numbers: as named, or guessed and said."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun.cli.charting.refused import Refused
from wellrun.exchange.measured import WHOLES, counts_time, measured_in
from wellrun.exchange.numbers import Numbers, read_numbers
from wellrun.exchange.profiles import Profile, profiles_of, ranked
from wellrun.exchange.spelling import Decimal
from wellrun.exchange.tables import Table
from wellrun_spc.limits.funnel.values import FunnelKind

UNITS = (
    "unit", "ward", "team", "hospital", "trust", "practice", "provider", "organisation", "organization",
    "site", "clinic", "surgeon", "department", "service", "area", "region", "org name", "name", "org code",
    "code",
)  # fmt: skip
KINDS = ("category", "kind", "type", "reason", "cause", "theme", "subject", "group", "class", "label")
COUNTS = ("count", "counts", "number", "n", "total", "frequency", "freq", "events", "incidents", "cases")
EXPECTED = "expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a comparison, by name, and what was guessed."""

    names: str
    y: str | None
    n: str | None
    said: tuple[str, ...]


def units_in(table: Table, *, unit: str | None, y: str | None, n: str | None) -> Columns:
    """The columns of a funnel.

    Raises
    ------
    Refused
        No column names units, or none holds their size.
    TableError
        A column that was named is not there, or none holds numbers.
    """
    unit, y, n = (name and table.name_of(name) for name in (unit, y, n))
    profiles = profiles_of(table)
    said: list[str] = []
    if unit is None:
        unit = _texts(profiles, UNITS, {y, n}, option="--unit COLUMN", what="units")
        said.append(f"Units are in “{unit}”.")
    free = [each for each in profiles if each.name not in {unit, y, n} and each.kind == "number"]
    if y is None:
        found = measured_in(free, profiles, n, alone=n is not None and counts_no_cases(n))
        y, n = found.y, n or found.n
        said.append(f"We compare “{y}”" + (f" out of “{n}”." if n else "."))
    if n is None:
        n = _size(table, free, y)
        said.append(f"We compare “{y}” out of “{n}”.")
    return Columns(names=unit, y=y, n=n, said=tuple(said))


def kinds_in(table: Table, *, kind: str | None, y: str | None) -> Columns:
    """The columns of a Pareto chart: kinds, and their counts where there is a column of counts.

    Raises
    ------
    Refused
        No column holds kinds.
    TableError
        A column that was named is not there.
    """
    kind, y = (name and table.name_of(name) for name in (kind, y))
    profiles = profiles_of(table)
    said: list[str] = []
    if kind is None:
        kind = _texts(profiles, KINDS, {y}, option="--kind COLUMN", what="kinds")
        said.append(f"Kinds are in “{kind}”.")
    if y is None:
        counts = [each for each in profiles if each.kind == "number" and each.counts_things]
        found = ranked(counts, COUNTS)
        y = found[0].name if found else None
        said.append(f"Counts are in “{y}”." if y else "Each row counts as one.")
    return Columns(names=kind, y=y, n=None, said=tuple(said))


def _texts(
    profiles: list[Profile], names: tuple[str, ...], taken: set[str | None], *, option: str, what: str
) -> str:
    texts = [
        each for each in profiles if each.kind == "text" and each.distinct > 1 and each.name not in taken
    ]
    found = ranked(texts, names) or texts
    if not found:
        raise Refused(
            f"No column names the {what}.",
            remedy=f"Name it. The columns are {', '.join(each.name for each in profiles[:12])}.",
            option=option,
        )
    return found[0].name


def _size(table: Table, free: list[Profile], y: str) -> str:
    others = [each for each in free if each.name != y]
    expected = [each for each in others if counts_no_cases(each.name)]
    found = expected or ranked(others, WHOLES) or (others if len(others) == 1 else [])
    if not found:
        raise Refused(
            "A funnel needs a column of denominators, or of expected numbers.",
            remedy=f"Name it. The columns are {', '.join(table.header[:12])}.",
            option="--n COLUMN",
        )
    return found[0].name


def counts_no_cases(name: str) -> bool:
    """Whether a column holds numbers that a model expects."""
    return EXPECTED in name.casefold()


def numbers_in(table: Table, column: str, decimal: Decimal | None) -> Numbers:
    """A column as numbers.

    Raises
    ------
    TableError
        A cell is no number.
    Refused
        The cells are percentages, which hide how many there were.
    """
    found = read_numbers(
        table.column(column), column=column, rows=table.row_numbers, decimal=decimal, lean=table.lean
    )
    if found.percent:
        raise Refused(
            f"“{column}” holds percentages. They hide how many there were.",
            remedy="Choose a column of counts.",
        )
    return found


def usual_kind(n: str, observed: Numbers, sizes: Numbers) -> tuple[FunnelKind, str]:
    """The kind of funnel that such columns usually get, and the sentence that says why."""
    if counts_no_cases(n):
        return "ratio", f"We compare ratios, because “{n}” holds expected numbers."
    if counts_time(n):
        return "rate", f"We compare rates, because “{n}” counts time."
    pairs = [
        (y, size)
        for y, size in zip(observed.values, sizes.values, strict=True)
        if y is not None and size is not None
    ]
    if all(y <= size and size == int(size) for y, size in pairs):
        return "proportion", f"We compare proportions, because nothing is above “{n}”."
    return "rate", f"We compare rates, because some numbers are above “{n}”."
