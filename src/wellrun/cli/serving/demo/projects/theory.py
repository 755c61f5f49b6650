"""The aim and its revisions, the driver diagram, and the family of measures."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Work
from wellrun.core.actor import Actor
from wellrun.measures.services import use_measure
from wellrun.projects.services import add_driver, revise_aim, serve_another, write_driver
from wellrun.projects.services.tools import turn_into_driver
from wellrun.projects.values import DriverKind

LEVELS = {
    "primary": DriverKind.PRIMARY,
    "secondary": DriverKind.SECONDARY,
    "idea": DriverKind.IDEA,
}


def tell(work: Work) -> None:
    for told in work.each("aim"):
        work.note(told, "aim", work.on_it(revise_aim))
    for section, kind in LEVELS.items():
        for told in work.each(section):
            _driver(work, {"on": work.told.get("drawn"), **told}, kind)
    for told in work.each("measure"):
        _measure(work, told)


def _driver(work: Work, told: Told, kind: DriverKind) -> None:
    """``from`` names a tool and its card, from which it was drawn and then said in the team's words."""
    key, under = told.pop("key"), told.pop("under", [])
    tool, _, card = told.pop("from", "").partition("/")

    def draw(*, actor: Actor, now: datetime, **words: Any) -> None:
        parents = [work.drivers[each].pk for each in under]
        first = parents[0] if parents else None
        who: Told = {"actor": actor, "now": now}
        if tool:
            item_id = work.cards[tool, card].pk
            driver = turn_into_driver(
                tool=work.tools[tool], item_id=item_id, kind=kind, parent_id=first, **who
            )
            write_driver(project=work.project, driver=driver, **words, **who)
        else:
            driver = add_driver(project=work.project, kind=kind, parent_id=first, **words, **who)
        for parent_id in parents[1:]:
            serve_another(project=work.project, driver=driver, parent_id=parent_id, **who)
        work.drivers[key] = driver

    work.note(told, f"driver “{key}”", draw)


def _measure(work: Work, told: Told) -> None:
    name, watches = told.pop("name"), told.pop("watches", "")

    def watch(**said: object) -> None:
        driver_id = work.drivers[watches].pk if watches else None
        use_measure(project=work.project, measure=work.measure(name), driver_id=driver_id, **said)  # type: ignore[arg-type]

    work.note({"on": work.told.get("drawn"), **told}, f"measure “{name}”", watch)
