"""Writes to measures as a whole: make one with its numbers, say what it is, remove it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.measures import policies
from wellrun.measures.models import Measure, Observation
from wellrun.measures.permissions import may_create, may_define
from wellrun.measures.queries import observations_of
from wellrun.measures.services.uses import require_unused
from wellrun.measures.services.writing import (
    Edit,
    MeasureRefused,
    finish,
    locked,
    require_fresh,
    require_none,
)
from wellrun.measures.values.changes import Change
from wellrun.measures.values.definitions import MeasureDefinition, NewObservation
from wellrun.measures.values.sentences import changed_fields, the_period
from wellrun.organisations.models import Organisation, Unit
from wellrun_spc.wording import period_of

_PART = "definition"
_EXISTENCE = "existence"


@transaction.atomic
def create_measure(
    *,
    actor: Actor,
    organisation_id: int,
    unit_id: int | None = None,
    definition: MeasureDefinition,
    observations: Sequence[NewObservation] = (),
    now: datetime,
) -> Measure:
    """Make a measure with all its numbers, or nothing at all."""
    measure = new_measure(actor, organisation_id, unit_id, definition, now)
    country = _country_of(organisation_id)
    require_none(
        policies.problem_with_observations(definition.chart, observations, now.date(), country=country),
        MeasureRefused,
    )
    in_order = sorted(observations, key=lambda observation: observation.period)
    measure.period = definition.period or period_of([observation.period for observation in in_order])
    measure.save()
    Observation.objects.bulk_create(
        [number_row(measure, observation, actor, now) for observation in in_order], batch_size=1000
    )
    finish(creation(measure, len(in_order)), actor=actor, measure=measure, now=now)
    return measure


def new_measure(
    actor: Actor, organisation_id: int, unit_id: int | None, definition: MeasureDefinition, now: datetime
) -> Measure:
    """A measure as it can be made here, unsaved and without numbers."""
    may_create(actor, organisation_id).require()
    country = _country_of(organisation_id)
    require_none(policies.problem_with_definition(definition, country=country), MeasureRefused)
    return Measure(
        organisation_id=organisation_id,
        unit_id=_own_unit(organisation_id, unit_id),
        kept_by_id=actor.id,
        created_at=now,
        version=0,
        **_fields(definition),
    )


def creation(measure: Measure, count: int) -> Edit:
    """What its record says of a new measure with so many numbers."""
    after = {"is_removed": False, "name": measure.name, "count": count}
    return Edit(action="measure.created", part=_EXISTENCE, before=None, after=after)


@transaction.atomic
def define_measure(
    *,
    actor: Actor,
    measure: Measure,
    definition: MeasureDefinition,
    unit_id: int | Literal["as it is"] | None = "as it is",
    expected_version: int | None = None,
    now: datetime,
) -> Change:
    """Change what the measure says. Its numbers stay; numbers that the new chart cannot show are refused."""
    measure = locked(measure.pk)
    may_define(actor, measure).require()
    country = measure.organisation.country
    require_none(policies.problem_with_definition(definition, country=country), MeasureRefused)
    require_fresh(measure, expected_version, part=_PART, refusal=MeasureRefused)
    new = _fields(definition)
    new["period"] = new["period"] or measure.period
    if unit_id not in {"as it is", measure.unit_id}:
        new["unit_id"] = _own_unit(measure.organisation_id, unit_id)
    old = {name: getattr(measure, name) for name in new}
    _require_chartable(measure, definition.chart)
    changed = changed_fields(old, new)
    if not changed:
        return Change(id=0, measure_id=measure.pk, kind="unchanged", sentence=_("Nothing has changed."))
    _set(measure, {name: new[name] for name in changed})
    edit = Edit(
        action="measure.defined",
        part=_PART,
        before={name: old[name] for name in changed},
        after={name: new[name] for name in changed},
    )
    return finish(edit, actor=actor, measure=measure, now=now)


@transaction.atomic
def remove_measure(
    *, actor: Actor, measure: Measure, expected_version: int | None = None, now: datetime
) -> Change:
    """Take the measure away from every page. Nothing is deleted: undo puts it back."""
    measure = locked(measure.pk)
    may_define(actor, measure).require()
    require_fresh(measure, expected_version, part=_EXISTENCE, refusal=MeasureRefused)
    require_unused(actor, measure)
    _set(measure, {"is_removed": True})
    edit = Edit(
        action="measure.removed",
        part=_EXISTENCE,
        before={"is_removed": False, "name": measure.name},
        after={"is_removed": True, "name": measure.name},
    )
    return finish(edit, actor=actor, measure=measure, now=now)


def restore_definition(measure: Measure, before: audit.State) -> str:
    """Put the changed words back, and name the action."""
    _set(measure, before)
    return "measure.defined"


def restore_existence(actor: Actor, measure: Measure, before: audit.State | None) -> str:
    """A measure that was not there before its making is removed again."""
    is_removed = before is None or bool(before["is_removed"])
    if is_removed:
        require_unused(actor, measure)
    _set(measure, {"is_removed": is_removed})
    return "measure.removed" if is_removed else "measure.restored"


def _country_of(organisation_id: int) -> str:
    """Whose identifiers of patients to look for."""
    return Organisation.objects.values_list("country", flat=True).get(pk=organisation_id)


def _own_unit(organisation_id: int, unit_id: object) -> int | None:
    """The unit, which must be one of the organisation's own."""
    if not isinstance(unit_id, int):
        return None
    if not Unit.objects.filter(pk=unit_id, organisation_id=organisation_id, is_closed=False).exists():
        raise MeasureRefused(_("Choose a unit of this organisation that is open."), field="unit")
    return unit_id


