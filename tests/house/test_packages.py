"""A package holds everything of a project: whatever hangs off one is carried, or left out for a reason."""

import tomllib
from typing import Any

from django.apps import apps
from django.db.models import Model

from tests.house.repository import ROOT
from wellrun.exchange.package.record import RECORD
from wellrun.exchange.package.shape import Field, Many, Part

FILE = ROOT / "tests" / "house" / "packages.toml"
ASK = (
    "is new in a project. Carry it in its package (src/wellrun/exchange/package/record.py says how)"
    " or leave it out with a reason: tests/house/packages.toml."
)
TOLD: dict[str, dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
EVERY = TOLD.pop("every_model")


def hanging() -> set[type[Model]]:
    """Projects and their measures, what speaks of anything by its id, and all that points to one of these."""
    models = apps.get_models()
    found = {
        model
        for model in models
        if model._meta.label in {"projects.Project", "measures.Measure"} or "thing_id" in fields_of(model)
    }
    while more := {model for model in models if model not in found and _pointed(model) & found}:
        found |= more
    return found


def _pointed(model: type[Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def fields_of(model: type[Model]) -> set[str]:
    return {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}


def parts_of(field: Field, path: str = "") -> dict[str, Part]:
    """Every part of the record by its place: "tools/items"."""
    if isinstance(field, Many):
        return parts_of(field.of, path)
    if not isinstance(field, Part):
        return {}
    below = [parts_of(each, f"{path}/{name}".lstrip("/")) for name, each in field.fields.items()]
    return {path: field} | {at: part for each in below for at, part in each.items()}


PARTS = parts_of(RECORD)


def test_every_model_of_a_project_is_carried_or_stays_for_a_reason() -> None:
    known, found = set(TOLD), {model._meta.label for model in hanging()}
    assert [f"{label} {ASK}" for label in sorted(found - known)] == []
    assert sorted(known - found) == []


def test_every_field_of_what_is_carried_is_in_the_record_or_left_out_for_a_reason() -> None:
    wrong = []
    for model in hanging():
        told = TOLD.get(model._meta.label, {})
        if "part" in told:
            wrong += _not_told(model, told)
    assert [f"{each} {ASK}" for each in wrong] == []


def _not_told(model: type[Model], told: dict[str, Any]) -> list[str]:
    carried, renamed = set(PARTS[told["part"]].fields), told.get("as", {})
    left = {**EVERY, **told.get("left_out", {})}
    fields = fields_of(model)
    missing = {name for name in fields - carried if renamed.get(name) not in carried and not left.get(name)}
    return [f"{model._meta.label}.{name}" for name in sorted(missing)]


def test_nothing_is_told_of_a_field_that_is_not_there() -> None:
    for model in hanging():
        told = TOLD.get(model._meta.label, {})
        named = {*told.get("as", {}), *told.get("left_out", {})}
        assert sorted(named - fields_of(model)) == [], model._meta.label


def test_every_part_of_the_record_is_somewhere_in_the_models() -> None:
    """But for those that are made of several: people, the way, and what kept diagrams hold."""
    used = {told["part"] for told in TOLD.values() if "part" in told}
    made = {"", "people", "source", "left_out", "diagram_versions/parts", "diagram_versions/lines"}
    assert set(PARTS) == used | made
