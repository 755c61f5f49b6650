"""What people talk about: a measure."""

from __future__ import annotations

from django.db.models import prefetch_related_objects
from django.urls import reverse

from wellrun.conversations.values import Topic, TopicKind
from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.measures.models import Measure
from wellrun.measures.permissions import may_view
from wellrun.measures.queries.lists import visible_to
from wellrun.organisations.models import Membership
from wellrun.organisations.permissions import holds
from wellrun.organisations.values import TEAM_ROLES, Role
from wellrun.projects.models import Seat

MOST_NEAR = 200


def measure_topic(measure: Measure) -> Topic:
    """Its uses are read once: whether somebody sees it through a project depends on them."""
    prefetch_related_objects([measure], "uses")
    return Topic(
        kind="measure",
        id=measure.pk,
        name=measure.name,
        page=reverse("measures:detail", args=[measure.pk]),
        organisation_id=measure.organisation_id,
        country=measure.organisation.country,
        seen_by=str(Visibility(measure.visibility).label),
        may_view=lambda actor: may_view(actor, measure),
        moderates=lambda actor: _moderates(actor, measure),
        team=lambda: {measure.kept_by_id},
        near=lambda: _near(measure),
    )


def _moderates(actor: Actor, measure: Measure) -> bool:
    is_keeper = actor.person_id is not None and actor.person_id == measure.kept_by_id
    unit = measure.unit
    return is_keeper or (unit is not None and holds(actor, unit, {Role.ADMINISTRATOR}))


def _near(measure: Measure) -> set[int]:
    """The unit's own team, and the teams of the projects that use it."""
    using = [use.project_id for use in measure.uses.all()]
    seats = Seat.objects.filter(project_id__in=using, ended_at=None).order_by()
    found = set(seats.values_list("person_id", flat=True)) if using else set()
    if measure.unit_id is None:
        return found
    held = Membership.objects.filter(unit_id=measure.unit_id, role__in=TEAM_ROLES, ended_at=None)
    return found | set(held.order_by("pk").values_list("person_id", flat=True)[:MOST_NEAR])


def _find(measure_id: int) -> Topic | None:
    rows = Measure.objects.filter(pk=measure_id, is_removed=False)
    measure = rows.select_related("organisation", "kept_by", "unit").first()
    return measure_topic(measure) if measure is not None else None


TOPICS = (TopicKind(kind="measure", find=_find, visible_to=visible_to),)
