"""Stored documents keep to the schema that other programs rely on."""

import json
from pathlib import Path

import jsonschema
import pytest

import wellrun_spc as spc

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "reference" / "pareto.schema.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "found",
    [
        spc.pareto(["a", "b", None, "a"], top=1),
        spc.pareto({"a": 1.5, "b": 0}, keep_missing=True),
    ],
)
def test_what_is_written_keeps_to_the_schema(found) -> None:  # type: ignore[no-untyped-def]
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(found.to_json()))


def test_what_is_not_a_pareto_does_not() -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid({"schema": "wellrun-chart/1"})