def _require_chartable(measure: Measure, chart: str) -> None:
    """The stored numbers must suit the new chart: counts for a c chart, two for each period for a p chart."""
    if chart == measure.chart:
        return
    for row in observations_of(measure):
        problem = policies.problem_with_numbers(chart, row.numbers)
        if problem is not None and not row.numbers.is_missing(measure.chart):
            words = _("This chart cannot show the number of %(period)s. %(problem)s")
            period = the_period(row.period, measure.period)
            raise MeasureRefused(words % {"period": period, "problem": problem.sentence}, field="chart")


def _set(measure: Measure, fields: audit.State) -> None:
    for name, value in fields.items():
        setattr(measure, name, value)
    measure.save(update_fields=list(fields))


def _fields(definition: MeasureDefinition) -> dict[str, Any]:
    """The definition as the measure's own fields."""
    names = (
        "name", "chart", "rules", "direction", "period", "kind", "place", "family", "target", "multiply",
        "counts", "counts_not", "where_and_who", "source", "how_often", "agreed_by", "visibility",
        "is_invented",
    )  # fmt: skip
    fields = {name: getattr(definition, name) for name in names}
    fields |= {
        "y_label": definition.words.y_label,
        "numerator_label": definition.words.numerator,
        "denominator_label": definition.words.denominator,
    }
    return {name: trimmed(value) if isinstance(value, str) else value for name, value in fields.items()}


def number_row(measure: Measure, observation: NewObservation, actor: Actor, now: datetime) -> Observation:
    """One period's numbers, as such a chart keeps them."""
    numbers = observation.numbers.for_chart(measure.chart)
    is_gap = numbers.is_missing(measure.chart) and (numbers.denominator or 0) <= 0
    return Observation(
        measure=measure,
        period=observation.period,
        value=numbers.value,
        numerator=numbers.numerator,
        denominator=None if is_gap else numbers.denominator,
        note=trimmed(observation.note),
        is_suppressed=observation.is_suppressed,
        entered_by_id=actor.person_id,
        entered_at=now,
    )
