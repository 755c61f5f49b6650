"""What a driver diagram still lacks. Hints coach: they are no marks (after Bennett & Provost 2015)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.projects.models import Driver
from wellrun.projects.values import DriverKind


def diagram_hints(
    drivers: Iterable[Driver],
    *,
    parents: Collection[int],
    tested: Collection[int],
    watched: Collection[int] = (),
    has_aim: bool,
) -> tuple[str, ...]:
    """What to think about next: ``parents`` have something below them, ``tested`` ideas have a test,
    and a measure watches the ``watched`` drivers."""
    rows = list(drivers)
    ideas = [row for row in rows if row.kind == DriverKind.IDEA]
    bare = [row for row in rows if row.kind != DriverKind.IDEA and row.pk not in parents]
    untested = [row for row in ideas if row.pk not in tested]
    unwatched = [row for row in rows if row.kind == DriverKind.PRIMARY and row.pk not in watched]
    hints = []
    if not has_aim:
        hints.append(worded(_("Agree {the_aim} first: it says what the {drivers} are about.")))
    if bare:
        hints.append(
            _("“%(text)s” has nothing below it yet. What would move it?") % {"text": _within(bare[0])}
        )
    if untested and tested:
        hints.append(
            worded(_("“%(text)s”: nobody {tests_it} yet. Start with one person and one day."))
            % {"text": _within(untested[0])}
        )
    if ideas and not tested:
        hints.append(worded(_("No idea is {tested} yet. Choose a small and safe one for this week.")))
    if unwatched and tested:
        hints.append(
            _("No measure watches “%(text)s” yet. What would show that it moves?")
            % {"text": _within(unwatched[0])}
        )
    return tuple(hints)


def _within(driver: Driver) -> str:
    """Its text for a sentence that quotes it: quotes inside quotes are single."""
    return driver.text.translate({ord("“"): "‘", ord("”"): "’"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnds:
    """The parts of a theory that somebody may want to think about: questions, not faults."""

    bare: tuple[Driver, ...]
    """Drivers with nothing below them."""
    untested: tuple[Driver, ...]
    """Ideas that nobody tests."""
    unwatched: tuple[Driver, ...]
    """Drivers that no measure watches, neither themselves nor anything that serves them."""


def open_ends(
    drivers: Iterable[Driver],
    *,
    lines: Iterable[tuple[int | None, int]],
    tested: Collection[int],
    watched: Collection[int],
) -> OpenEnds:
    rows, below = list(drivers), defaultdict[int | None, set[int]](set)
    for parent, child in lines:
        below[parent].add(child)
    kinds = {row.pk: row.kind for row in rows}

    def is_watched(part: int) -> bool:
        return part in watched or any(is_watched(child) for child in below[part])

    drivers_only = [row for row in rows if kinds[row.pk] != DriverKind.IDEA]
    return OpenEnds(
        bare=tuple(row for row in drivers_only if not below[row.pk]),
        untested=tuple(row for row in rows if kinds[row.pk] == DriverKind.IDEA and row.pk not in tested),
        unwatched=tuple(row for row in drivers_only if not is_watched(row.pk)),
    )
