"""Reads a folder of demo data: organisations and measures in TOML, numbers there or in a CSV file."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from wellrun.measures.values import MeasureDefinition, NewObservation, NumberWords, next_period
from wellrun.organisations.services import NewOrganisation


class DemoRefused(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """Demo data that cannot be read; the text names the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoMeasure:
    """One measure of the demo with all that belongs to it."""

    organisation: NewOrganisation
    definition: MeasureDefinition
    observations: tuple[NewObservation, ...]
    phases: tuple[dict[str, Any], ...]
    annotations: tuple[dict[str, Any], ...]


def measures_in(folder: Path) -> list[DemoMeasure]:
    """Every measure that the folder's files describe, in the order of the files' names."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise DemoRefused(f"There is no demo data in {folder}: no file ends in .toml. Choose another folder.")
    return [measure for file in files for measure in _measures_of(file)]


def _measures_of(file: Path) -> Iterator[DemoMeasure]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        organisations = {each["slug"]: NewOrganisation(**each) for each in content["organisation"]}
        common = content.get("common", {})
        for own in content["measure"]:
            told = _merged(common, own)
            for slug in told.get("organisations") or [told["organisation"]]:
                yield _measure(told, organisations[slug], file.parent)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DemoRefused(f"The demo file {file.name} cannot be read: {error!r}.") from error


def _merged(common: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    return {**common, **own, "numbers": {**common.get("numbers", {}), **own.get("numbers", {})}}


def _measure(told: dict[str, Any], organisation: NewOrganisation, folder: Path) -> DemoMeasure:
    filled = {
        key: item.format(name=organisation.name, code=organisation.code) if isinstance(item, str) else item
        for key, item in told.items()
    }
    known = {field.name for field in fields(MeasureDefinition)} - {"words"}
    said: dict[str, Any] = {key: filled[key] for key in known & filled.keys()}
    words = NumberWords(
        y_label=filled.get("y_label", ""),
        numerator=filled.get("numerator_label", ""),
        denominator=filled.get("denominator_label", ""),
    )
    return DemoMeasure(
        organisation=organisation,
        definition=MeasureDefinition(words=words, **said),
        observations=tuple(_observations(told["numbers"], organisation, folder)),
        phases=tuple(told.get("phase", ())),
        annotations=tuple(told.get("annotation", ())),
    )


def _observations(
    numbers: dict[str, Any], organisation: NewOrganisation, folder: Path
) -> Iterator[NewObservation]:
    if "file" in numbers:
        return _from_file(numbers, organisation, folder)
    return _from_list(numbers)


def _from_list(numbers: dict[str, Any]) -> Iterator[NewObservation]:
    period, notes = numbers["starts"], numbers.get("notes", {})
    is_ratio = "numerators" in numbers
    for number in numbers["numerators" if is_ratio else "values"]:
        yield NewObservation(
            period=period,
            value=None if is_ratio else number,
            numerator=number if is_ratio else None,
            denominator=numbers["denominator"] if is_ratio else None,
            note=notes.get(period.isoformat(), ""),
        )
        period = next_period(period, numbers["every"])


def _from_file(
    numbers: dict[str, Any], organisation: NewOrganisation, folder: Path
) -> Iterator[NewObservation]:
    where = {
        column: value.format(code=organisation.code) for column, value in numbers.get("where", {}).items()
    }
    with (folder / numbers["file"]).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if all(row[column] == value for column, value in where.items()):
                yield NewObservation(
                    period=date.fromisoformat(row[numbers["period"]]),
                    value=_computed(numbers.get("value"), row),
                    numerator=_computed(numbers.get("numerator"), row),
                    denominator=_computed(numbers.get("denominator"), row),
                )


def _computed(told: str | None, row: dict[str, str]) -> float | None:
    """A column, or columns taken from it: "attendances - breaches"."""
    if told is None:
        return None
    first, *rest = (float(row[column.strip()]) for column in told.split(" - "))
    return first - sum(rest)
