"""Asks the product what a row of the matrix of access says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction

from tests.build.asking import Answer, Browser, meaning
from tests.build.whole_world import World
from tests.house.cells import CLOSED, Row, address_of, form_of


def seen(row: Row, world: World, browsers: Mapping[str, Browser]) -> dict[str, str]:
    """What each of these roles gets now."""
    address, form = address_of(row, world.here.things), form_of(row, world.here.things)
    found = {}
    if row.level != "organisation":
        with transaction.atomic():
            world.here.share_everything(row.level)
            found = seen(replace(row, level="organisation"), world, browsers)
            transaction.set_rollback(True)
        return found
    for role, browser in browsers.items():
        if "token" in row.route:
            world.here.put_files_back()
        answer = browser.ask(row.method, address, form)
        found[role] = meaning(row.method, answer) + _fault(row, meaning(row.method, answer), answer)
    return found


def _fault(row: Row, said: str, answer: Answer) -> str:
    """What no cell may say: a closed door that let something change, a refusal that does not say why."""
    if answer.wrote and said in CLOSED:
        return "-but-wrote"
    nothing_said = b"Ask the person who keeps this page to share it" in answer.body
    return "-without-words" if said == "refused" and nothing_said else ""
