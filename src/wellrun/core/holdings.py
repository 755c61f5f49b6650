"""What rests in a person's hands: each domain says what somebody looks after, and how it passes to another.

Nothing may be left with somebody who is gone, unseen. The domains name their kinds in `settings.HOLDINGS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from wellrun.core.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One thing that a person looks after, as far as whoever asks may know of it."""

    kind: str
    id: int
    person_id: int
    role: str
    """What the person is to it, in words."""
    title: str
    place: str
    address: str
    """Its page; empty where whoever asks may not see it."""
    takers: tuple[tuple[int, str], ...]
    """Who can take it: number and name."""

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.id}"


class PassOn(Protocol):
    def __call__(self, *, actor: Actor, holding_id: int, to: int, now: datetime) -> None: ...


class LetGo(Protocol):
    def __call__(self, *, actor: Actor, person_id: int, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of thing that people look after."""

    name: str
    holders: Callable[[int], Iterable[int]]
    """Who looks after one of these in an organisation."""
    held: Callable[[Actor, int, Collection[int]], list[Holding]]
    """What these people look after in an organisation, told to the actor. A fixed number of questions."""
    pass_on: PassOn
    """Give one to somebody else. Raises `Refused`."""
    let_go: LetGo | None = None
    """What happens when a person is erased: nobody can be asked any more."""


@cache
def kinds() -> dict[str, Kind]:
    """Every kind, in the order of settings.HOLDINGS."""
    found: list[Kind] = [import_string(path) for path in settings.HOLDINGS]
    return {each.name: each for each in found}


def held_by(actor: Actor, organisation_id: int, person_ids: Collection[int]) -> list[Holding]:
    """What these people look after in one organisation."""
    return [row for kind in kinds().values() for row in kind.held(actor, organisation_id, person_ids)]


def holders_in(organisation_id: int) -> set[int]:
    return {person_id for kind in kinds().values() for person_id in kind.holders(organisation_id)}


def let_go(*, actor: Actor, person_id: int, now: datetime) -> None:
    """Take everything out of the hands of somebody who is about to be erased."""
    for kind in kinds().values():
        if kind.let_go is not None:
            kind.let_go(actor=actor, person_id=person_id, now=now)
