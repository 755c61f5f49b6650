"""Which column is the number, and which is what it is out of: by name, and by arithmetic."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun.exchange.cells import shown
from wellrun.exchange.profiles import Profile, choices, plain_words, rank, ranked
from wellrun.exchange.refusals import TableError

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
EXPOSURES = {
    "bed days", "beddays", "occupied bed days", "patient days", "device days", "line days", "catheter days",
    "days", "hours", "patient hours", "worked hours", "weeks", "years", "person years", "patient years",
    "exposure",
}  # fmt: skip
"""Denominators that are time at risk: a count out of them is a rate, however small it is."""
FEW_SLIPS = 0.1
"""Share of rows where a part above its whole still is a slip, named when the chart is made."""
ENOUGH = 5
"""Rows before arithmetic alone counts as evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The number, its denominator if it has one, and the sentence that says so."""

    y: str
    n: str | None
    said: str


def counts_time(name: str) -> bool:
    """Whether a denominator is time at risk, by its name: then a u chart fits, however small the counts."""
    return plain_words(name) in EXPOSURES


def measured_in(free: list[Profile], profiles: list[Profile], n: str | None, *, alone: bool) -> Measured:
    """Guess the number among the columns that are free; ``n`` is kept where it is given.

    Raises
    ------
    TableError
        No column holds numbers.
    """
    numbers = [each for each in free if each.kind == "number"]
    numbers = [each for each in numbers if not _only_orders(each)] or numbers
    numbers = [each for each in numbers if any(value is not None for value in each.numbers)] or numbers
    if not numbers:
        raise _no_numbers(free, profiles)
    wholes = [each for each in profiles if each.name == n] if n else ranked(numbers, WHOLES)
    found = None if alone else _by_name(numbers, wholes) or (None if n else _by_arithmetic(numbers))
    if found:
        return found
    changing = [each for each in numbers if each.distinct > 1] or numbers
    best = (ranked(changing, VALUES) or changing)[0]
    others = [each for each in changing if each is not best]
    return Measured(y=best.name, n=n, said=f"We chart “{best.name}”.{choices(others)}")


def _no_numbers(free: list[Profile], profiles: list[Profile]) -> TableError:
    """Where a column of text holds some numbers, the row that makes it one."""
    names = ", ".join(f"“{each.name}”" for each in profiles[:12])
    nearest = max(free, key=lambda each: each.numeric, default=None)
    if nearest is None or nearest.slip is None:
        return TableError(
            "No column holds numbers.",
            remedy=f"Choose the column to chart. The columns are {names}.",
            option="--y COLUMN",
        )
    row, cell = nearest.slip
    return TableError(
        f"No column holds numbers. “{nearest.name}” holds some, but row {row} has “{shown(cell)}”.",
        row=row,
        column=nearest.name,
        remedy="Type numbers there, like 3, and leave a cell empty where one is missing. "
        f"Or choose another column. The columns are {names}.",
        option="--y COLUMN",
    )


def _by_name(numbers: list[Profile], wholes: list[Profile]) -> Measured | None:
    """A denominator known by its name, and a number that is never above it."""
    for whole in wholes:
        others = [each for each in numbers if each.name != whole.name]
        parts = [each for each in ranked(others, PARTS) if _is_part(each, whole, slips=FEW_SLIPS)]
        parts = parts or [each for each in others if _is_part(each, whole)]
        parts = [each for each in parts if rank(each, WHOLES) is None] or parts
        if parts:
            taken = {parts[0].name, whole.name}
            others = [each for each in numbers if each.name not in taken and each.distinct > 1]
            said = f"We chart “{parts[0].name}” out of “{whole.name}”.{choices(others)}"
            return Measured(y=parts[0].name, n=whole.name, said=said)
    return None


def _by_arithmetic(numbers: list[Profile]) -> Measured | None:
    """Two columns of counts, one never above the other: very likely a part and its whole."""
    if len(numbers) != 2 or len(numbers[0].numbers) < ENOUGH:
        return None
    for part, whole in (numbers, numbers[::-1]):
        if _is_part(part, whole):
            said = (
                f"We chart “{part.name}” out of “{whole.name}”, because it is never the larger. "
                f"It could also be “{part.name}” alone."
            )
            return Measured(y=part.name, n=whole.name, said=said)
    return None


def _is_part(part: Profile, whole: Profile, slips: float = 0.0) -> bool:
    pairs = [
        (y, n) for y, n in zip(part.numbers, whole.numbers, strict=False) if y is not None and n is not None
    ]
    if not pairs or not (part.counts_things and whole.counts_things):
        return False
    return sum(y > n for y, n in pairs) <= slips * len(pairs) and any(y < n for y, n in pairs)


def _only_orders(profile: Profile) -> bool:
    """Whether a column only numbers the rows, like an ID, or the nameless index that some programs write."""
    nameless = profile.words.startswith("column ") and profile.counts_rows
    return nameless or rank(profile, ORDERS) is not None
