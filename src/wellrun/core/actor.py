"""Who is asking: a frozen value made once for each request, command or task; permissions need no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wellrun.core.decision import NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role held on one thing, for example on a unit or in a piece of work."""

    role: str
    scope: str
    """The kind of thing: the domains name their own, for example ``unit``."""
    scope_id: int
    organisation_id: int | None = None
    """The organisation that this makes the person part of; ``None`` for a guest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person and the roles they hold; ``person_id`` is ``None`` before they sign in."""

    person_id: int | None
    name: str
    grants: frozenset[Grant] = frozenset()
    organisation_id: int | None = None
    """The organisation whose pages the person is looking at, where they belong to several."""
    is_demo: bool = False
    is_system: bool = False
    """A command or task of the installation itself, which needs nobody's leave."""
    on_behalf_of: str = ""

    @property
    def id(self) -> int:
        """The person's id, for a write. Raises `NotAllowed` for somebody who has not signed in."""
        if self.person_id is None:
            raise NotAllowed("Sign in first.")
        return self.person_id

    @property
    def is_signed_in(self) -> bool:
        return self.person_id is not None

    @property
    def organisation_ids(self) -> frozenset[int]:
        """The organisations the person is part of."""
        return frozenset(
            [grant.organisation_id for grant in self.grants if grant.organisation_id is not None]
        )

    def belongs_to(self, organisation_id: int) -> bool:
        return organisation_id in self.organisation_ids

    def roles_on(self, scope: str, *scope_ids: int) -> frozenset[str]:
        """The roles held on any of these things themselves."""
        return frozenset(
            [grant.role for grant in self.grants if grant.scope == scope and grant.scope_id in scope_ids]
        )

    def places(self, scope: str, roles: Iterable[str]) -> frozenset[int]:
        """The things of a kind on which one of these roles is held."""
        wanted = frozenset(roles)
        return frozenset(
            [grant.scope_id for grant in self.grants if grant.scope == scope and grant.role in wanted]
        )


NOBODY = Actor(person_id=None, name="")
SYSTEM = Actor(person_id=None, name="Wellrun", is_system=True)
"""The installation itself: setting up, loading the demo, work on a schedule."""
