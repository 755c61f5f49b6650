"""Questions about the tree of units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from wellrun.core.actor import Actor
from wellrun.core.folding import words_in
from wellrun.organisations.models import Unit
from wellrun.organisations.values import INHERITED, UNIT, Role

IN_SIGHT = 300
"""Units on one page of a tree. Of a larger one the top is shown, and each branch has a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A unit with the units below it that are shown; ``below`` are there in all, directly below."""

    unit: Unit
    children: tuple[Branch, ...]
    below: int

    @property
    def hidden(self) -> int:
        return self.below - len(self.children)


def units_visible_to(actor: Actor) -> QuerySet[Unit]:
    """Every unit of the organisations the person belongs to. The same rule as `permissions.may_view_unit`."""
    return Unit.objects.filter(organisation_id__in=actor.organisation_ids)


def unit_for(actor: Actor, unit_id: int) -> Unit | None:
    """One unit with its organisation; ``None`` where it does not exist for this person."""
    return units_visible_to(actor).select_related("organisation").filter(pk=unit_id).first()


def unit_at(actor: Actor, organisation: str, unit: str) -> Unit | None:
    """The same by its address: the slugs of the organisation and of the unit."""
    units = units_visible_to(actor).select_related("organisation", "parent")
    return units.filter(organisation__slug=organisation, slug=unit).first()


def unit_with(organisation_id: int, slug: str) -> Unit | None:
    return Unit.objects.filter(organisation_id=organisation_id, slug=slug).first()


def root_of(organisation_id: int) -> Unit:
    """The unit that stands for the organisation as a whole."""
    return Unit.objects.get(organisation_id=organisation_id, parent=None)


def units_below(unit: Unit) -> QuerySet[Unit]:
    """The unit itself and all below it, parents before children."""
    return Unit.objects.filter(organisation_id=unit.organisation_id, path__startswith=unit.path).order_by(
        "path"
    )


def line_of(unit: Unit) -> list[Unit]:
    """The units above this one, from the root down; the unit itself last."""
    found = Unit.objects.in_bulk(unit.line)
    return [found[pk] for pk in unit.line]


def tree_below(unit: Unit, *, with_closed: bool = False, in_sight: int = IN_SIGHT) -> Branch:
    """The top of the tree below a unit, level by level until the page is full, in two questions."""
    rows = Unit.objects.filter(organisation_id=unit.organisation_id, depth__gt=unit.depth)
    if not unit.is_root:
        rows = rows.filter(path__startswith=unit.path)
    if not with_closed:
        rows = rows.filter(is_closed=False)
    shown = list(rows.order_by("depth", "name_key", "pk")[:in_sight])
    by_parent: dict[int | None, list[Unit]] = {}
    for row in shown:
        by_parent.setdefault(row.parent_id, []).append(row)
    below = _counts_below([unit.pk, *(row.pk for row in shown)], with_closed=with_closed)
    return _branch(unit, by_parent, below)


def _branch(unit: Unit, by_parent: dict[int | None, list[Unit]], below: dict[int, int]) -> Branch:
    children = tuple(_branch(child, by_parent, below) for child in by_parent.get(unit.pk, ()))
    return Branch(unit=unit, children=children, below=below.get(unit.pk, 0))


def _counts_below(unit_ids: Sequence[int], *, with_closed: bool) -> dict[int, int]:
    rows = Unit.objects.filter(parent_id__in=unit_ids)
    if not with_closed:
        rows = rows.filter(is_closed=False)
    counts = rows.order_by().values("parent_id").annotate(count=Count("pk"))
    return {row["parent_id"]: row["count"] for row in counts if row["parent_id"] is not None}


def units_found(
    organisation_id: int, search: str, *, within: Sequence[str] = (), with_closed: bool = True, most: int = 50
) -> list[Unit]:
    """Units whose name holds all the words, or whose code is what was typed; by name.

    ``within`` keeps to those below one of these paths.
    """
    rows = Unit.objects.filter(organisation_id=organisation_id)
    if not with_closed:
        rows = rows.filter(is_closed=False)
    if within:
        rows = rows.filter(any_path(within))
    named = Q()
    for word in words_in(search):
        named &= Q(name_key__contains=word)
    code = search.strip().replace("\0", "")[:40]
    if code:
        named |= Q(code__iexact=code)
    return list(rows.filter(named).select_related("parent").order_by("name_key", "pk")[:most])


def any_path(paths: Sequence[str]) -> Q:
    found = Q(pk__in=())
    for path in paths:
        found |= Q(path__startswith=path)
    return found


def closed_units(organisation_id: int, *, most: int = 200) -> list[Unit]:
    """Units that were closed, by name."""
    rows = Unit.objects.filter(organisation_id=organisation_id, is_closed=True)
    return list(rows.select_related("parent").order_by("name_key", "pk")[:most])


def administered_by(actor: Actor, organisation_id: int) -> list[Unit]:
    """The units on which the person holds the administrator's role itself."""
    places = actor.places(UNIT, {Role.ADMINISTRATOR})
    return list(Unit.objects.filter(organisation_id=organisation_id, pk__in=places).order_by("path"))


def units_to_choose(actor: Actor, organisation_ids: Sequence[int], *, most: int = 500) -> list[Unit]:
    """Open units in the order of the tree, for a list to choose from.

    Of very large organisations only where the person holds a role, with all below where it is inherited.
    """
    rows = Unit.objects.filter(organisation_id__in=organisation_ids, is_closed=False).order_by(
        "organisation_id", "path"
    )
    everything = list(rows[: most + 1])
    if len(everything) <= most:
        return in_tree_order(everything)
    own = Unit.objects.filter(organisation_id__in=organisation_ids, pk__in=actor.places(UNIT, Role.values))
    inherited = actor.places(UNIT, INHERITED)
    paths = [unit.path for unit in own if unit.pk in inherited]
    return in_tree_order(list(rows.filter(Q(pk__in=own) | any_path(paths))[:most]))


def in_tree_order(units: Sequence[Unit]) -> list[Unit]:
    """Each unit under its parent, siblings by name; several trees one after the other."""
    known = {unit.pk: unit for unit in units}

    def place(unit: Unit) -> tuple[tuple[str, int], ...]:
        return tuple((known[pk].name_key, pk) if pk in known else ("", pk) for pk in unit.line)

    return sorted(units, key=lambda unit: (unit.organisation_id, place(unit)))
