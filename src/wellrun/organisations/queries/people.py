"""Questions about people in an organisation: its directory, and who holds which role where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Lower

from wellrun.core.actor import Actor
from wellrun.core.search.find import by_title
from wellrun.core.search.tokens import mark
from wellrun.organisations.models import DirectoryEntry, Membership, Unit
from wellrun.organisations.values import Role

PAGE = 30
LISTED = "listed"
"""How the search index calls the lines of directories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """Where a page of names begins: behind this one."""

    name_key: str
    id: int

    @classmethod
    def read(cls, text: str) -> After | None:
        """From an address: ``123.priya nair``; nothing where it cannot be read."""
        number, _dot, name = text.partition(".")
        is_one = number.isdecimal() and len(number) < 19 and "\0" not in name
        return cls(name_key=name[:200], id=int(number)) if is_one else None

    def __str__(self) -> str:
        return f"{self.id}.{self.name_key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """Lines of the directory, and where the next page begins; ``None`` on the last."""

    entries: tuple[DirectoryEntry, ...]
    next: After | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipPage:
    memberships: tuple[Membership, ...]
    next: After | None


def people_visible_to(actor: Actor) -> QuerySet[DirectoryEntry]:
    """Lines of the directories of the person's own organisations. See `permissions.may_view_person`."""
    return DirectoryEntry.objects.filter(organisation_id__in=actor.organisation_ids, person__is_active=True)


def directory_page(
    actor: Actor, organisation_id: int, *, search: str = "", after: After | None = None
) -> EntryPage:
    """People who can sign in, by name: one page, in a fixed number of questions."""
    rows = people_visible_to(actor).filter(organisation_id=organisation_id)
    if search.strip():
        return _found_page(rows, search, marks_of(organisation_id, is_active=True), after)
    return _entry_page(rows, after)


def administration_page(organisation_id: int, *, search: str = "", after: After | None = None) -> EntryPage:
    """Everybody with a role, those who may no longer sign in as well; found by e-mail address too."""
    rows = DirectoryEntry.objects.filter(organisation_id=organisation_id)
    if "@" in search:
        address = search.strip().replace("\0", "").lower()
        rows = rows.alias(address=Lower("person__email")).filter(address=Value(address))
        search = ""
    if search.strip():
        return _found_page(rows, search, marks_of(organisation_id, is_active=False), after)
    return _entry_page(rows, after)


def marks_of(organisation_id: int, *, is_active: bool) -> tuple[str, ...]:
    """How the search index knows whose directory a line belongs to, and that the person can sign in."""
    return (mark(organisation_id), *([mark("open")] if is_active else []))


def _found_page(
    rows: QuerySet[DirectoryEntry], search: str, marks: tuple[str, ...], after: After | None
) -> EntryPage:
    """The index says who it is; the lines themselves are read for one page only."""
    behind = (after.name_key, after.id) if after else None
    found = by_title(search, kind=LISTED, marks=marks, after=behind, most=PAGE + 1)
    place = {thing_id: number for number, (_title, thing_id) in enumerate(found[:PAGE])}
    shown = sorted(rows.filter(pk__in=place).select_related("person", "unit"), key=lambda row: place[row.pk])
    title, last = found[PAGE - 1] if len(found) > PAGE else ("", 0)
    return EntryPage(entries=tuple(shown), next=After(name_key=title, id=last) if last else None)


def _entry_page(rows: QuerySet[DirectoryEntry], after: After | None) -> EntryPage:
    """Who it is comes from an index alone; the lines themselves are read for one page only."""
    page = rows
    if after is not None:
        page = rows.filter(
            Q(name_key__gt=after.name_key) | Q(name_key=after.name_key, person_id__gt=after.id),
            name_key__gte=after.name_key,
        )
    found = list(page.order_by("name_key", "person_id").values_list("person_id", flat=True)[: PAGE + 1])
    whole = rows.filter(person_id__in=found[:PAGE]).select_related("person", "unit")
    shown = list(whole.order_by("name_key", "person_id"))
    has_more = len(found) > PAGE
    last = After(name_key=shown[-1].name_key, id=shown[-1].person_id) if has_more else None
    return EntryPage(entries=tuple(shown), next=last)


def entries_of(actor: Actor, person_id: int) -> list[DirectoryEntry]:
    """A person's lines in the organisations that this one belongs to too."""
    rows = people_visible_to(actor).filter(person_id=person_id)
    return list(rows.select_related("person", "organisation", "unit").order_by("organisation__name", "pk"))


def roles_of(person_ids: Sequence[int], organisation_ids: Sequence[int]) -> list[Membership]:
    """The roles these people hold now, in these organisations."""
    rows = Membership.objects.filter(
        person_id__in=person_ids, ended_at=None, unit__organisation_id__in=organisation_ids
    )
    return list(rows.select_related("unit", "unit__organisation").order_by("since", "pk"))


def people_of(
    unit: Unit, *, roles: Sequence[str] = (), after: After | None = None, page: int = PAGE
) -> MembershipPage:
    """Who holds a role on the unit itself, by name: one page, in one question."""
    return _membership_page(Membership.objects.filter(unit=unit, ended_at=None), roles, after, page)


def role_holders(organisation_id: int, roles: Sequence[str], *, after: After | None = None) -> MembershipPage:
    """Who holds one of these roles anywhere in the organisation, by name."""
    rows = Membership.objects.filter(unit__organisation_id=organisation_id, ended_at=None)
    return _membership_page(rows, roles, after, PAGE)


def _membership_page(
    rows: QuerySet[Membership], roles: Sequence[str], after: After | None, page: int
) -> MembershipPage:
    if roles:
        rows = rows.filter(role__in=roles)
    if after is not None:
        rows = rows.filter(
            Q(name_key__gt=after.name_key) | Q(name_key=after.name_key, pk__gt=after.id),
            name_key__gte=after.name_key,
        )
    found = list(rows.select_related("person", "unit").order_by("name_key", "pk")[: page + 1])
    shown = found[:page]
    last = After(name_key=shown[-1].name_key, id=shown[-1].pk) if len(found) > page else None
    return MembershipPage(memberships=tuple(shown), next=last)


def membership_in(organisation_id: int, membership_id: int) -> Membership | None:
    rows = Membership.objects.select_related("unit", "person")
    return rows.filter(pk=membership_id, unit__organisation_id=organisation_id, ended_at=None).first()


def administrators_of(unit: Unit, *, most: int = 3) -> tuple[str, ...]:
    """Names of those who can change the unit, the nearest first."""
    rows = Membership.objects.filter(
        unit_id__in=unit.line, role=Role.ADMINISTRATOR, ended_at=None, person__is_active=True
    ).order_by("-unit__depth", "name_key", "pk")
    return tuple(dict.fromkeys(rows.values_list("person__name", flat=True)[:most]))
