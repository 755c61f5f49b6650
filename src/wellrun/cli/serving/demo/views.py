"""Views of the portfolio that people keep under a name, for themselves or for their whole organisation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from wellrun.cli.serving.demo.parts import Subject, Told
from wellrun.cli.serving.demo.world import World
from wellrun.projects.services import save_view
from wellrun.projects.values import Filters


def _read(content: Told) -> Iterable[Told]:
    return list(content["view"])


def _add(world: World, told: Told) -> None:
    organisation = world.organisations[told["organisation"]]
    shared = bool(told.get("is_shared", False))

    def keep(now: datetime) -> None:
        save_view(
            actor=world.actor(told["by"]),
            name=told["name"],
            filters=Filters(**told["filters"]),
            organisation_id=organisation.pk,
            is_shared=shared,
            now=now,
        )

    world.diary.note(world.calendar.day(told["on"]), f"view “{told['name']}”", keep)


SUBJECT = Subject(name="views", read=_read, add=_add)
