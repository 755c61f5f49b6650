"""How service users and carers are involved, who they are, and what they said about the end."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet

from wellrun.projects.models import Agreement, Involvement, Project, Seat, Word
from wellrun.projects.values import BY_EXPERIENCE, EDITORS, PARTNER_ROLE, PartnerStanding, PartnerWord


def partners_of(project: Project) -> dict[int, str]:
    """The ids and names of the service users and carers who work on the project now."""
    is_partner = Q(perspective__in=BY_EXPERIENCE) | Q(role=PARTNER_ROLE)
    held = Seat.objects.filter(
        is_partner, project=project, role__in=EDITORS, ended_at=None, person__is_active=True
    )
    return dict(held.order_by("pk").values_list("person_id", "person__name"))


def partners_among(seats: Iterable[Seat]) -> dict[int, str]:
    """The same of seats that were read already. The same rule as `partners_of`."""
    return {
        seat.person_id: seat.person.name
        for seat in seats
        if seat.role in EDITORS
        and seat.person.is_active
        and (seat.role == PARTNER_ROLE or seat.perspective in BY_EXPERIENCE)
    }


def words_of(project: Project) -> QuerySet[Word]:
    """What partners said about calling it done since the project last moved."""
    return Word.objects.filter(project=project, settled_at=None).select_related("person").order_by("pk")


def standing_of(project: Project, seats: Iterable[Seat] | None = None) -> PartnerStanding:
    """What `permissions.may_move` needs to know of the partners.

    ``seats`` of the project as it is now are given where a page has read them already.
    """
    partners = partners_of(project) if seats is None else partners_among(seats)
    return PartnerStanding(
        partner_ids=frozenset(partners),
        words=tuple(
            PartnerWord(person_id=row.person_id, name=row.person.name, target=row.target, is_yes=row.is_yes)
            for row in words_of(project)
        ),
    )


def involvements_of(project: Project) -> list[Involvement]:
    """Every level there was, the latest first, each with who agreed."""
    agreed = Agreement.objects.select_related("person").order_by("pk")
    rows = Involvement.objects.filter(project=project).select_related("by").order_by("-at", "-pk")
    return list(rows.prefetch_related(Prefetch("agreements", queryset=agreed)))


def involvement_of(project: Project) -> Involvement | None:
    """The level as it is now."""
    return next(iter(involvements_of(project)), None)
