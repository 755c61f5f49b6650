"""Measures with their numbers, phases and flags, made by the people who keep them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from wellrun.cli.serving.demo.numbers import observations_of, period_of_numbers
from wellrun.cli.serving.demo.parts import Subject, Told
from wellrun.cli.serving.demo.world import World
from wellrun.core.actor import Actor
from wellrun.measures import services
from wellrun.measures.values import MeasureDefinition, NumberWords
from wellrun.organisations.queries import Organisation

INVENTED = "Invented for this demo."


def _read(content: Told) -> Iterator[Told]:
    """Each measure once for each organisation that has it; what all in a file have in common is said once."""
    common = content.get("common", {})
    for own in content["measure"]:
        told = {**common, **own, "numbers": {**common.get("numbers", {}), **own.get("numbers", {})}}
        for slug in told.get("organisations") or [told["organisation"]]:
            yield {**told, "organisation": slug}


def _add(world: World, told: Told) -> None:
    organisation = world.organisations[told["organisation"]]
    if organisation.is_invented:
        told = world.calendar.moved(told, period_of_numbers(told["numbers"], world))
    unit = world.units[f"{organisation.slug}/{told['unit']}"] if "unit" in told else None
    measure = services.create_measure(
        actor=world.writer(told["kept_by"], organisation),
        organisation_id=organisation.pk,
        unit_id=unit.pk if unit else None,
        definition=_definition({"place": unit.name if unit else "", **told}, organisation),
        observations=tuple(observations_of(told["numbers"], organisation, world)),
        now=world.now,
    )
    world.measures[organisation.slug, measure.name] = measure
    for phase in told.get("phase", ()):
        actor, said = _by(world, told, phase, organisation)
        services.start_phase(actor=actor, measure=measure, now=world.now, **said)
    for annotation in told.get("annotation", ()):
        actor, said = _by(world, told, annotation, organisation)
        services.annotate(actor=actor, measure=measure, now=world.now, **said)


def _by(world: World, told: Told, part: Told, organisation: Organisation) -> tuple[Actor, Told]:
    """Who did this part: the keeper, where nobody else is named."""
    said = {"by": told["kept_by"], **part}
    return world.writer(said.pop("by"), organisation), said


def _definition(told: Told, organisation: Organisation) -> MeasureDefinition:
    """What a file says about a measure. Whatever an invented organisation measures is marked as invented."""
    filled: Told = {
        key: item.format(name=organisation.name, code=organisation.code) if isinstance(item, str) else item
        for key, item in told.items()
    }
    if organisation.is_invented:
        filled |= {"is_invented": True, "source": f"{filled['source']} {INVENTED}"}
    known = {field.name for field in fields(MeasureDefinition)} - {"words"}
    words = NumberWords(
        y_label=filled.get("y_label", ""),
        numerator=filled.get("numerator_label", ""),
        denominator=filled.get("denominator_label", ""),
    )
    return MeasureDefinition(words=words, **{key: filled[key] for key in known & filled.keys()})


SUBJECT = Subject(name="measures", read=_read, add=_add)
