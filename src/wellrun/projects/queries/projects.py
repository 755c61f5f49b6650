"""Which projects somebody may see."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, TextField

from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.organisations.models import Unit
from wellrun.organisations.values import LEADING_ROLES, UNIT
from wellrun.projects.models import Project
from wellrun.projects.values import PROJECT, SeatRole

SENT_AGAIN = timedelta(minutes=10)
"""So long after a form was sent, the same form is taken for that one: Back, and pressed once more."""


def visible_to(actor: Actor) -> QuerySet[Project]:
    """The projects that exist for this person. The same rule as `permissions.may_view`."""
    levels = Q(visibility=Visibility.PUBLIC) | Q(pk__in=actor.places(PROJECT, SeatRole.values))
    if actor.is_signed_in:
        levels |= Q(visibility=Visibility.NETWORK)
    levels |= Q(visibility=Visibility.ORGANISATION, organisation_id__in=actor.organisation_ids)
    return Project.objects.filter(levels, is_removed=False)


def get_for(actor: Actor, project_id: int) -> Project | None:
    """One project with its unit and organisation; ``None`` where it does not exist for this person."""
    return visible_to(actor).select_related("organisation", "unit").filter(pk=project_id).first()


def project_with(project_id: int) -> Project | None:
    """One project, whoever asks: for commands of the installation itself."""
    return Project.objects.filter(pk=project_id, is_removed=False).first()


def private_below(actor: Actor) -> int:
    """How many projects in the units that somebody leads are kept by their teams.

    A number is all that rolls upward.
    """
    led = actor.places(UNIT, LEADING_ROLES)
    if not led:
        return 0
    above = Unit.objects.filter(pk__in=led).annotate(
        place=ExpressionWrapper(OuterRef("unit__path"), output_field=TextField())
    )
    kept = Project.objects.filter(Exists(above.filter(place__startswith=F("path"))), is_removed=False)
    return kept.exclude(pk__in=visible_to(actor).values("pk")).count()


def just_started(actor: Actor, unit: Unit, title: str, *, now: datetime) -> Project | None:
    """The project that this person started here a moment ago under this name."""
    own = visible_to(actor).filter(seats__person_id=actor.id, seats__role=SeatRole.LEAD)
    same = own.filter(unit=unit, title=title.strip(), created_at__gt=now - SENT_AGAIN)
    return same.order_by("-pk").first()
