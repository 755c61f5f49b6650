"""Projects: what a file tells becomes entries of the diary, each done through the service of its page."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun.cli.serving.demo.parts import Subject, Told
from wellrun.cli.serving.demo.projects import (
    endings,
    helping,
    partners,
    people,
    talking,
    testing,
    theory,
    understanding,
)
from wellrun.cli.serving.demo.projects.work import Work
from wellrun.cli.serving.demo.world import World


def _read(content: Told) -> Iterable[Told]:
    return list(content["project"])


def _add(world: World, told: Told) -> None:
    work = Work.of(world, world.calendar.moved(told))
    for tell in (
        people.tell,
        understanding.tell,
        theory.tell,
        partners.tell,
        testing.tell,
        helping.tell,
        endings.tell,
        talking.tell,
    ):
        tell(work)


SUBJECT = Subject(name="projects", read=_read, add=_add)
