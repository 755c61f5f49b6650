"""The second lock: on PostgreSQL the database itself shows only the rows of whoever is asking.

The first lock is `visible_to` in each domain. This one is coarser (whole organisations, what was shared,
what is one's own) and knows nothing of the first, so that a forgotten WHERE shows nothing of somebody
else's. Each domain declares the rule of its tables beside its app; `core.secure_database` writes them into
the database, and `core.postgresql` tells the database who is asking. On SQLite there is no second lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from wellrun.core.actor import Actor

UNIT = "unit"
"""How grants name a unit of an organisation."""
PROJECT = "project"
"""How grants name a project, whose team may come from several organisations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRule:
    """Which rows of a table somebody may see and change, as an SQL condition.

    It may use ``IS_SYSTEM``, ``PERSON``, ``ORGANISATIONS``, ``UNITS``, ``PROJECTS`` and ``PRESENTED`` of this
    module, and other tables, whose own rules then hold too. Several rules of one table are joined by "or".
    """

    table: str
    name: str
    condition: str
    anybody_adds: bool = False
    """Rows may be added whatever the condition says, as records of the audit are."""
    reads_only: bool = False
    """What was shared is shown by it, and stays as it is."""


IS_SYSTEM = "(SELECT wellrun_is_system())"
PERSON = "(SELECT wellrun_person())"
ORGANISATIONS = "ANY ((SELECT wellrun_organisations())::bigint[])"
UNITS = "ANY ((SELECT wellrun_units())::bigint[])"
PROJECTS = "ANY ((SELECT wellrun_projects())::bigint[])"
PRESENTED = "(SELECT wellrun_presented())"
"""The digest of a secret that somebody shows, as the words in the link of an invitation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose rows the database shows."""

    person_id: int | None = None
    organisation_ids: tuple[int, ...] = ()
    unit_ids: tuple[int, ...] = ()
    project_ids: tuple[int, ...] = ()
    is_system: bool = False
    presented: str = ""
    """The digest of a secret: a row that is kept under it is shown to whoever has it."""


NOBODY = Scope()
EVERYTHING = Scope(is_system=True)


def scope_of(actor: Actor) -> Scope:
    return Scope(
        person_id=actor.person_id,
        organisation_ids=tuple(sorted(actor.organisation_ids)),
        unit_ids=_places(actor, UNIT),
        project_ids=_places(actor, PROJECT),
        is_system=actor.is_system,
    )


def _places(actor: Actor, scope: str) -> tuple[int, ...]:
    return tuple(sorted({grant.scope_id for grant in actor.grants if grant.scope == scope}))


_SCOPE: ContextVar[Scope | None] = ContextVar("wellrun_scope", default=None)
_PROCESS = [NOBODY]


def current() -> Scope:
    """Whose rows are shown now."""
    return _SCOPE.get() or _PROCESS[0]


def work_as_system() -> None:
    """This process is a command or the background worker of the installation itself, and sees everything."""
    _PROCESS[0] = EVERYTHING


def work_as_nobody() -> None:
    """This process answers strangers: it shows what is public until a request says who is asking."""
    _PROCESS[0] = NOBODY


@contextmanager
def looking_as(scope: Scope) -> Iterator[None]:
    """Show the rows of this scope."""
    token = _SCOPE.set(scope)
    try:
        yield
    finally:
        _SCOPE.reset(token)


def as_system() -> AbstractContextManager[None]:
    """Step over the second lock for what no scope covers yet, as the first role in an organisation."""
    return looking_as(EVERYTHING)


def presenting(digest: str) -> AbstractContextManager[None]:
    """Show, besides one's own, the row that is kept under this digest of a secret."""
    return looking_as(replace(current(), presented=digest))
