"""Which measures somebody may see, and lists of them with their stored readings. Nothing is computed here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from wellrun.core.actor import Actor
from wellrun.core.folding import folded
from wellrun.core.visibility import Visibility
from wellrun.measures.models import Measure, MeasureUse
from wellrun.measures.values.edition import EDITION
from wellrun.organisations.models import Unit
from wellrun.organisations.values import TEAM_ROLES, UNIT
from wellrun.projects.values import PROJECT, SeatRole


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One measure in a list, with its reading as it was stored at the last write."""

    id: int
    name: str
    place: str
    family: str
    organisation: str
    organisation_id: int
    unit: str
    """The unit whose measure it is; empty where it is kept for the organisation as a whole."""
    kind: str
    chart: str
    direction: str
    visibility: str
    is_invented: bool
    variation: str
    assurance: str
    side: str
    word: str
    plain: str
    sentence: str
    assurance_word: str
    assurance_plain: str
    last_value: str
    last_period: date | None
    period: str
    n_points: int
    spark: str
    is_archived: bool


def visible_to(actor: Actor) -> QuerySet[Measure]:
    """The measures that exist for this person. The same rule as `permissions.may_view`."""
    levels = Q(visibility=Visibility.PUBLIC)
    if actor.is_signed_in:
        levels |= Q(visibility=Visibility.NETWORK) | Q(kept_by_id=actor.person_id)
        levels |= Q(unit_id__in=actor.places(UNIT, TEAM_ROLES))
    levels |= Q(visibility=Visibility.ORGANISATION, organisation_id__in=actor.organisation_ids)
    if seats := actor.places(PROJECT, SeatRole.values):
        levels |= Q(pk__in=MeasureUse.objects.filter(project_id__in=seats).order_by().values("measure_id"))
    return Measure.objects.filter(levels, is_removed=False).order_by("name", "pk")


def get_for(actor: Actor, measure_id: int) -> Measure | None:
    """One measure with its organisation and keeper; ``None`` where it does not exist for this person."""
    return visible_to(actor).select_related("organisation", "kept_by", "unit").filter(pk=measure_id).first()


def listed_for(
    actor: Actor,
    *,
    organisation: int | None = None,
    unit: Unit | None = None,
    search: str = "",
    is_archived: bool = False,
    limit: int = 500,
) -> list[MeasureRow]:
    """Rows for a list in one query: one's own organisations first, then by organisation, family and name.

    ``unit`` keeps to the measures of a unit and of all units below it. What is archived is a list of its own.
    """
    measures = visible_to(actor).filter(is_archived=is_archived)
    if organisation is not None:
        measures = measures.filter(organisation_id=organisation)
    if unit is not None:
        measures = measures.filter(organisation_id=unit.organisation_id)
        measures = measures.filter(unit__path__startswith=unit.path)
    # PostgreSQL refuses text with a NUL, which no name can hold anyway.
    for word in search.replace("\0", " ").split()[:8]:
        measures = measures.filter(
            Q(name__icontains=word)
            | Q(place__icontains=word)
            | Q(organisation__name__icontains=word)
            | Q(unit__name_key__contains=folded(word))
        )
    measures = measures.order_by(_own_first(actor), "organisation__name", "family", "name", "pk")
    return [row_of(measure) for measure in _lean(measures)[:limit]]


def _own_first(actor: Actor) -> Case:
    """Before what anybody can see stands what one works with."""
    own = When(organisation_id__in=actor.organisation_ids, then=Value(0))
    return Case(own, default=Value(1), output_field=IntegerField())


def has_stale_readings() -> bool:
    """Whether an earlier edition of the programme made some of the stored readings."""
    return Measure.objects.exclude(edition=EDITION).exists()


def family_of(actor: Actor, measure: Measure) -> list[MeasureRow]:
    """The measures that are read together with this one, itself included; empty where it has no family."""
    if not measure.family:
        return []
    family = visible_to(actor).filter(organisation_id=measure.organisation_id, family=measure.family)
    return [row_of(member) for member in _lean(family).order_by("pk")[:24]]


def rows_of(measures: QuerySet[Measure], most: int) -> list[MeasureRow]:
    """The first of these measures as rows, in one query."""
    return [row_of(measure) for measure in _lean(measures)[:most]]


_COPIED = (
    "id", "name", "place", "family", "organisation_id", "kind", "chart", "direction", "visibility",
    "is_invented", "variation", "assurance", "side", "word", "plain", "sentence", "assurance_word",
    "assurance_plain", "last_value", "last_period", "period", "n_points", "spark",
    "is_archived",
)  # fmt: skip


def _lean(measures: QuerySet[Measure]) -> QuerySet[Measure]:
    """Only what a row shows: the long texts of definitions stay in the database."""
    return measures.select_related("organisation", "unit").only(
        *_COPIED, "organisation__name", "unit_id", "unit__name"
    )


def row_of(measure: Measure) -> MeasureRow:
    """A measure as a row of a list; its organisation should be at hand."""
    return MeasureRow(
        organisation=measure.organisation.name,
        unit=measure.unit.name if measure.unit else "",
        **{name: getattr(measure, name) for name in _COPIED},
    )
