"""Who is asking: a frozen value made once for each request, command or task; permissions need no database."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun.core.decision import NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person and the organisations they belong to; ``person_id`` is ``None`` before they sign in."""

    person_id: int | None
    name: str
    organisation_ids: frozenset[int] = frozenset()
    is_demo: bool = False
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

    def belongs_to(self, organisation_id: int) -> bool:
        return organisation_id in self.organisation_ids


NOBODY = Actor(person_id=None, name="")
