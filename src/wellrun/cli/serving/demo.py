"""Loads the demo once, through the services that the pages use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click
from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.access import actor_for
from wellrun.accounts import queries as people
from wellrun.accounts import services as accounts
from wellrun.cli.serving.demo_files import DemoMeasure, DemoRefused, measures_in
from wellrun.core import audit
from wellrun.core.actor import SYSTEM, Actor
from wellrun.core.decision import Refused
from wellrun.measures import services as measures
from wellrun.organisations import queries as organisations
from wellrun.organisations.services import NewOrganisation, add_organisation, give_role
from wellrun.organisations.values import Role

__all__ = ["DemoRefused", "load_demo"]

KEEPER_EMAIL = "amina.yusuf@demo.wellrun.example"
KEEPER_NAME = "Amina Yusuf"
_THING = audit.Thing(kind="demo", id=1)


def load_demo(folder: Path, *, now: datetime, say: Callable[[str], None]) -> bool:
    """Load the folder's measures, all or none. Returns whether it did: once loaded, it is left as it is."""
    if people.has_real_people():
        raise DemoRefused(
            "This database holds real people, so the demo is not loaded. Choose another data folder for it."
        )
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
        audit.record(
            actor=SYSTEM, action="demo.loaded", thing=_THING, now=now, after={"measures": len(wanted)}
        )
    say(f"Demo: loaded {len(wanted)} measures.")
    return True


def _add(demo: DemoMeasure, *, now: datetime) -> None:
    organisation_id = _organisation(demo.organisation, now=now)
    actor = _keeper(organisation_id, now=now)
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
    return add_organisation(actor=SYSTEM, organisation=wanted, now=now).pk


def _keeper(organisation_id: int, *, now: datetime) -> Actor:
    """Who keeps the demo's measures: she works in the improvement office of every organisation."""
    person = people.person_with(KEEPER_EMAIL)
    if person is None:
        person = accounts.add_person(
            actor=SYSTEM,
            email=KEEPER_EMAIL,
            name=KEEPER_NAME,
            about=_("Improvement office. Looks after every measure of this demo."),
            offered_as=_("Improvement office: looks after every measure of this demo."),
            is_demo=True,
            now=now,
        )
    root = organisations.root_of(organisation_id)
    give_role(actor=SYSTEM, person_id=person.pk, unit=root, role=Role.IMPROVEMENT_OFFICE, now=now)
    return actor_for(person)
