"""The numbers of one measure: a list in its own file, or rows of a CSV file beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.world import World
from wellrun.measures.values import NewObservation, next_period
from wellrun.organisations.queries import Organisation
from wellrun_spc.wording import period_of

SIMULATED = {
    "file": "simulated.csv",
    "period": "period",
    "value": "value",
    "numerator": "numerator",
    "denominator": "denominator",
}
"""Where the numbers of an invented measure are that names its ``series``; made by `demo/simulate.py`."""


def period_of_numbers(numbers: Told, world: World) -> str:
    """Week, month or quarter."""
    if "series" not in numbers:
        return str(numbers["every"])
    rows = world.rows_of(SIMULATED["file"], numbers["series"])
    return period_of([date.fromisoformat(row["period"]) for row in rows])


def observations_of(numbers: Told, organisation: Organisation, world: World) -> Iterator[NewObservation]:
    """One observation for each period."""
    if "series" in numbers:
        numbers = {**SIMULATED, **numbers}
    if "file" in numbers:
        return _from_file(numbers, organisation, world)
    return _from_list(numbers)


def _from_list(numbers: Told) -> Iterator[NewObservation]:
    period, notes = numbers["starts"], numbers.get("notes", {})
    is_ratio = "numerators" in numbers
    given = numbers["numerators" if is_ratio else "values"]
    wholes = numbers.get("denominators") or [numbers.get("denominator")] * len(given)
    for number, whole in zip(given, wholes, strict=True):
        yield NewObservation(
            period=period,
            value=None if is_ratio else number,
            numerator=number if is_ratio else None,
            denominator=whole,
            note=notes.get(period.isoformat(), ""),
        )
        period = next_period(period, numbers["every"])


def _from_file(numbers: Told, organisation: Organisation, world: World) -> Iterator[NewObservation]:
    notes, moved = numbers.get("notes", {}), _mover(numbers, organisation, world)
    for row in _rows(numbers, organisation, world):
        period = moved(date.fromisoformat(row[numbers["period"]]))
        yield NewObservation(
            period=period,
            value=_computed(numbers.get("value"), row),
            numerator=_computed(numbers.get("numerator"), row),
            denominator=_computed(numbers.get("denominator"), row),
            note=notes.get(period.isoformat(), ""),
            is_suppressed=row.get("is_suppressed", "") == "yes",
        )


def _rows(numbers: Told, organisation: Organisation, world: World) -> Iterable[dict[str, str]]:
    """The rows of one series, or those that have these values in these columns."""
    if "series" in numbers:
        return world.rows_of(numbers["file"], numbers["series"])
    wanted = {
        column: value.format(code=organisation.code) for column, value in numbers.get("where", {}).items()
    }
    return [row for row in world.rows(numbers["file"]) if all(row[key] == wanted[key] for key in wanted)]


def _mover(numbers: Told, organisation: Organisation, world: World) -> Callable[[date], date]:
    """Real figures keep their days; invented ones are moved, as all that is told of them."""
    if not organisation.is_invented:
        return lambda day: day
    every = period_of_numbers(numbers, world)
    return lambda day: world.calendar.period(day, every)


def _computed(told: str | None, row: dict[str, str]) -> float | None:
    """A column, or columns taken from it: "attendances - breaches". An empty cell is a missing number."""
    if told is None:
        return None
    cells = [row[column.strip()] for column in told.split(" - ")]
    if not all(cells):
        return None
    first, *rest = (float(cell) for cell in cells)
    return first - sum(rest)
