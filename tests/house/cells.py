"""The matrix of access: for every address and method, what each role gets. Kept in cells.toml.

`test_cells.py` asks the product, and prints the lines to paste where the file says something else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from zlib import crc32

from tests.build.roles import ROLES
from tests.house.repository import ROOT
from tests.house.routes import matrix

CELLS = ROOT / "tests" / "house" / "cells.toml"
ANSWERS = {
    "page": "sees the page or the file",
    "led": "is led on to the page that it belongs to",
    "done": "does it",
    "again": "is shown the form again: what was sent lacked something",
    "refused": "is told why not, and nothing is changed",
    "sign-in": "is led to the sign-in page",
    "password": "is asked for the password again",
    "second-step": "is led to set up a second step first",
    "absent": "gets the answer for a page that is not there",
}
"""What a cell can say, as docs/reference/access.md explains it."""
SETTINGS = ("with", "at", "level", "because", "signed-in")
OUTSIDE = ("nobody", "closed", "admin-first")
"""Who has not come in (yet), so that a row about oneself names them apart."""
FEW = (*OUTSIDE, "newcomer", "lead", "admin")
"""As whom a row is asked in `make test` that answers everybody alike; `make test-deep` asks as everybody."""
CROWD = 4
"""As how many of those who are answered alike a row is asked in `make test`."""
CLOSED = {"refused", "sign-in", "second-step", "absent", "password"}
"""Answers after which nothing may have changed."""
GOOD = {"GET": {"page", "led"}, "POST": {"done"}}
"""What at least one role gets, or the row says why nobody does."""


@dataclass(frozen=True)
class Row:
    """One address and method: what is sent, and who gets which answer."""

    route: str
    method: str
    form: Mapping[str, str] = field(default_factory=dict)
    at: Mapping[str, str] = field(default_factory=dict)
    """Other things of the world than those that the names in the route stand for."""
    case: str = ""
    """What is special about what is asked, where one route has several rows."""
    level: str = "organisation"
    """As far as everything is shared."""
    signed_in: str = ""
    """The one answer for everybody who has signed in: the row is about oneself, or about all."""
    because: str = ""
    """Why no role gets a good answer here."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Role -> answer."""

    @property
    def key(self) -> str:
        return f"{self.method} {self.route}" + (f" | {self.case}" if self.case else "")


@cache
def rows() -> dict[str, Row]:
    """Every row of the file, by its key."""
    told = tomllib.loads(CELLS.read_text(encoding="utf-8"))
    return {key: _row(key, entry) for key, entry in told.items()}


def _row(key: str, entry: Mapping[str, Any]) -> Row:
    method, _, asked = key.partition(" ")
    route, _, case = asked.partition(" | ")
    alike = entry.get("signed-in", "")
    answers = {role: alike for role in ROLES if alike} | {
        role: answer for answer, roles in entry.items() if answer not in SETTINGS for role in roles.split()
    }
    return Row(
        route=route, method=method, case=case, form=entry.get("with", {}), at=entry.get("at", {}),
        level=entry.get("level", "organisation"), because=entry.get("because", ""),
        signed_in=alike, answers=answers,
    )  # fmt: skip


def wanted() -> list[Row]:
    """A row for each route and method of routes.toml, with what cells.toml says about it so far."""
    found = []
    for route, methods in matrix().items():
        for method in methods:
            plain = Row(route=route, method=method)
            found.append(rows().get(plain.key, plain))
            found += [
                row for row in rows().values() if row.case and (row.route, row.method) == (route, method)
            ]
    return found


def address_of(row: Row, things: Mapping[str, Any]) -> str:
    """The row's address with the things of the world in it; what the world lacks is 1 or x."""

    def thing(found: re.Match[str]) -> str:
        kind, name = found.groups()
        return str(things.get(row.at.get(name, name), "1" if kind == "int" else "x"))

    return re.sub(r"<(\w+):(\w+)>", thing, row.route)


def form_of(row: Row, things: Mapping[str, Any]) -> dict[str, str]:
    """What is sent: ``{measure_id}`` stands for that thing of the world, in a field's name as well."""
    return {name.format_map(things): value.format_map(things) for name, value in row.form.items()}


def asked_as(row: Row, *, everybody: bool = False) -> Collection[str]:
    """The roles as whom a row is asked."""
    if everybody:
        return tuple(ROLES)
    return FEW if row.signed_in else _some(row)


def _some(row: Row) -> Collection[str]:
    """From each crowd that is answered alike some roles, others in each row: rows share their permissions."""
    turn = crc32(row.key.encode())
    chosen: set[str] = set()
    for answer in set(row.answers.values()):
        crowd = [role for role in ROLES if row.answers.get(role) == answer]
        chosen |= {crowd[(turn + step) % len(crowd)] for step in range(min(CROWD, len(crowd)))}
    return [role for role in ROLES if role in chosen]


def lines(row: Row, answers: Mapping[str, str]) -> str:
    """The row as it stands in the file."""
    said = [f'["{row.key}"]']
    for name, told in (("at", row.at), ("with", row.form)):
        if told:
            pairs = ", ".join(f"{_key(key)} = {_quoted(value)}" for key, value in told.items())
            said.append(f"{name} = {{ {pairs} }}")
    if row.level != "organisation":
        said.append(f"level = {_quoted(row.level)}")
    if row.because:
        said.append(f"because = {_quoted(row.because)}")
    inside = {answers[role] for role in answers if role not in OUTSIDE}
    named = list(ROLES)
    if len(inside) == 1:
        said.append(f'signed-in = "{inside.pop()}"')
        named = list(OUTSIDE)
    for answer in (*ANSWERS, *sorted(set(answers.values()) - set(ANSWERS))):
        roles = [role for role in named if answers.get(role) == answer]
        said += [f'{answer} = "{" ".join(roles)}"'] if roles else []
    return "\n".join(said) + "\n"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    return (
        '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    )


def area_of(route: str) -> str:
    """The first part of an address, by which the tests are cut in pieces."""
    return route.split("/")[1] or "today"


def areas() -> list[str]:
    return sorted({area_of(route) for route in matrix()})
