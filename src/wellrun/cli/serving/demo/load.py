"""Loads the demo once, all of it or nothing."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click
from django.core.exceptions import ValidationError
from django.db import transaction

from wellrun.accounts.queries import has_real_people
from wellrun.cli.serving.demo import measures, organisations, people, projects, views
from wellrun.cli.serving.demo.parts import DemoRefused, Part, edition_of, parts_in
from wellrun.cli.serving.demo.world import World
from wellrun.core import audit
from wellrun.core.actor import SYSTEM
from wellrun.core.decision import Refused

SUBJECTS = (organisations.SUBJECT, people.SUBJECT, measures.SUBJECT, projects.SUBJECT, views.SUBJECT)
"""In this order: a later one may name what an earlier one made."""

NEWS_SINCE = date(2026, 4, 8)
"""In the days of the files: news from this day on is unread."""

Say = Callable[[str], None]
_THING = audit.Thing(kind="demo", id=1)


def load_demo(folder: Path, *, now: datetime, say: Say) -> bool:
    """Load everything the folder describes. Returns whether it did: once loaded, it is left as it is."""
    if has_real_people():
        raise DemoRefused(
            "This database holds real people, so the demo is not loaded. Choose another data folder for it."
        )
    edition = edition_of(folder)
    if _was_loaded(edition, say):
        return False
    parts = parts_in(folder, SUBJECTS)
    world = World(folder=folder, now=now)
    with _quick(), transaction.atomic():
        _make(world, parts)
        _live(world)
        audit.record(
            actor=SYSTEM,
            action="demo.loaded",
            thing=_THING,
            now=now,
            after={"edition": edition, "parts": len(parts)},
        )
    counts = Counter(part.subject.name for part in parts)
    say("Demo: loaded " + ", ".join(f"{count} {name}" for name, count in counts.items()) + ".")
    return True


@contextmanager
def _quick() -> Iterator[None]:
    """Nearly all that is made stays until the end, so looking for garbage meanwhile is time lost."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _was_loaded(edition: str, say: Say) -> bool:
    """A demo that people have been in is never mixed with a newer one."""
    record = audit.records_of(_THING.kind, _THING.id).first()
    if record is None:
        return False
    if (record.after or {}).get("edition") == edition:
        say("Demo: loaded before.")
    else:
        say("Demo: an earlier one was loaded, and stays. Start with a new data folder to see this one.")
    return True


def _make(world: World, parts: list[Part]) -> None:
    with click.progressbar(parts, label="Demo: loading organisations, people and numbers") as bar:
        for part in bar:
            with _named(part.label):
                part.subject.add(world, part.told)


def _live(world: World) -> None:
    """What the people did, day by day; then they have read all news but the latest."""
    entries = world.diary.in_order()
    with click.progressbar(entries, length=len(world.diary), label="Demo: playing its projects") as bar:
        for entry, moment in bar:
            with _named(entry.label):
                entry.do(moment)
    world.read_the_news(world.calendar.day(NEWS_SINCE))


@contextmanager
def _named(label: str) -> Iterator[None]:
    """Whatever cannot be made is told of by the name it has in its file."""
    try:
        yield
    except Refused as refusal:
        raise DemoRefused(f"The demo, {label}: {refusal}") from refusal
    except ValidationError as error:
        raise DemoRefused(f"The demo, {label}: {' '.join(error.messages)}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DemoRefused(f"The demo, {label}: cannot be read: {error!r}.") from error
