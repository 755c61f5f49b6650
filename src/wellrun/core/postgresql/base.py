"""Tells PostgreSQL who is asking, before the first question of a request and whenever that changes.

The scope is set for the session and not for the transaction, because most pages need none. So a pool between
Wellrun and PostgreSQL must hand out whole sessions; Wellrun's own pool does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base

from wellrun.core import second_lock
from wellrun.core.second_lock import Scope

_TELL = """
    SELECT set_config('wellrun.system', %s, false), set_config('wellrun.person', %s, false),
           set_config('wellrun.organisations', %s, false), set_config('wellrun.units', %s, false),
           set_config('wellrun.projects', %s, false), set_config('wellrun.presented', %s, false)
"""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows for whom it was last used."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._told: Scope | None = None
        self.execute_wrappers.append(self._tell_first)

    def init_connection_state(self) -> None:
        super().init_connection_state()
        self._told = None  # a session from the pool was somebody else's

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self._told = None  # what was told since is taken back too

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._told = None

    def _tell_first(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        scope = second_lock.current()
        if scope != self._told:
            with self.connection.cursor() as cursor:
                cursor.execute(_TELL, _settings(scope))
            self._told = scope
        return execute(sql, params, many, context)


def _settings(scope: Scope) -> list[str]:
    return [
        "on" if scope.is_system else "",
        "" if scope.person_id is None else str(scope.person_id),
        _array(scope.organisation_ids),
        _array(scope.unit_ids),
        _array(scope.project_ids),
        scope.presented,
    ]


def _array(ids: tuple[int, ...]) -> str:
    return "{" + ",".join(map(str, ids)) + "}"
