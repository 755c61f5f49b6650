"""People, and the roles that they hold on units."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun.accounts.services import add_person
from wellrun.cli.serving.demo.parts import Subject, Told
from wellrun.cli.serving.demo.world import World
from wellrun.core.actor import SYSTEM
from wellrun.organisations.services import give_role


def _read(content: Told) -> Iterable[Told]:
    return list(content["person"])


def _add(world: World, told: Told) -> None:
    key = told["key"]
    person = add_person(
        actor=SYSTEM,
        email=f"{key}@demo.wellrun.example",
        name=told["name"],
        about=told["about"],
        offered_as=told.get("offered", ""),
        is_demo=True,
        now=world.now,
    )
    world.people[key] = person.pk
    for role in told.get("roles", ()):
        said = dict(role)
        unit = world.units[said.pop("on")]
        give_role(actor=SYSTEM, person_id=person.pk, unit=unit, now=world.now, **said)


SUBJECT = Subject(name="people", read=_read, add=_add)
