"""The aim and its revisions, the driver diagram, and the family of measures."""

from __future__ import annotations

from datetime import datetime

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Work
from wellrun.core.actor import Actor
from wellrun.measures.services import use_measure
from wellrun.projects.services import add_driver, revise_aim, serve_another
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
    key, under = told.pop("key"), told.pop("under", [])

    def draw(*, actor: Actor, now: datetime, **words: str) -> None:
        parents = [work.drivers[each].pk for each in under]
        first = parents[0] if parents else None
        driver = add_driver(actor=actor, project=work.project, kind=kind, parent_id=first, now=now, **words)
        for parent_id in parents[1:]:
            serve_another(actor=actor, project=work.project, driver=driver, parent_id=parent_id, now=now)
        work.drivers[key] = driver

    work.note(told, f"driver “{key}”", draw)


def _measure(work: Work, told: Told) -> None:
    name, watches = told.pop("name"), told.pop("watches", "")

    def watch(**said: object) -> None:
        driver_id = work.drivers[watches].pk if watches else None
        use_measure(project=work.project, measure=work.measure(name), driver_id=driver_id, **said)  # type: ignore[arg-type]

    work.note({"on": work.told.get("drawn"), **told}, f"measure “{name}”", watch)
