"""A project that is packed, brought in elsewhere and packed again is the same, but for ids and its way."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.build.brought import brought, by_name
from tests.build.cast import Cast, a_unit
from tests.build.packages import MANIFEST, changed, files_in, packed, read, record_in
from tests.build.projects import Team
from wellrun.exchange.package.record import RECORD
from wellrun.exchange.package.refusals import PackageRefused
from wellrun.exchange.package.shape import Field, Many, Part

pytestmark = pytest.mark.django_db

OF_THE_PACKAGE = ("left_out/", "source/")
"""What is told of the package itself; every other field says something here, so that it would be missed."""


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
    assert [each for each in never_told(record) if not each.startswith(OF_THE_PACKAGE)] == []
    done = brought(cast.viewer, a_unit(cast.hillside, "Birch Ward"), first, here={"Amina Yusuf": cast.viewer})
    assert done.left_out == ()
    second = record_in(packed(cast.viewer, done.project, coaching=True, talk=True))
    expected = by_name(record)
    expected["project"]["unit"] = "Birch Ward"
    assert by_name(second, **{"Victor Lund": "Amina Yusuf"}) == expected


VERSION_1, VERSION_2 = (Path(__file__).with_name(f"version_{number}.zip") for number in (1, 2))
"""Kept as they were packed, by the Wellrun that wrote each version."""


def test_a_package_of_the_first_version_is_still_brought_in_whole(cast: Cast) -> None:
    content = VERSION_1.read_bytes()
    old = record_in(content)
    assert json.loads(files_in(content)[MANIFEST])["version"] == 1
    done = brought(cast.viewer, a_unit(cast.hillside, "Birch Ward"), content)
    assert done.left_out == ()
    new = record_in(packed(cast.viewer, done.project, coaching=True, talk=True))
    expected, found = by_name(old), by_name(new)
    for cycle in expected["cycles"]:  # what had begun, had one prediction
        told = {"text": cycle["prediction"], "happened": cycle["result"], "matched": ""}
        cycle |= {"count_label": "", "out_of_label": "", "day_notes": []}
        cycle["predictions"] = [told] if cycle["locked_at"] else []
    for item in expected["control_items"]:
        item["next_review"] = None
    for name in (
        "aims",
        "lines",
        "cycles",
        "involvement",
        "barriers",
        "progress",
        "coaching",
        "control_items",
    ):
        assert found[name] == expected[name], name
    assert (found["tools"], found["diagram_versions"], found["huddle"], found["conversations"]) == (
        [],
        [],
        None,
        [],
    )


def test_a_package_of_the_second_version_is_still_brought_in_whole(cast: Cast) -> None:
    content = VERSION_2.read_bytes()
    done = brought(cast.viewer, a_unit(cast.hillside, "Birch Ward"), content)
    assert done.left_out == ()
    expected = by_name(record_in(content))
    for comment in expected["conversations"]:
        comment |= {"earlier": [], "answers": []}
    found = by_name(record_in(packed(cast.viewer, done.project, coaching=True, talk=True)))
    expected["people"], expected["team"], expected["project"]["unit"] = (
        found["people"],
        found["team"],
        "Birch Ward",
    )
    assert found == expected


def test_an_old_package_is_held_to_its_own_version() -> None:
    for change, words in (
        (lambda record: record.update(tools=[]), "tools: it is not part of this version"),
        (
            lambda record: record["left_out"].update(tools=0),
            "left_out, tools: it is not part",
        ),
        (lambda record: record["measures"][0]["definition"].update(kind=""), "kind: it is not part"),
        (lambda record: record.pop("aims"), "aims: it is missing"),
        (lambda record: record.update(measures=3, left_out=[]), "left_out: it should be an object"),
    ):
        with pytest.raises(PackageRefused, match=words):
            read(changed(VERSION_1.read_bytes(), change))
