"""A package that somebody looks at: where it would go, what would come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.exchange.package.planning import Arrival, Plan, plan_import
from wellrun.exchange.package.reading import Package
from wellrun.exchange.package.services import copies_here
from wellrun.organisations.queries import Unit, unit_for, units_visible_to
from wellrun.projects.queries import Project
from wellrun.web.packages.forms import ArrivalForm
from wellrun.web.projects.presenters.words import unit_choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """All that is known of it. ``plan`` is ``None`` while there is no place for it to go."""

    package: Package
    form: ArrivalForm
    plan: Plan | None
    copies: tuple[list[Project], int]
    trouble: str
    has_place: bool


def own_units(actor: Actor) -> list[Unit]:
    """Where the person may start a project."""
    units = units_visible_to(actor).filter(is_closed=False).select_related("organisation")
    return [unit for unit in units if actor.belongs_to(unit.organisation_id)]


def look(actor: Actor, package: Package, choices: Mapping[str, str], *, now: datetime) -> Looked:
    """What would come of it in the place that was chosen, or in the likeliest. Nothing is saved."""
    units = own_units(actor)
    told = {"unit": _likely(package, units), **choices}
    unit = unit_for(actor, int(told["unit"])) if told["unit"].isdecimal() else None
    copies = copies_here(actor, unit, package) if unit is not None else ([], 0)
    form = ArrivalForm(told, package=package, units=unit_choices(units), asks_again=copies != ([], 0))
    form.is_valid()
    if unit is None:
        return Looked(
            package=package,
            form=form,
            plan=None,
            copies=copies,
            trouble="",
            has_place=bool(units),
        )
    arrival = Arrival(
        unit=unit, package=package, here=form.here(), again=form.cleaned_data.get("again") == "yes"
    )
    plan, trouble = _planned(actor, arrival, now)
    return Looked(
        package=package,
        form=form,
        plan=plan,
        copies=copies,
        trouble=trouble,
        has_place=True,
    )


def _planned(actor: Actor, arrival: Arrival, now: datetime) -> tuple[Plan | None, str]:
    try:
        return plan_import(actor, arrival, now=now), ""
    except Refused as refusal:
        return None, refusal.sentence


def _likely(package: Package, units: list[Unit]) -> str:
    """The unit of the same name, otherwise the first."""
    name = package.record["project"]["unit"].casefold()
    found = next((unit for unit in units if unit.name.casefold() == name), next(iter(units), None))
    return str(found.pk) if found is not None else ""
