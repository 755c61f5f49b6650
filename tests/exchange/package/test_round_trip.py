"""A project that is packed, brought in elsewhere and packed again is the same, but for ids and its way."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.build.cast import NOW, Cast, a_unit
from tests.build.packages import packed, read, record_in
from tests.build.projects import Team
from wellrun.accounts.models import Person
from wellrun.exchange.package.planning import Arrival, plan_import
from wellrun.exchange.package.record import RECORD
from wellrun.exchange.package.services import Brought, import_project
from wellrun.exchange.package.shape import Field, Many, Part

pytestmark = pytest.mark.django_db

WAY = {"source"}


def brought(cast: Cast, content: bytes, *, here: dict[str, Any] | None = None, **changes: Any) -> Brought:
    """Brought to Hillside by Victor, with these people of the package as people here."""
    package = read(content)
    numbers = {each["name"]: each["number"] for each in package.record["people"]}
    people = {numbers[name]: Person.objects.get(pk=actor.id) for name, actor in (here or {}).items()}
    arrival = Arrival(unit=a_unit(cast.hillside, "Birch Ward"), package=package, here=people, **changes)
    return import_project(actor=cast.viewer, plan=plan_import(cast.viewer, arrival, now=NOW), now=NOW)


def named(record: dict[str, Any], **now_called: str) -> dict[str, Any]:
    """The record with names in place of numbers, which follow the alphabet; and the team in one order."""
    names = {each["number"]: now_called.get(each["name"], each["name"]) for each in record["people"]}

    def walk(value: Any) -> Any:
        if isinstance(value, list):
            return [walk(each) for each in value]
        if not isinstance(value, dict):
            return value
        return {
            key: names.get(each) if key in {"person", "by", "answered_by"} else walk(each)
            for key, each in value.items()
        }

    told: dict[str, Any] = walk({name: part for name, part in record.items() if name not in WAY})
    told["people"] = sorted(names.values())
    told["team"].sort(key=lambda each: (each["person"], each["role"]))
    return told


NEVER_TOLD: set[str] = set()
"""Fields that are empty in every row of the whole project, so that this test would not miss them."""


def never_told(record: dict[str, Any]) -> set[str]:
    def walk(field: Field, values: list[Any], at: str) -> Iterator[str]:
        if isinstance(field, Many):
            yield from walk(field.of, [each for value in values for each in value], at)
        elif isinstance(field, Part):
            rows = [value for value in values if value is not None]
            for name, each in field.fields.items():
                yield from walk(each, [row[name] for row in rows], f"{at}/{name}".lstrip("/"))
        elif not any(values):
            yield at

    return set(walk(RECORD, [record], ""))


def test_nothing_is_lost_on_the_way_there_and_back(cast: Cast, full: Team) -> None:
    first = packed(full.lead, full.project, coaching=True, talk=True)
    record = record_in(first)
    assert [name for name, part in record.items() if not part] == []
    assert never_told(record) == NEVER_TOLD
    done = brought(cast, first, here={"Amina Yusuf": cast.viewer})
    assert done.left_out == ()
    second = record_in(packed(cast.viewer, done.project, coaching=True, talk=True))
    expected = named(record)
    expected["project"]["unit"] = "Birch Ward"
    assert named(second, **{"Victor Lund": "Amina Yusuf"}) == expected
