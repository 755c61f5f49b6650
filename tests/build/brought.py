"""A package that somebody brought in elsewhere, and its record without what a place changes in it."""

from typing import Any

from tests.build.cast import NOW
from tests.build.packages import read
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.exchange.package.planning import Arrival, plan_import
from wellrun.exchange.package.services import Brought, import_project
from wellrun.organisations.models import Unit

WAY = {"source"}


def brought(
    actor: Actor, unit: Unit, content: bytes, *, here: dict[str, Actor] | None = None, again: bool = False
) -> Brought:
    """Brought to a unit, with these people of the package as people here."""
    package = read(content)
    numbers = {each["name"]: each["number"] for each in package.record["people"]}
    people = {numbers[name]: Person.objects.get(pk=person.id) for name, person in (here or {}).items()}
    plan = plan_import(actor, Arrival(unit=unit, package=package, here=people, again=again), now=NOW)
    return import_project(actor=actor, plan=plan, now=NOW)


def by_name(record: dict[str, Any], **now_called: str) -> dict[str, Any]:
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
