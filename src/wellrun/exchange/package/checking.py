"""Whether everything that a record refers to is in it, and stands where it can stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from wellrun.exchange.package.checking_rows import Rows, check_lines, check_numbers, known, once
from wellrun.exchange.package.checking_tools import check_tools, check_versions
from wellrun.exchange.package.record_teamwork import ABOUT_A_ROW
from wellrun.exchange.package.shape import At, wrong
from wellrun.projects.values import LEVELS, DriverKind

MOST_BESIDE = 10_000
"""Answers and earlier versions in all: a small file could hold the database for half a minute with more."""


def check_references(data: Mapping[str, Any]) -> None:
    for name in ("people", "drivers", "measures"):
        check_numbers(data[name], (name,))
    _check_people(data)
    kinds = {row["number"]: row["kind"] for row in data["drivers"]}
    check_lines(kinds, data["lines"], ("lines",))
    check_versions(data["diagram_versions"], kinds)
    check_tools(data["tools"], kinds)
    _check_cycles(data)
    _check_measures(data["measures"], len(data["drivers"]))
    measures = range(1, len(data["measures"]) + 1)
    for place, row in enumerate(data["control_items"]):
        known(row["measure"], measures, ("control_items", place, "measure"), _("measure"))
    _check_scores(data["progress"])
    _check_conversations(data)


def _people_in(value: Any, at: At) -> Iterable[tuple[Any, At]]:
    """Every mention of a person, wherever it stands."""
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from _people_in(each, (*at, place))
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name in {"person", "by", "answered_by"}:
                yield each, (*at, name)
            elif name != "observations":  # by the thousand, and of nobody
                yield from _people_in(each, (*at, name))


def _check_people(data: Mapping[str, Any]) -> None:
    for number, at in _people_in(data, ()):
        if number is not None and number > len(data["people"]):
            raise wrong(at, _("it names person %(number)s, who is not in the package.") % {"number": number})


def _check_cycles(data: Mapping[str, Any]) -> None:
    ideas = {row["number"] for row in data["drivers"] if row["kind"] == DriverKind.IDEA}
    measures = {row["number"] for row in data["measures"]}
    seen = set()
    for place, cycle in enumerate(data["cycles"]):
        known(cycle["idea"], ideas, ("cycles", place, "idea"), _("change idea"))
        known(cycle["measure"], measures, ("cycles", place, "measure"), _("measure"))
        if (key := (cycle["idea"], cycle["number"])) in seen:
            raise wrong(("cycles", place, "number"), _("the idea has a test with this number already."))
        seen.add(key)
        once(cycle["day_notes"], ("day",), ("cycles", place, "day_notes"), _("the same day is there twice."))
        if (cycle["decision"] == "") != (cycle["decided_at"] is None):
            raise wrong(("cycles", place, "decided_at"), _("it belongs to a decision, and to nothing else."))


def _check_measures(measures: Rows, drivers: int) -> None:
    for place, row in enumerate(measures):
        at: At = ("measures", place)
        known(row["driver"], range(1, drivers + 1), (*at, "driver"), _("driver"))
        if row["is_main"] and row["kind"] != "outcome":
            raise wrong((*at, "is_main"), _("only an outcome measure can be the main one."))
        for name, fields in (("observations", ("stratum", "period")), ("phases", ("starts_on",))):
            once(row[name], fields, (*at, name), _("the same period is there twice."))
    if sum(row["is_main"] for row in measures) > 1:
        raise wrong(("measures",), _("only one can be the main one."))


def _check_scores(rows: Rows) -> None:
    for place, row in enumerate(rows):
        for name in ("score", "suggested"):
            if row[name] not in LEVELS:
                raise wrong(("progress", place, name), _("it should be from 0.5 to 5, in halves."))


def _check_conversations(data: Mapping[str, Any]) -> None:
    beside = sum(len(row["earlier"]) + len(row["answers"]) for row in data["conversations"])
    if beside > MOST_BESIDE:
        problem = _("they have more than %(most)s answers and earlier versions.")
        raise wrong(("conversations",), problem % {"most": f"{MOST_BESIDE:,}"})
    counts = {kind: len(data[f"{kind}s"]) for kind in ABOUT_A_ROW}
    for place, row in enumerate(data["conversations"]):
        at: At = ("conversations", place, "number")
        if (row["number"] is None) == (row["about"] in ABOUT_A_ROW):
            raise wrong(at, _("a number belongs to what has several of its kind, and to nothing else."))
        known(row["number"], range(1, counts.get(row["about"], 0) + 1), at, row["about"])
        if row["about"] == "story" and data["story"] is None:
            raise wrong(at, _("it is about a story that is not in the package."))
