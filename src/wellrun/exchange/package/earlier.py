"""What packages of earlier versions hold in place of what joined since, so that they are still read.

An older record is read as strictly as it was then: a part that its version does not know is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext as _

from wellrun.exchange.package.sealed import VERSION
from wellrun.exchange.package.shape import wrong

Fields = Mapping[str, Any]
JOINED: Mapping[int, Mapping[str, Fields]] = MappingProxyType(
    {
        2: {
            "": {"diagram_versions": [], "tools": [], "huddle": None, "conversations": []},
            "left_out": {"conversations": True, "tools": 0},
            "cycles": {"count_label": "", "out_of_label": "", "predictions": [], "day_notes": []},
            "measures/definition": {"kind": ""},
            "control_items": {"next_review": None},
        },
        3: {"conversations": {"earlier": [], "answers": []}},
    }
)
"""Version -> part -> field -> what it is in a package from before. A part is named by its place, like
``measures/definition``, and means every row of it; the record itself is ``""``."""


def brought_up(record: Any, version: int) -> Any:
    """A record of this version as one of the latest. What is no record is left as it is, to be refused."""
    for number in range(version + 1, VERSION + 1):
        for part, fields in JOINED[number].items():
            for row in _rows(record, part.split("/") if part else []):
                _add(row, part, fields)
        if number == 2:
            _begin_with_one(record)
    return record


def _begin_with_one(record: Any) -> None:
    """A test that had begun had one prediction, beside what came out; now there can be several."""
    for row in _rows(record, ["cycles"]):
        if row.get("locked_at") and row.get("prediction"):
            told = {"text": row["prediction"], "happened": row.get("result"), "matched": ""}
            row["predictions"] = [told]


def _rows(held: Any, way: list[str]) -> Iterator[dict[str, Any]]:
    """What stands at the end of the way, as far as there is one."""
    if isinstance(held, list):
        for each in held:
            yield from _rows(each, way)
    elif isinstance(held, dict):
        if way:
            yield from _rows(held.get(way[0]), way[1:])
        else:
            yield held


def _add(row: dict[str, Any], part: str, fields: Fields) -> None:
    for name, value in fields.items():
        if name in row:
            at = tuple(filter(None, (part, name)))
            raise wrong(at, _("it is not part of this version of the format."))
        row[name] = deepcopy(value)
