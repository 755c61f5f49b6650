"""Plain dictionaries back to a result, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from wellrun_spc.portable.documents import messages_of
from wellrun_spc.portable.writing import SCHEMA
from wellrun_spc.results import Phase, Point, Reading, Runs, Signal, X
from wellrun_spc.series import SeriesError

_PARSE: dict[str, Callable[[Any], X]] = {
    "date": date.fromisoformat,
    "time": datetime.fromisoformat,
    "number": lambda x: x,
    "label": str,
}


def result_fields(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a result from one stored series, or from a document that holds exactly one.

    Raises
    ------
    SeriesError
        Where the dictionary is not a stored chart, or is of a version this program does not know.
    """
    try:
        return _fields(_only_series(stored))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError) as error:
        if isinstance(error, SeriesError):
            raise
        raise SeriesError(
            f"This is not a stored chart: {type(error).__name__} {error}.",
            remedy="Use what to_dict() gave, unchanged.",
        ) from error


def _only_series(stored: Mapping[str, Any]) -> Mapping[str, Any]:
    if stored.get("schema", SCHEMA) != SCHEMA:
        raise SeriesError(
            f"The chart was stored in the form {stored['schema']}; this program reads {SCHEMA}.",
            remedy="Update Wellrun, or compute the chart again from its data.",
        )
    if "series" not in stored:
        return stored
    if len(stored["series"]) != 1:
        raise SeriesError(
            f"There are {len(stored['series'])} charts in this document.", remedy="Pass one of its series."
        )
    only: Mapping[str, Any] = stored["series"][0]
    return only


def _fields(series: Mapping[str, Any]) -> dict[str, Any]:
    parse = _PARSE[series["x_type"]]
    fields = {
        name: series[name]
        for name in ("chart", "rules", "direction", "target", "multiply", "screened", "percent", "period")
    }
    return fields | {
        "points": tuple(_point(point, position, parse) for position, point in enumerate(series["points"])),
        "phases": tuple(_phase(phase) for phase in series["phases"]),
        "signals": tuple(
            Signal(**signal | {"positions": tuple(signal["positions"]), "messages": messages_of(signal)})
            for signal in series["signals"]
        ),
        "reading": _reading(series["reading"], parse),
        "notices": tuple(series["notices"]),
        "notice_messages": messages_of(series, "notice_messages"),
    }


def _point(stored: Mapping[str, Any], position: int, parse: Callable[[Any], X]) -> Point:
    fields = {name: value for name, value in stored.items() if name != "n"}
    return Point(
        **fields
        | {
            "position": position,
            "x": parse(stored["x"]),
            "denominator": stored["n"],
            "signals": tuple(stored["signals"]),
        }
    )


def _phase(stored: Mapping[str, Any]) -> Phase:
    return Phase(**{**stored, "runs": Runs(**stored["runs"])})


def _reading(stored: Mapping[str, Any], parse: Callable[[Any], X]) -> Reading:
    since = stored["since"]
    messages = messages_of(stored)
    return Reading(**{**stored, "since": None if since is None else parse(since), "messages": messages})
