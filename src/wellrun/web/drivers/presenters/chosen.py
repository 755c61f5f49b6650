"""The part that was chosen, with all that can be done to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.core.vocabulary import worded, worded_lazy
from wellrun.measures.queries import MeasureUse
from wellrun.projects.queries import Branch, Driver
from wellrun.projects.values import PARENTS, DriverKind, kind_below
from wellrun.web.drivers.presenters.notes import watched_by
from wellrun.web.drivers.presenters.sources import DriverSources
from wellrun.web.pdsa.presenters.words import stage_icon, stage_text, status_of

ADDS = {
    DriverKind.PRIMARY: worded_lazy(gettext_lazy("{A_primary_driver} below this")),
    DriverKind.SECONDARY: worded_lazy(gettext_lazy("{A_secondary_driver} below this")),
    DriverKind.IDEA: worded_lazy(gettext_lazy("{A_change_idea} below this")),
}

HELPS = {
    DriverKind.PRIMARY: "",
    DriverKind.SECONDARY: gettext_lazy(
        "What moves it, one step nearer to daily work. You can leave this out."
    ),
    DriverKind.IDEA: gettext_lazy("Something small that you could try this week."),
}

Option = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the chosen part stands: below what, and the ways it can go from there."""

    link_id: int
    parent_id: int | None
    parent: str
    number: int
    of: int

    @property
    def up(self) -> int:
        return self.number - 2

    @property
    def down(self) -> int:
        return self.number

    @property
    def is_first(self) -> bool:
        return self.number == 1

    @property
    def is_last(self) -> bool:
        return self.number == self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class TestLine:
    """One test of an idea, and how it stands."""

    text: str
    href: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """One measure that watches the part."""

    id: int
    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """All that the panel shows."""

    id: int
    kind: str
    is_idea: bool
    text: str
    why: str
    source: str
    status: str
    icon: str
    tests: tuple[TestLine, ...]
    measures: tuple[MeasureLine, ...]
    to_watch: tuple[Option, ...]
    """Measures of the project that could watch it."""
    places: tuple[Place, ...]
    moves: tuple[Option, ...]
    """What it can be put below instead."""
    others: tuple[Option, ...]
    """What it could serve as well."""
    adds: tuple[tuple[str, str, str], ...]
    """What can be put below it: its kind, its name, and what that means."""
    test_href: str
    new_test_href: str

    @property
    def may_leave(self) -> bool:
        return len(self.places) > 1


def present_chosen(sources: DriverSources, at: Driver) -> Chosen:
    here = [branch for branch in sources.every if branch.driver.pk == at.pk]
    is_idea, newest = at.kind == DriverKind.IDEA, sources.latest.get(at.pk)
    icon, status = status_of(newest) if is_idea else ("", "")
    new_test = f"{reverse('pdsa:new', args=[sources.project.pk])}?idea={at.pk}"
    return Chosen(
        id=at.pk,
        kind=str(DriverKind(at.kind).label),
        is_idea=is_idea,
        text=at.text,
        why=at.why,
        source=at.source,
        status=status,
        icon=icon,
        tests=_tests(sources, at),
        measures=tuple(_measure(use) for use in _watching(sources, at)),
        to_watch=() if is_idea else _to_watch(sources, at),
        places=_places(sources, here),
        moves=_moves(sources, at, here),
        others=_others(sources, at, here),
        adds=tuple(
            (kind.value, str(ADDS[kind]), str(HELPS[kind])) for kind in DriverKind if at.kind in PARENTS[kind]
        ),
        test_href=reverse("pdsa:cycle", args=[newest.pk]) if newest else "",
        new_test_href=new_test if is_idea else "",
    )


def _tests(sources: DriverSources, at: Driver) -> tuple[TestLine, ...]:
    return tuple(
        TestLine(
            text=worded(_("{Test} %(number)d: %(stage)s"))
            % {"number": cycle.number, "stage": stage_text(cycle)},
            href=reverse("pdsa:cycle", args=[cycle.pk]),
            icon=stage_icon(cycle),
        )
        for cycle in sources.cycles
        if cycle.idea_id == at.pk
    )


def _watching(sources: DriverSources, at: Driver) -> list[MeasureUse]:
    """The measures on a driver; for an idea, those in which its tests are read."""
    if at.kind != DriverKind.IDEA:
        return sources.uses_on(at.pk)
    read = {cycle.measure_id for cycle in sources.cycles if cycle.idea_id == at.pk}
    return [use for use in sources.uses if use.measure_id in read or use.driver_id == at.pk]


def _measure(use: MeasureUse) -> MeasureLine:
    return MeasureLine(
        id=use.measure_id, text=watched_by(use), href=reverse("measures:detail", args=[use.measure_id])
    )


def _to_watch(sources: DriverSources, at: Driver) -> tuple[Option, ...]:
    """Those that watch nothing first: a measure watches one part at a time."""
    free = [(str(use.measure_id), use.measure.name) for use in sources.uses if use.driver_id is None]
    taken = [
        (
            str(use.measure_id),
            worded(_("%(name)s (it watches: %(driver)s)"))
            % {"name": use.measure.name, "driver": use.driver.text},
        )
        for use in sources.uses
        if use.driver is not None and use.driver_id != at.pk
    ]
    return (*free, *taken)


def _places(sources: DriverSources, here: Iterable[Branch]) -> tuple[Place, ...]:
    texts = sources.texts
    beside: dict[int | None, list[int]] = {}
    for branch in sources.every:
        lines = beside.setdefault(branch.parent_id, [])
        if branch.link_id not in lines:
            lines.append(branch.link_id)
    places = {
        branch.link_id: Place(
            link_id=branch.link_id,
            parent_id=branch.parent_id,
            parent=worded(_("{the_aim}")) if branch.parent_id is None else texts[branch.parent_id],
            number=beside[branch.parent_id].index(branch.link_id) + 1,
            of=len(beside[branch.parent_id]),
        )
        for branch in here
    }
    return tuple(places.values())


def _moves(sources: DriverSources, at: Driver, here: Iterable[Branch]) -> tuple[Option, ...]:
    """Other parents, the aim among them where a driver would become a primary one."""
    to_aim = (
        [("", worded(_("{the_aim} (it becomes {a_primary_driver})")))]
        if at.kind == DriverKind.SECONDARY
        else []
    )
    here = list(here)
    below = {at.pk} | {branch.driver.pk for branch in here for branch in _under(branch)}
    serves = {branch.parent_id for branch in here}
    return (
        *to_aim,
        *(
            _option(driver)
            for driver in _drivers(sources)
            if driver.pk not in below | serves and kind_below(at.kind, driver.kind)
        ),
    )


def _under(branch: Branch) -> list[Branch]:
    return [each for below in branch.below for each in (below, *_under(below))]


def _others(sources: DriverSources, at: Driver, here: Iterable[Branch]) -> tuple[Option, ...]:
    serves = {branch.parent_id for branch in here}
    return tuple(
        _option(driver)
        for driver in _drivers(sources)
        if driver.kind in PARENTS[at.kind] and driver.pk not in serves
    )


def _drivers(sources: DriverSources) -> list[Driver]:
    """The drivers in the order of the diagram, each once."""
    return list(
        {
            branch.driver.pk: branch.driver
            for branch in sources.every
            if branch.driver.kind != DriverKind.IDEA
        }.values()
    )


def _option(driver: Driver) -> Option:
    indent = "\u2003" if driver.kind == DriverKind.SECONDARY else ""
    return str(driver.pk), f"{indent}{driver.text}"
