"""Stored documents keep to the schema that other programs rely on."""

import json
from pathlib import Path

import jsonschema
import pytest

import wellrun_spc as spc

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "reference" / "cumulative.schema.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "found",
    [
        spc.cusum([10, 9, None, 11, 12, 13, 12, 13], centre=10, sigma=1, h=4),
        spc.ewma([10, 9, 10], x=["a", "b", "c"], excluded=[1]),
        spc.ewma([10]),
        spc.bernoulli_cusum([0, 1, 1, 1, 1, 1, 1], p0=0.1),
        spc.vlad([0, 1, None], [0.1, 0.2, 0.3]),
    ],
)
def test_what_is_written_keeps_to_the_schema(found) -> None:  # type: ignore[no-untyped-def]
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(found.to_json()))


def test_what_is_not_a_cumulative_does_not() -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid({"schema": "wellrun-chart/1"})
