"""The measures of a project that came in a package: new ones of the team here, with all their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.decision import Refused
from wellrun.exchange.package.shape import place_of
from wellrun.exchange.package.writing import Bringing, LeftOut, without
from wellrun.measures.models import Annotation, Measure, MeasureUse, Observation, PhaseStart
from wellrun.measures.policies import problem_with_observations
from wellrun.measures.services import MeasureRefused, create_measure
from wellrun.measures.services.readings import READING_FIELDS, set_reading
from wellrun.measures.values import MeasureDefinition, NewObservation, NumberWords
from wellrun_spc import SeriesError

_WORDS = ("y_label", "numerator_label", "denominator_label")


def write_measures(bringing: Bringing) -> None:
    """One that could not be made here by hand does not come either; the rest of the project does."""
    for place, row in enumerate(bringing.record["measures"]):
        before = dict(bringing.by)
        try:
            with transaction.atomic():
                _write(bringing, row)
        except (Refused, SeriesError) as refusal:
            bringing.by = before
            reason = _("“%(name)s” is left out: %(why)s") % {
                "name": row["definition"]["name"], "why": str(refusal),
            }  # fmt: skip
            bringing.left_out.append(LeftOut(place=place_of(("measures", place)), reason=reason))


def _write(bringing: Bringing, row: Mapping[str, Any]) -> None:
    measure = create_measure(
        actor=bringing.actor,
        organisation_id=bringing.project.organisation_id,
        unit_id=bringing.project.unit_id,
        definition=_definition(row["definition"]),
        observations=[_new(each) for each in row["observations"] if not each["stratum"]],
        now=bringing.now,
    )
    _write_strata(bringing, measure, row["observations"])
    excluded = [each["period"] for each in row["observations"] if each["is_excluded"] and not each["stratum"]]
    Observation.objects.filter(measure=measure, stratum="", period__in=excluded).update(is_excluded=True)
    for each in row["phases"]:
        phase = PhaseStart.objects.create(measure=measure, by_id=bringing.actor.id, **without(each, "by"))
        bringing.signed(f"phase/{phase.pk}", each["by"])
    for each in row["annotations"]:
        flag = Annotation.objects.create(measure=measure, by_id=bringing.actor.id, **without(each, "by"))
        bringing.signed(f"annotation/{flag.pk}", each["by"])
    if excluded or row["phases"]:  # its reading was made before these
        set_reading(measure)
        measure.save(update_fields=READING_FIELDS)
    MeasureUse.objects.create(
        project=bringing.project,
        measure=measure,
        driver=bringing.drivers[row["driver"]] if row["driver"] else None,
        **{name: row[name] for name in ("kind", "is_main", "added_at")},
    )
    bringing.measures[row["number"]] = measure.pk


def _definition(told: Mapping[str, Any]) -> MeasureDefinition:
    words = NumberWords(
        y_label=told["y_label"], numerator=told["numerator_label"], denominator=told["denominator_label"]
    )
    return MeasureDefinition(words=words, visibility="team", **without(told, *_WORDS))


def _new(told: Mapping[str, Any]) -> NewObservation:
    return NewObservation(**without(told, "stratum", "is_excluded"))


def _write_strata(bringing: Bringing, measure: Measure, rows: list[dict[str, Any]]) -> None:
    """Groups within the measure, held to the same rules as its numbers for everybody."""
    told = sorted((each for each in rows if each["stratum"]), key=lambda each: str(each["stratum"]))
    for _stratum, group in groupby(told, key=lambda each: each["stratum"]):
        found = list(group)
        problem = problem_with_observations(
            measure.chart, [_new(each) for each in found], bringing.now.date()
        )
        if problem is not None:
            raise MeasureRefused(problem.sentence)
        Observation.objects.bulk_create(
            [
                Observation(measure=measure, entered_by_id=bringing.actor.id, entered_at=bringing.now, **each)
                for each in found
            ],
            batch_size=1000,
        )
