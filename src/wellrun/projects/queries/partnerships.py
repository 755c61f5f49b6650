"""Which organisations take part in a project, and in which projects an organisation does."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from wellrun.core import second_lock
from wellrun.core.folding import folded
from wellrun.organisations.models import Membership, Organisation
from wellrun.projects.models import PartnerOrganisation, Project, Seat
from wellrun.projects.permissions import SPEAKERS
from wellrun.projects.values import Partnership


def partners_on(project: Project) -> list[PartnerOrganisation]:
    """In the order in which they were asked."""
    rows = PartnerOrganisation.objects.filter(project=project).select_related("organisation")
    return list(rows.order_by("pk"))


def partner_on(project: Project, partner_id: int) -> PartnerOrganisation | None:
    return PartnerOrganisation.objects.filter(project=project, pk=partner_id).first()


def organisations_called(text: str, *, most: int = 5) -> list[Organisation]:
    """Organisations with this name, short name or code; where there is none, those whose name is like it."""
    wanted = " ".join(text.replace("\0", " ").split())[:200]
    exact = Organisation.objects.filter(Q(name__iexact=wanted) | Q(slug=wanted) | Q(code__iexact=wanted))
    found = list(exact.order_by("name", "pk")[:most]) if wanted else []
    if found or len(wanted) < 3:
        return found
    alike = Organisation.objects.filter(name__icontains=wanted).order_by("name", "pk")
    return list(alike[:most])


def is_exactly(organisation: Organisation, text: str) -> bool:
    return folded(text) in {folded(organisation.name), organisation.slug, folded(organisation.code)}


def speakers_of(organisation_id: int) -> set[int]:
    """Who answers for an organisation as a whole: its administrators and leaders who can sign in."""
    with second_lock.as_system():
        held = Membership.objects.filter(
            unit__organisation_id=organisation_id, unit__parent=None, role__in=SPEAKERS, ended_at=None,
            person__is_active=True,
        )  # fmt: skip
        return set(held.order_by().values_list("person_id", flat=True))


def partnership_with(organisation_id: int, partner_id: int) -> PartnerOrganisation | None:
    """One of the organisation's partnerships; ``None`` for another's."""
    rows = PartnerOrganisation.objects.filter(organisation_id=organisation_id, project__is_removed=False)
    with second_lock.as_system():
        return rows.select_related("project", "organisation").filter(pk=partner_id).first()


def partnerships_of(organisation_id: int) -> list[Partnership]:
    """The projects that asked an organisation, the latest first. Their content is not told.

    The rows of the projects are another organisation's, so they are read beyond the second lock.
    """
    with second_lock.as_system():
        rows = PartnerOrganisation.objects.filter(organisation_id=organisation_id, project__is_removed=False)
        shown = list(rows.select_related("project__organisation").order_by("-invited_at", "-pk"))
        people = _people(organisation_id, [row.project_id for row in shown])
    return [
        Partnership(
            id=row.pk,
            organisation_id=organisation_id,
            state=row.state,
            project=row.project.title,
            host=row.project.organisation.name,
            message=row.message,
            invited_at=row.invited_at,
            people=people.get(row.project_id, ()),
        )
        for row in shown
    ]


def guests_from(organisation_id: int, project: Project) -> QuerySet[Seat]:
    """Seats of the organisation's people who do not belong to the project's own organisation."""
    theirs = Membership.objects.filter(ended_at=None, unit__organisation_id=organisation_id)
    own = Membership.objects.filter(ended_at=None, unit__organisation_id=project.organisation_id)
    rows = Seat.objects.filter(project=project, ended_at=None, person__in=theirs.values("person"))
    return rows.exclude(person__in=own.values("person"))


def _people(organisation_id: int, project_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    theirs = Membership.objects.filter(ended_at=None, unit__organisation_id=organisation_id)
    held = Seat.objects.filter(
        project_id__in=project_ids, ended_at=None, person__in=theirs.values("person")
    ).order_by("pk")
    names: dict[int, dict[str, None]] = {}
    for project_id, name in held.values_list("project_id", "person__name"):
        names.setdefault(project_id, {})[name] = None
    return {project_id: tuple(each) for project_id, each in names.items()}
