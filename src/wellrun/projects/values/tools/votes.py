"""How a round of voting is counted."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VoteMethod(TextChoices):
    RANK = "rank", _("Rank: 5 for the best, down to 1")
    POINTS = "points", _("Points: spread them as you like")


MOST_RANKS = 5
"""Nominal group: the best gets 5 points, the next 4, down to 1."""
POINTS_TO_CHOOSE = (3, 5, 10)
FEWEST_VOTES = 2
"""One vote alone would show what that person chose."""
FEW_VOTES = 3
"""With fewer, people can work out each other's votes."""


def ranks_for(candidates: int) -> tuple[int, ...]:
    """The points that each gives out, the highest first: 5 to 1, or fewer where there is less to choose."""
    return tuple(range(min(MOST_RANKS, candidates), 0, -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What one item got in one round."""

    item_id: int
    points: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one item stands in the end. Items that share a ``place`` are tied."""

    item_id: int
    place: int
    points: tuple[int, ...]
    """In the main round, and in each that broke a tie and had this item in it."""
    people: int
    is_tied: bool


def standings(main: tuple[Counted, ...], breaks: tuple[tuple[Counted, ...], ...]) -> tuple[Standing, ...]:
    """The main round, and within its ties what later rounds among the tied said. The first place first."""
    later = [{each.item_id: each.points for each in counted} for counted in breaks]
    rows = [(each, (each.points, *(found.get(each.item_id, 0) for found in later))) for each in main]
    keys = [key for _each, key in rows]
    return tuple(
        Standing(
            item_id=each.item_id,
            place=1 + sum(other > key for other in keys),
            points=(each.points, *(found[each.item_id] for found in later if each.item_id in found)),
            people=each.people,
            is_tied=keys.count(key) > 1,
        )
        for each, key in sorted(rows, key=lambda row: (tuple(-points for points in row[1]), row[0].item_id))
    )


def ties(found: tuple[Standing, ...]) -> tuple[frozenset[int], ...]:
    """Which items are tied with each other, the best first. What got no vote at all needs no second round."""
    places = dict.fromkeys(each.place for each in found if each.is_tied and each.people)
    return tuple(frozenset(each.item_id for each in found if each.place == place) for place in places)
