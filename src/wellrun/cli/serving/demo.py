"""Loads the demo once, as the demo person, through the services that the pages use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click
from django.db import transaction

from wellrun.access.demo import make_demo_actor
from wellrun.cli.serving.demo_files import DemoMeasure, DemoRefused, measures_in
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.measures import services as measures
from wellrun.organisations import queries as organisations
from wellrun.organisations.services import NewOrganisation, add_organisation

__all__ = ["DemoRefused", "load_demo"]

_THING = audit.Thing(kind="demo", id=1)


def load_demo(folder: Path, *, now: datetime, say: Callable[[str], None]) -> bool:
    """Load the folder's measures, all or none. Returns whether it did: once loaded, it is left as it is."""
    if audit.records_of(_THING.kind, _THING.id).exists():
        say("Demo: loaded before.")
        return False
    wanted = measures_in(folder)
    with transaction.atomic(), click.progressbar(wanted, label="Demo: loading") as bar:
        for number, measure in enumerate(bar, 1):
            try:
                _add(measure, now=now)
            except Refused as refusal:
                name = measure.definition.name
                raise DemoRefused(f"The demo measure “{name}” (number {number}): {refusal}") from refusal
        actor = make_demo_actor(now=now)
        audit.record(
            actor=actor, action="demo.loaded", thing=_THING, now=now, after={"measures": len(wanted)}
        )
    say(f"Demo: loaded {len(wanted)} measures.")
    return True


def _add(demo: DemoMeasure, *, now: datetime) -> None:
    organisation_id = _organisation(demo.organisation, now=now)
    actor = make_demo_actor(now=now)
    measure = measures.create_measure(
        actor=actor,
        organisation_id=organisation_id,
        definition=demo.definition,
        observations=demo.observations,
        now=now,
    )
    for phase in demo.phases:
        measures.start_phase(actor=actor, measure=measure, now=now, **phase)
    for annotation in demo.annotations:
        measures.annotate(actor=actor, measure=measure, now=now, **annotation)


def _organisation(wanted: NewOrganisation, *, now: datetime) -> int:
    found = organisations.organisation_with(wanted.slug)
    if found is not None:
        return found.pk
    actor: Actor = make_demo_actor(now=now)
    return add_organisation(actor=actor, organisation=wanted, now=now).pk
