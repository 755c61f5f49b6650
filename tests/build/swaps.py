"""Requests in which a thing was swapped for somebody else's. Each has a number, always the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any
from urllib.parse import unquote_to_bytes, urlencode

from tests.build.asking import Answer, Browser
from tests.build.whole_world import Place, World
from tests.house.cells import Row, address_of, form_of, rows

SEED = 2026
NOBODYS: dict[str, Any] = {"int": 987_654, "str": "no-such-thing"}
OWNED_BY_NOBODY = {
    "kind", "period", "phase", "next_period",  # words and days
    "token", "tree_token", "invitation_token",  # secret: whoever has it may use it, or it is one person's own
    "letter_id",  # the installation's own work
    "tool_kind", "group", "other_group", "grid_place", "further",  # the same words everywhere
    "person_email",  # how a guest is asked to join: whoever leads a team types the address
}  # fmt: skip
"""What no organisation owns."""
NUMBERED_THROUGH = {"change_id", "unit_change", "profile_change", "day_change"}
"""Records of the audit have one row of numbers for the whole installation. That a number was given tells
nothing, so it may be looked up first. Of all others the database is asked as much as for one not there."""
ABOUT_ONESELF = ("/account/", "/sign-in/", "/set-up/", "/design/")
"""Pages that name no thing, so that a query names none either."""
QUERIES = {
    "unit": "unit_id", "organisation": "organisation", "project": "project_id", "at": "driver_id",
    "after": "cycle_id", "idea": "idea_id", "saved": "change_id", "removed": "driver_id",
    "before": "unit_change", "view": "view_id", "from": "driver_version",
    "person": "person_id", "measure": "measure_id", "role": "membership_id",
}  # fmt: skip
"""What pages read from the end of their address, and what stands there."""
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|/measures/new/[\w-]{22}/')
"""What is made anew for each answer."""


@dataclass(frozen=True)
class Swap:
    """One request of somebody, with these things swapped."""

    number: int
    row: Row
    role: str
    names: tuple[str, ...]
    query: str = ""
    is_inward: bool = False
    """Hillside's people ask for Riverside's things, instead of the other way round."""

    def __str__(self) -> str:
        who = f"{self.role} of {'Hillside' if self.is_inward else 'Riverside'}"
        where = f"the query {self.query}" if self.query else ", ".join(self.names)
        return f"swap {self.number}: {self.row.key} as {who}, with another organisation's {where}"


def swaps(world: World) -> list[Swap]:
    """Every swap there is, in an order that the seed decides."""
    found = [
        (row, role, names, query, is_inward)
        for is_inward in (False, True)
        for row in rows().values()
        if row.level == "organisation"
        for role in strangers(world, is_inward=is_inward)
        for names, query in _slots(row, world.here.things)
    ]
    random = Random(SEED)
    # Whole pages with one odd word at the end of their address are many, slow and much alike: one in five.
    found.sort(key=lambda each: random.random() * (5 if each[3] else 1))
    return [Swap(number, *each) for number, each in enumerate(found, start=1)]


def strangers(world: World, *, is_inward: bool) -> list[str]:
    """The people of one place who have no part in the other: neither is a guest."""
    return [
        role for role in _own(world, is_inward=is_inward).ids if role not in {"guest", "colleague", "closed"}
    ]


def _own(world: World, *, is_inward: bool) -> Place:
    return world.there if is_inward else world.here


def _slots(row: Row, things: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    in_address = [row.at.get(name, name) for _kind, name in re.findall(r"<(\w+):(\w+)>", row.route)]
    in_form = [name for pair in row.form.items() for told in pair for name in re.findall(r"{(\w+)}", told)]
    names = [
        name
        for name in dict.fromkeys([*in_address, *in_form])
        if name in things and name not in OWNED_BY_NOBODY and not name.startswith("talk_")
    ]
    for count in range(1, len(names) + 1):
        for chosen in combinations(names, count):
            yield chosen, ""
    if row.method == "GET" and not row.route.startswith(ABOUT_ONESELF):
        for query in QUERIES:
            yield (), query


def asked(swap: Swap, browser: Browser, own: Place, things: Mapping[str, Any]) -> Answer:
    """The answer where ``things`` are put in place of one's own."""
    mixed = own.things | {name: things[name] for name in swap.names}
    address = address_of(swap.row, mixed)
    if swap.query:
        address += "?" + urlencode({swap.query: things[QUERIES[swap.query]]})
    own.put_files_back()
    return browser.ask(swap.row.method, address, form_of(swap.row, mixed))


def is_numbered_through(swap: Swap) -> bool:
    return bool(NUMBERED_THROUGH & {*swap.names, QUERIES.get(swap.query, "")})


def absent(swap: Swap, things: Mapping[str, Any]) -> dict[str, Any]:
    """Things of the same kinds that are not there."""
    names = (*swap.names, *([QUERIES[swap.query]] if swap.query else []))
    return {name: NOBODYS["int" if isinstance(things[name], int) else "str"] for name in names}


def masked(text: bytes, *values: object) -> bytes:
    """Without tokens, and without the numbers and names that were asked for."""
    text = TOKEN.sub(b"TOKEN", unquote_to_bytes(text))
    for value in sorted({str(value) for value in values}, key=len, reverse=True):
        text = re.sub(rb"(?<![\w-])" + re.escape(value.encode()) + rb"(?![\w-])", b"#", text)
    return text
