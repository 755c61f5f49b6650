"""The published schema is what the reader and the writer use."""

import json
from typing import Any

import jsonschema
import pytest

from tests.build.packages import packed, record_in
from tests.build.projects import Team
from tests.house.package_schema import SCHEMA, text
from wellrun.exchange.package.record import RECORD
from wellrun.exchange.package.refusals import PackageRefused

pytestmark = pytest.mark.django_db

CHECK = jsonschema.Draft202012Validator(
    json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
)


def test_the_published_schema_is_fresh_and_sound() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == text()
    jsonschema.Draft202012Validator.check_schema(CHECK.schema)


def test_what_is_packed_fits_the_schema(full: Team) -> None:
    CHECK.validate(record_in(packed(full.lead, full.project, coaching=True, talk=True)))


def test_what_the_schema_refuses_the_reader_refuses_and_says_where(full: Team) -> None:
    record = record_in(packed(full.lead, full.project, coaching=True, talk=True))
    for measure in record["measures"]:
        measure["observations"] = measure["observations"][:2]
    sound = json.dumps(record)
    tried = 0
    for at in _places(json.loads(sound), ()):
        for wrong in (None, 7.5, []):
            broken = json.loads(sound)
            _put(broken, at, wrong)
            if not CHECK.is_valid(broken):
                tried += 1
                with pytest.raises(PackageRefused) as refusal:
                    RECORD.read(broken, ())
                assert f"project.json, {at[0]}" in refusal.value.sentence
    assert tried > 350


def _places(value: Any, at: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Every field, of the first entry of each list."""
    if isinstance(value, list):
        return _places(value[0], (*at, 0)) if value else []
    if isinstance(value, dict):
        return [place for name, each in value.items() for place in [(*at, name), *_places(each, (*at, name))]]
    return []


def _put(record: Any, at: tuple[Any, ...], value: Any) -> None:
    *way, last = at
    for step in way:
        record = record[step]
    record[last] = value
