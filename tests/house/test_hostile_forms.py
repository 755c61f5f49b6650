"""Every address that takes a form, sent what no form sends: too much, line breaks, words that are none.

The answer is clear, a form that is too large changes nothing, and nothing of it gets into a header.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.build.asking import Answer, Browser
from tests.build.kept import kept
from tests.build.roles import ROLES
from tests.build.whole_world import World
from tests.house.cells import Row, address_of, form_of, wanted

TEN_MEGABYTES = b"text=" + b"x" * (10 * 1024 * 1024)
LINE_BREAKS = ("\r\nSet-Cookie: stolen=1", "\nX-Mine: 1", "\r\n\r\n<script>")
ODD = ("a\x00b", "9" * 40, "\u202e" + "x" * 30_000)
"""A NUL, a number too large for any column, words far too long that turn the line around."""
ODD_ENDS = ("9" * 40, "a%00b")
KIND = {200, 302, 303, 400, 403, 404, 405, 409, 422, 429}
"""Anything but a fault of ours."""
Asked = tuple[World, dict[str, Browser]]


@kept
def asked(world: World) -> Asked:
    return world, {role: Browser(world.here.ids[role]) for role in (*ROLES,) if role in world.here.ids}


def posts() -> list[Row]:
    return [row for row in wanted() if row.method == "POST" and not row.case]


def send(asked: Asked, row: Row, who: str, form: dict[str, str] | bytes) -> Answer:
    world, browsers = asked
    world.here.put_files_back()
    return browsers[who].ask("POST", address_of(row, world.here.things), form)


@pytest.mark.django_db
def test_a_form_of_ten_megabytes_is_refused_in_words_everywhere(asked: Asked) -> None:
    for row in posts():
        answer = send(asked, row, "lead", TEN_MEGABYTES)
        assert (answer.status, answer.wrote) == (413, False), row.key
        assert b"That file is too large" in answer.body, row.key


def who_does(row: Row, asked: Asked) -> str:
    """Somebody who may send the form."""
    able = (role for role, answer in row.answers.items() if answer == "done" and role in asked[1])
    return next(able, "lead")


@pytest.mark.django_db
def test_nothing_that_is_sent_gets_into_a_header(asked: Asked) -> None:
    """Each field of each form with line breaks at its end."""
    for number, row in enumerate(posts()):
        breaks = LINE_BREAKS[number % len(LINE_BREAKS)]
        form = form_of(row, asked[0].here.things) | {"next": "/"}
        sent = {name: value + breaks for name, value in form.items()}
        answer = send(asked, row, who_does(row, asked), sent)
        assert answer.status in KIND, f"{row.key}: {answer.status}"
        for name, value in answer.headers.items():
            assert not set("\r\n") & set(name + value), row.key
            assert "X-Mine" not in name, row.key
        assert not any("stolen" in cookie for cookie in answer.cookies), row.key


def one_by_one(row: Row, things: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """The form as it is done, with one field odd."""
    form = form_of(row, things)
    for number, name in enumerate(form):
        yield name, form | {name: ODD[number % len(ODD)]}


@pytest.mark.django_db
def test_numbers_and_words_that_are_none_are_answered_in_words(asked: Asked) -> None:
    """To whoever may send the form. Run it on PostgreSQL as well, which refuses a NUL in any text."""
    faults = []
    for row in posts():
        who = next(
            (role for role, answer in row.answers.items() if answer == "done" and role in asked[1]), "lead"
        )
        for name, form in one_by_one(row, asked[0].here.things):
            status = send(asked, row, who, form).status
            if status not in KIND:
                faults.append(f"{row.key}, {name} {form[name][:5]!r}, as {who}: {status}")
    assert faults == []


@pytest.mark.django_db
def test_so_are_the_ends_of_addresses(asked: Asked) -> None:
    """What pages read from their query: the same oddities."""
    world, browsers = asked
    words = (
        "q",
        "unit",
        "at",
        "after",
        "project",
        "idea",
        "saved",
        "removed",
        "before",
        "role",
        "who",
        "since",
    )
    faults = []
    for row in wanted():
        if row.method == "GET" and not row.case:
            query = "&".join(f"{word}={ODD_ENDS[at % 2]}" for at, word in enumerate(words))
            address = f"{address_of(row, world.here.things)}?{query}"
            status = browsers["admin"].ask("GET", address).status
            if status not in KIND:
                faults.append(f"{address}: {status}")
    assert faults == []
