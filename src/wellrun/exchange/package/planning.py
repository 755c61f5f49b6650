"""What would come of a package in a place: checked, screened and counted. Nothing of it is saved yet.

The import saves what was planned here, so that a preview and the import cannot tell two tales, and what
takes time is done before the database is held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.identifiers import problem_in
from wellrun.exchange.package.permissions import may_import_project
from wellrun.exchange.package.plain import without
from wellrun.exchange.package.reading import Package
from wellrun.exchange.package.record import RECORD
from wellrun.exchange.package.shape import At, place_of
from wellrun.measures.models import Annotation, PhaseStart
from wellrun.measures.services.whole import Told, WholeMeasure, whole_measure
from wellrun.measures.values import MeasureDefinition, NewObservation, NumberWords
from wellrun.organisations.models import Unit

_WORDS = ("y_label", "numerator_label", "denominator_label")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that does not come, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Where a package is to go, and who of the people it names is who here."""

    unit: Unit
    package: Package
    here: Mapping[int, Person]
    again: bool = False
    """A copy of the project is here, and another is wanted."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """What would come."""

    arrival: Arrival
    record: Mapping[str, Any]
    """Without texts that seem to identify a patient."""
    measures: dict[int, WholeMeasure] = field(default_factory=dict)
    """By their number in the record."""
    left_out: list[LeftOut]

    @property
    def title(self) -> str:
        return str(self.record["project"]["title"])


def plan_import(actor: Actor, arrival: Arrival, *, now: datetime) -> Plan:
    """Raises `NotAllowed` where this person cannot bring a project to that place."""
    may_import_project(actor, arrival.unit).require()
    record, left_out = _screened(arrival.package.record, arrival.unit.organisation.country)
    plan = Plan(arrival=arrival, record=record, left_out=left_out)
    for place, row in enumerate(record["measures"]):
        _plan_measure(actor, plan, place, row, now)
    return plan


def _screened(record: Mapping[str, Any], country: str) -> tuple[dict[str, Any], list[LeftOut]]:
    """The record without texts that seem to identify a patient. The text itself is never repeated."""
    found: list[LeftOut] = []

    def screen(text: str, at: At) -> str:
        problem = problem_in(text, country)
        if problem is None:
            return text
        found.append(
            LeftOut(
                place=place_of(at),
                reason=_("This text looks as if it identifies a patient, so it is left out. Counts only."),
            )
        )
        return ""

    kept: dict[str, Any] = RECORD.screened(record, (), screen)
    return kept, found


def _plan_measure(actor: Actor, plan: Plan, place: int, row: Mapping[str, Any], now: datetime) -> None:
    """One that could not be made here by hand does not come either; the rest of the project does."""
    unit = plan.arrival.unit
    try:
        plan.measures[row["number"]] = whole_measure(
            _definition(row["definition"]),
            [_number(each) for each in row["observations"]],
            [PhaseStart(by_id=actor.id, **without(each, "by")) for each in row["phases"]],
            [Annotation(by_id=actor.id, **without(each, "by")) for each in row["annotations"]],
            actor=actor,
            organisation_id=unit.organisation_id,
            unit_id=unit.pk,
            now=now,
        )
    except Refused as refusal:
        name = row["definition"]["name"]
        reason = _("“%(name)s” is left out: %(why)s") % {"name": name, "why": str(refusal)}
        plan.left_out.append(LeftOut(place=place_of(("measures", place)), reason=reason))


def _definition(told: Mapping[str, Any]) -> MeasureDefinition:
    words = NumberWords(
        y_label=told["y_label"], numerator=told["numerator_label"], denominator=told["denominator_label"]
    )
    return MeasureDefinition(words=words, visibility="team", **without(told, *_WORDS))


def _number(told: Mapping[str, Any]) -> Told:
    numbers = NewObservation(**without(told, "stratum", "is_excluded"))
    return Told(stratum=told["stratum"], is_excluded=told["is_excluded"], numbers=numbers)
