"""What can be talked about: each domain says how a thing of its own is found, named, and who may see it.

Conversations stand below the domains they are about, so they know none of them: an app registers its kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from wellrun.core.actor import Actor, Grant
from wellrun.core.decision import Decision
from wellrun.core.sentences import Sentence

People = Callable[[], Collection[int]]
GrantSource = Callable[[Collection[int]], Mapping[int, frozenset[Grant]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing that is talked about. Who may see it, may read what is said about it; nobody else may."""

    kind: str
    id: int
    name: str | Sentence
    """A sentence where it has words of ours: its reader reads them in their own."""
    page: str
    """The address on which the conversation stands; empty: on the conversation's own."""
    organisation_id: int
    country: str
    """Its patient numbers are looked for in what people write."""
    seen_by: str
    """Who reads what is written here, as a sentence without its full stop."""
    may_view: Callable[[Actor], Decision]
    team: People
    """Who hears of each comment without asking: those who work on it."""
    near: People = frozenset
    """Others who can be picked by name, as far as they may see it."""
    moderates: Callable[[Actor], bool] = lambda _actor: False
    """Who may hide what others said here: who leads it, and who administers its place."""
    above: Callable[[Actor], tuple[str, str] | None] = lambda _actor: None
    """Name and address of where a thing without a page of its own stands, as far as somebody may go there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicKind:
    """One kind of thing."""

    kind: str
    find: Callable[[int], Topic | None]
    """Whoever asks. ``None`` for one that is not there, or was removed."""
    visible_to: Callable[[Actor], QuerySet[Any]]
    """The things that exist for somebody. The same rule as `Topic.may_view`."""


_KINDS: dict[str, TopicKind] = {}
_GRANTS: list[GrantSource] = []


def register(*found: TopicKind) -> None:
    _KINDS.update({each.kind: each for each in found})


def kinds() -> tuple[TopicKind, ...]:
    return tuple(_KINDS.values())


def topic_of(kind: str, thing_id: int) -> Topic | None:
    """The thing, whoever asks; whether it exists for somebody is `Topic.may_view`."""
    return _KINDS[kind].find(thing_id) if kind in _KINDS else None


def things_of(kind: str, actor: Actor) -> QuerySet[Any] | None:
    """The things of this kind that exist for somebody; ``None`` for a kind that is none."""
    return _KINDS[kind].visible_to(actor) if kind in _KINDS else None


def register_grants(source: GrantSource) -> None:
    """Roles that a domain above gives to people: whether somebody may see a thing depends on them."""
    if source not in _GRANTS:
        _GRANTS.append(source)


def grants_by_person(person_ids: Collection[int]) -> dict[int, frozenset[Grant]]:
    """What every registered domain grants these people."""
    found = [source(person_ids) for source in _GRANTS]
    return {each: frozenset().union(*(source.get(each, ()) for source in found)) for each in person_ids}
