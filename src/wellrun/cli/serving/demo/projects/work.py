"""One project of the demo while its story is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from wellrun.accounts.queries import Person, person_with_id
from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.world import World
from wellrun.measures.queries import Measure
from wellrun.pdsa.queries import Cycle
from wellrun.projects.queries import Barrier, Driver, Project
from wellrun.projects.queries.tools import Tool, ToolItem

Doing = Callable[..., Any]
"""A service, or what calls one: it takes ``actor``, ``now`` and the words of the file."""


@dataclass(slots=True, kw_only=True)
class Work:
    """``told`` is what the file says, its days moved. The project is there once its first entry is done."""

    world: World
    told: Told
    _project: Project | None = None
    drivers: dict[str, Driver] = field(default_factory=dict)
    """Drivers and ideas by the keys that the file gives."""
    tools: dict[str, Tool] = field(default_factory=dict)
    cards: dict[tuple[str, str], ToolItem] = field(default_factory=dict)
    """Cards of tools by the keys of both."""
    tests: list[Cycle] = field(default_factory=list)
    """In the order in which they were planned."""
    barriers: dict[str, Barrier] = field(default_factory=dict)
    """By what stands in the way, as the file says it."""

    @classmethod
    def of(cls, world: World, told: Told) -> Work:
        return cls(world=world, told=told)

    @property
    def organisation(self) -> str:
        return str(self.told["unit"]).partition("/")[0]

    @property
    def project(self) -> Project:
        """As it was when it was started: services read it again. See `project_now`."""
        assert self._project is not None  # noqa: S101 - the entry that starts it is the first
        return self._project

    @property
    def project_now(self) -> Project:
        """As the database has it."""
        self.project.refresh_from_db()
        return self.project

    def begin(self, project: Project) -> None:
        self._project = project
        self.world.forget_roles(self.told["by"])

    def each(self, section: str) -> list[Told]:
        return [dict(told) for told in self.told.get(section, ())]

    def person(self, key: str) -> Person:
        person = person_with_id(self.world.people[key])
        assert person is not None  # noqa: S101 - everybody was made before
        return person

    def measure(self, name: str) -> Measure:
        return self.world.measures[self.organisation, name]

    def note(self, told: Told, what: str, do: Doing) -> None:
        """``told`` says on which day, and by whom: by who started the project, where nobody is named."""
        said = dict(told)
        day, by = said.pop("on"), said.pop("by", self.told["by"])
        self.at(day, by, what, do, **said)

    def at(self, day: date, by: str, what: str, do: Doing, /, **said: object) -> None:
        label = f"“{self.told['title']}”, {what} on {day.isoformat()}"

        def entry(now: datetime) -> None:
            do(actor=self.world.actor(by), now=now, **said)

        self.world.diary.note(day, label, entry)

    def on_it(self, service: Doing) -> Doing:
        """A service that takes the project."""
        return lambda **said: service(project=self.project, **said)
