"""Requests straight to the product's middleware and views, without a browser: thousands in half a minute.

Each is answered inside a transaction that is rolled back, so the world is the same for the next one.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import urlsplit

from allauth.account.internal.flows.login import record_authentication
from django.core.handlers.base import BaseHandler
from django.db import DataError, connection, transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from tests.build.signed_in import signed_in
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.core.decision import NotAllowed

KEPT_BESIDE = ("accounts_session", "accounts_remembered")
"""Tables that any look may touch: when somebody was last seen, and how often something was tried."""
WRITES = re.compile(
    r"\s*(?:INSERT|UPDATE|DELETE)\b(?!.*(?:" + "|".join(KEPT_BESIDE) + "))", re.IGNORECASE | re.DOTALL
)
SIGN_IN = "/sign-in/"
SECOND_STEP = "/account/?first=1"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and what it took."""

    status: int
    headers: Mapping[str, str]
    cookies: Collection[str]
    body: bytes
    wrote: bool
    asked: int
    """Questions to the database."""
    refusals: tuple[str, ...]
    """Why the person may not, where a permission said no and the page went on."""

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


class Browser:
    """Somebody's browser. ``ask`` answers one request, and puts everything back as it was."""

    def __init__(self, person_id: int | None, *, is_prepared: bool = True) -> None:
        """Signed in a moment ago. ``is_prepared``: an administrator has set up their second step."""
        self._requests = RequestFactory()
        person = Person.objects.filter(pk=person_id).first()
        if person is not None:
            client = signed_in(actor_for(person)) if is_prepared and person.is_active else Client()
            client.force_login(person)
            session = client.session
            record_authentication(cast(Any, SimpleNamespace(session=session)), person, "password")
            session.save()
            self._requests.cookies = client.cookies

    def ask(
        self,
        method: str,
        address: str,
        form: Mapping[str, object] | bytes | None = None,
        *,
        is_kept: bool = False,
        **headers: str,
    ) -> Answer:
        """``is_kept``: what it changed stays."""
        kind = {"content_type": "application/x-www-form-urlencoded"} if isinstance(form, bytes) else {}
        send: Callable[..., Any] = getattr(self._requests, method.lower())
        request = send(address, form or None, headers=headers, **kind)
        request._dont_enforce_csrf_checks = True  # as Django's own test client does
        seen = _Seen()
        logging.disable(logging.WARNING)  # refusals are what is looked for: a line for each tells nothing
        with transaction.atomic(), connection.execute_wrapper(seen.look), _listening(seen):
            response = _handler().get_response(request)
            body = _body_of(cast(HttpResponse, response))
            transaction.set_rollback(not is_kept)
        return Answer(
            status=response.status_code, headers=dict(response.items()), body=body,
            cookies=tuple(cookie.OutputString() for cookie in response.cookies.values()),
            wrote=seen.wrote, asked=seen.asked, refusals=tuple(seen.refusals),
        )  # fmt: skip


class _Seen:
    """What happens while one request is answered."""

    def __init__(self) -> None:
        self.wrote, self.asked, self.refusals = False, 0, list[str]()

    def look(self, execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        self.asked += 1
        if _holds_nul(more[0]):
            raise DataError("a NUL: PostgreSQL refuses it in any text, so it is refused here too")
        done = execute(sql, *more)
        if WRITES.match(sql) and more[-1]["cursor"].rowcount:
            self.wrote = True
        return done


def _holds_nul(given: object) -> bool:
    """Whether some text among what a statement is given holds one."""
    if isinstance(given, str):
        return "\0" in given
    values = given.values() if isinstance(given, dict) else given
    return isinstance(values, Iterable) and not isinstance(values, bytes) and any(map(_holds_nul, values))


@contextmanager
def _listening(seen: _Seen) -> Iterator[None]:
    """Notes each refusal of a permission, which a page may show without the status 403."""
    plain = NotAllowed.__init__

    def noted(self: NotAllowed, sentence: str, **more: Any) -> None:
        seen.refusals.append(sentence)
        plain(self, sentence, **more)

    NotAllowed.__init__ = noted  # type: ignore[method-assign]
    try:
        yield
    finally:
        NotAllowed.__init__ = plain  # type: ignore[method-assign]


def _body_of(response: HttpResponse) -> bytes:
    if isinstance(response, StreamingHttpResponse):
        return b"".join(cast(Iterator[bytes], response.streaming_content))
    return response.content


def meaning(method: str, answer: Answer) -> str:
    """The answer as the matrix calls it."""
    if answer.status in {302, 303}:
        return "done" if method == "POST" and answer.wrote else _led(method, answer.location)
    if answer.status in {400, 409, 422} or (method == "POST" and answer.status == 200 and not answer.wrote):
        return "refused" if answer.refusals else "again"
    if method == "POST" and answer.status == 200:
        return "done"
    known = {200: "page", 204: "done", 403: "refused", 404: "absent", 405: "405"}
    return known.get(answer.status, str(answer.status))


def _led(method: str, location: str) -> str:
    path = urlsplit(location).path
    if location.startswith(SECOND_STEP):
        return "second-step"
    if path == SIGN_IN:
        return "sign-in"
    if path.startswith("/account/again/"):
        return "password"
    return "done" if method == "POST" else "led"
