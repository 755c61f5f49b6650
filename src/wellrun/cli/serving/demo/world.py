"""What has been made so far, by the names that the demo's files use."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from django.utils.timezone import localtime

from wellrun.access import actor_for
from wellrun.accounts.queries import person_with_id
from wellrun.accounts.services import mark_all_read
from wellrun.cli.serving.demo.calendar import Calendar
from wellrun.cli.serving.demo.diary import Diary
from wellrun.core.actor import Actor
from wellrun.measures.queries import Measure
from wellrun.organisations.queries import Organisation, Unit


@dataclass(slots=True, kw_only=True)
class World:
    """Organisations, units and people of the demo. ``folder`` is where the files are."""

    folder: Path
    now: datetime
    organisations: dict[str, Organisation] = field(default_factory=dict)
    """By slug, like ``riverside``."""
    units: dict[str, Unit] = field(default_factory=dict)
    """By place: ``riverside`` for the organisation as a whole, ``riverside/alder-ward`` for a unit of it."""
    people: dict[str, int] = field(default_factory=dict)
    """Ids by key, like ``amina.yusuf``."""
    measures: dict[tuple[str, str], Measure] = field(default_factory=dict)
    """By organisation and name."""
    calendar: Calendar = field(init=False)
    diary: Diary = field(init=False)
    _actors: dict[str, Actor] = field(default_factory=dict)
    _tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    _series: dict[str, dict[str, list[dict[str, str]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.calendar = Calendar(localtime(self.now).date())
        self.diary = Diary(now=self.now)

    def actor(self, key: str) -> Actor:
        """Somebody of the demo, with all the roles that they hold."""
        if key not in self._actors:
            person = person_with_id(self.people[key])
            assert person is not None  # noqa: S101 - made a moment ago
            self._actors[key] = actor_for(person)
        return self._actors[key]

    def forget_roles(self, key: str) -> None:
        """Somebody joined or left a team: what they may do is looked up again."""
        self._actors.pop(key, None)

    def writer(self, key: str, organisation: Organisation) -> Actor:
        """Who writes for an organisation.

        Nobody invented belongs to a real organisation. What is published about it is put in by the
        installation itself, and kept in the name that the file gives.
        """
        actor = self.actor(key)
        return actor if organisation.is_invented else replace(actor, is_system=True)

    def read_the_news(self, until: date) -> None:
        """Everybody has read what was older."""
        moment = datetime.combine(until, time(), tzinfo=UTC)
        for key in self.people:
            mark_all_read(actor=self.actor(key), until=moment, now=moment)

    def rows(self, name: str) -> list[dict[str, str]]:
        """A CSV file of the demo, read once: many measures have their numbers in one."""
        if name not in self._tables:
            with (self.folder / name).open(encoding="utf-8", newline="") as file:
                self._tables[name] = list(csv.DictReader(file))
        return self._tables[name]

    def rows_of(self, name: str, series: str) -> list[dict[str, str]]:
        """The rows of one series of such a file."""
        if name not in self._series:
            self._series[name] = defaultdict(list)
            for row in self.rows(name):
                self._series[name][row["series"]].append(row)
        return self._series[name][series]
