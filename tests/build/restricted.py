"""Requests of tests answered under the second lock: as a role that owns nothing, on a secured PostgreSQL.

Used where WELLRUN_TEST_SECOND_LOCK is set (see tools/test.sh): builders work as the owner, pages as the role.
"""

import os
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

VARIABLE = "WELLRUN_TEST_SECOND_LOCK"
ROLE = f"wellrun_pages_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


def is_wanted() -> bool:
    return bool(os.environ.get(VARIABLE))


def as_the_role(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        _become(ROLE)
        try:
            return get_response(request)
        finally:
            _become("NONE")

    return middleware


def _become(role: str) -> None:
    """Beside Django, so that it counts as no question of the page."""
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {role}")
