"""Organisations, each with its tree of units."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun.cli.serving.demo.parts import Subject, Told
from wellrun.cli.serving.demo.world import World
from wellrun.core.actor import SYSTEM
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import NewOrganisation, NewUnit, add_organisation, add_unit


def _read(content: Told) -> Iterable[Told]:
    return list(content["organisation"])


def _add(world: World, told: Told) -> None:
    said = {key: item for key, item in told.items() if key != "unit"}
    organisation = add_organisation(actor=SYSTEM, organisation=NewOrganisation(**said), now=world.now)
    world.organisations[organisation.slug] = organisation
    world.units[organisation.slug] = root_of(organisation.pk)
    for unit in told.get("unit", ()):
        _add_unit(world, organisation.slug, dict(unit))


def _add_unit(world: World, organisation: str, told: Told) -> None:
    above = told.pop("in", "")
    parent = world.units[f"{organisation}/{above}" if above else organisation]
    unit = add_unit(actor=SYSTEM, parent=parent, unit=NewUnit(**told), now=world.now)
    world.units[f"{organisation}/{unit.slug}"] = unit


SUBJECT = Subject(name="organisations", read=_read, add=_add)
