"""Driver diagrams of any size, with tests and measures, in bulk, as the services would have left them."""

from collections.abc import Sequence

from tests.build.cast import NOW
from tests.build.measures import a_definition
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure, MeasureUse
from wellrun.measures.services import create_measure
from wellrun.measures.values import NewObservation
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import Driver, DriverLink, Project

WIDE = (6, 4, 5)
"""Six primary drivers, four below each, five ideas below each of those: 150 parts."""


def a_theory(project: Project, *, shape: tuple[int, int, int] = WIDE) -> list[Driver]:
    """Primary drivers, secondary drivers and ideas, so many below each part above."""
    made: list[Driver] = []
    level: list[Driver | None] = [None]
    for kind, each in zip(("primary", "secondary", "idea"), shape, strict=True):
        rows = [
            (parent, number, Driver(project=project, kind=kind, text=_text(kind, number), created_at=NOW))
            for parent in level
            for number in range(each)
        ]
        Driver.objects.bulk_create(driver for _parent, _number, driver in rows)
        DriverLink.objects.bulk_create(
            DriverLink(project=project, parent=parent, child=driver, position=number)
            for parent, number, driver in rows
        )
        level = [driver for _parent, _number, driver in rows]
        made += [driver for _parent, _number, driver in rows]
    return made


def add_tests(project: Project, *, cycles: int) -> None:
    """So many tests, spread over the ideas that have none yet."""
    ideas = list(Driver.objects.filter(project=project, kind="idea", cycles=None))
    Cycle.objects.bulk_create(
        Cycle(
            project=project, idea=ideas[number % len(ideas)], number=number // len(ideas) + 1,
            stage="study" if number % 2 else "done", decision="" if number % 2 else "adapt",
            question="Does the card help?", prediction="8 in 10", happened="It did", result="7 in 10",
            starts_on=NOW.date(), ends_on=NOW.date(), locked_at=NOW, created_at=NOW,
        )
        for number in range(cycles)
    )  # fmt: skip


def watch_drivers(
    by: Actor, project: Project, *, measures: int, values: Sequence[NewObservation] = ()
) -> list[Measure]:
    """A family of measures with these numbers, each on a driver of its own; the first is the main one."""
    drivers = list(Driver.objects.filter(project=project).exclude(kind="idea"))
    made = [
        create_measure(
            actor=by, organisation_id=project.organisation_id, observations=list(values), now=NOW,
            definition=a_definition(name=f"Measure {number + 1}", period="day" if values else "week"),
        )
        for number in range(measures)
    ]  # fmt: skip
    MeasureUse.objects.bulk_create(
        MeasureUse(
            project=project, measure=measure, kind="outcome" if number == 0 else "process",
            is_main=number == 0, driver=drivers[number % len(drivers)] if drivers else None, added_at=NOW,
        )
        for number, measure in enumerate(made)
    )  # fmt: skip
    return made


def _text(kind: str, number: int) -> str:
    return {
        "primary": f"Spotting distress early, way {number + 1}",
        "secondary": f"Everyone shares what they notice, at handover and in between ({number + 1})",
        "idea": f"Safety huddles twice a day with everybody on the shift ({number + 1})",
    }[kind]
