"""Stored documents keep to the schema that other programs rely on."""

import json
from pathlib import Path

import jsonschema
import pytest

import wellrun_spc as spc

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "reference" / "funnel.schema.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "found",
    [
        spc.funnel([12, 30, 9, 60], [200, 260, 190, 210], units=["a", "b", "c", "d"]),
        spc.funnel([12, 30, None], [200, 260, 0], kind="rate", multiply=1000, overdispersion="additive"),
        spc.funnel([12, 30], expected=[10, 31], method="cqc", level=95, overdispersion="multiplicative"),
        spc.funnel([0, 0], [10, 31], kind="rate"),
    ],
)
def test_what_is_written_keeps_to_the_schema(found) -> None:  # type: ignore[no-untyped-def]
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(found.to_json()))


def test_what_is_not_a_funnel_does_not() -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid({"schema": "wellrun-chart/1"})
