"""From the bytes of a package to a record whose every value and every reference is sound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from wellrun.exchange.package import record
from wellrun.exchange.package.limits import Limits
from wellrun.exchange.package.opening import opened
from wellrun.exchange.package.shape import At, wrong
from wellrun.projects.values import LEVELS, PARENTS, DriverKind

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that can be brought in."""

    record: Mapping[str, Any]
    digest: str
    """SHA-256 of the record: two packages with the same one are the same."""


def read_package(content: bytes, limits: Limits) -> Package:
    """Raises `PackageRefused`, which names the file and the place in it."""
    found = opened(content, limits)
    data = record.RECORD.read(found.record, ())
    assert data is not None  # noqa: S101 - the record itself is never optional
    _check_references(data)
    return Package(record=data, digest=found.digest)


def _check_references(data: Mapping[str, Any]) -> None:
    for name in ("people", "drivers", "measures"):
        _check_numbers(data[name], name)
    _check_people(data)
    _check_diagram(data["drivers"], data["lines"])
    _check_cycles(data)
    _check_measures(data["measures"], len(data["drivers"]))
    for place, row in enumerate(data["control_items"]):
        known = range(1, len(data["measures"]) + 1)
        _known(row["measure"], known, ("control_items", place, "measure"), _("measure"))
    _check_scores(data["progress"])


def _check_numbers(rows: Rows, name: str) -> None:
    for place, row in enumerate(rows):
        if row["number"] != place + 1:
            raise wrong((name, place, "number"), _("the numbers should be 1, 2, 3 and so on."))


def _people_in(value: Any, at: At) -> Iterable[tuple[Any, At]]:
    """Every mention of a person, wherever it stands."""
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from _people_in(each, (*at, place))
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name in {"person", "by", "answered_by"}:
                yield each, (*at, name)
            else:
                yield from _people_in(each, (*at, name))


def _check_people(data: Mapping[str, Any]) -> None:
    for number, at in _people_in(data, ()):
        if number is not None and number > len(data["people"]):
            raise wrong(at, _("it names person %(number)s, who is not in the package.") % {"number": number})


def _check_diagram(drivers: Rows, lines: Rows) -> None:
    kinds = {row["number"]: row["kind"] for row in drivers}
    seen = set()
    for place, line in enumerate(lines):
        at: At = ("lines", place)
        for name in ("parent", "child"):
            _known(line[name], kinds, (*at, name), _("driver"))
        if kinds.get(line["parent"]) not in PARENTS[kinds[line["child"]]]:
            raise wrong(at, _("such a part cannot stand there in a driver diagram."))
        if (pair := (line["parent"], line["child"])) in seen:
            raise wrong(at, _("the same line is there twice."))
        seen.add(pair)


def _check_cycles(data: Mapping[str, Any]) -> None:
    ideas = {row["number"] for row in data["drivers"] if row["kind"] == DriverKind.IDEA}
    measures = {row["number"] for row in data["measures"]}
    seen = set()
    for place, cycle in enumerate(data["cycles"]):
        _known(cycle["idea"], ideas, ("cycles", place, "idea"), _("change idea"))
        _known(cycle["measure"], measures, ("cycles", place, "measure"), _("measure"))
        if (key := (cycle["idea"], cycle["number"])) in seen:
            raise wrong(("cycles", place, "number"), _("the idea has a test with this number already."))
        seen.add(key)


def _check_measures(measures: Rows, drivers: int) -> None:
    for place, row in enumerate(measures):
        at: At = ("measures", place)
        _known(row["driver"], range(1, drivers + 1), (*at, "driver"), _("driver"))
        if row["is_main"] and row["kind"] != "outcome":
            raise wrong((*at, "is_main"), _("only an outcome measure can be the main one."))
        _once(row["observations"], ("stratum", "period"), (*at, "observations"))
        _once(row["phases"], ("starts_on",), (*at, "phases"))
    if sum(row["is_main"] for row in measures) > 1:
        raise wrong(("measures",), _("only one can be the main one."))


def _once(rows: Rows, names: tuple[str, ...], at: At) -> None:
    seen = set()
    for place, row in enumerate(rows):
        if (key := tuple(row[name] for name in names)) in seen:
            raise wrong((*at, place), _("the same period is there twice."))
        seen.add(key)


def _check_scores(rows: Rows) -> None:
    for place, row in enumerate(rows):
        for name in ("score", "suggested"):
            if row[name] not in LEVELS:
                raise wrong(("progress", place, name), _("it should be from 0.5 to 5, in halves."))


def _known(number: int | None, known: Any, at: At, what: str) -> None:
    if number is not None and number not in known:
        raise wrong(
            at,
            _("it names %(what)s %(number)s, which is not in the package.")
            % {"what": what, "number": number},
        )
