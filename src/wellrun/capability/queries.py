"""Gather the evidence of a project's progress from its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wellrun.capability.policies import suggest
from wellrun.capability.values import Evidence, Suggestion
from wellrun.measures.models import Measure
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.queries import cycles_of
from wellrun.pdsa.values import Decision, Stage
from wellrun.projects.models import Aim, Driver, Project, Seat
from wellrun.projects.queries import aim_of, drivers_of, seats_of
from wellrun.projects.values import DriverKind, SeatRole, State

BASELINE_POINTS = 12
"""With so many numbers the usual range is known well enough to see a change."""
KEPT = frozenset({Decision.ADOPT, Decision.EXPAND})
IMPLEMENTING = frozenset({State.IMPLEMENTING, State.IN_CONTROL, State.SPREADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The rows of a project that the evidence is read from."""

    aim: Aim | None
    seats: Sequence[Seat]
    tests: Sequence[Cycle]
    drivers: Sequence[Driver]


def record_of(project: Project) -> Record:
    return Record(
        aim=aim_of(project),
        seats=list(seats_of(project)),
        tests=list(cycles_of(project)),
        drivers=drivers_of(project),
    )


def suggestion_for(project: Project, record: Record | None = None) -> Suggestion:
    """What the record suggests now, in a number of questions that does not grow with it.

    ``record`` is given where a page has read it already.
    """
    return suggest(evidence_of(project, record))


def evidence_of(project: Project, record: Record | None = None) -> Evidence:
    """Counts alone: nothing that only some may see is named."""
    record = record or record_of(project)
    aim, seats, tests = record.aim, record.seats, record.tests
    kinds, measures = [driver.kind for driver in record.drivers], _measures_of(project)
    has_baseline = aim is not None and aim.start is not None
    return Evidence(
        has_aim=aim is not None,
        aim_has_number_and_date=aim is not None and aim.goal is not None and aim.by_when is not None,
        has_baseline=has_baseline or any(each.n_points >= BASELINE_POINTS for each in measures),
        n_people=len({seat.person_id for seat in seats if seat.role != SeatRole.VIEWER}),
        has_lead=any(seat.role == SeatRole.LEAD for seat in seats),
        n_drivers=len([kind for kind in kinds if kind != DriverKind.IDEA]),
        n_ideas=kinds.count(DriverKind.IDEA),
        is_implementing=project.state in IMPLEMENTING,
        is_in_control=project.state in IMPLEMENTING - {State.IMPLEMENTING},
        **_of_tests(tests),
        **_of_measures(measures),
    )


def _measures_of(project: Project) -> Sequence[Measure]:
    """The measures in which the results of its tests are read."""
    read = Cycle.objects.filter(project=project, is_removed=False).exclude(measure=None)
    return list(Measure.objects.filter(pk__in=read.order_by().values("measure_id"), is_removed=False))


def _of_tests(tests: Sequence[Cycle]) -> dict[str, int]:
    decided = [test for test in tests if test.stage == Stage.DONE]
    return {
        "n_tests_begun": len([test for test in tests if test.is_locked]),
        "n_tests_decided": len(decided),
        "n_tests_kept": len([test for test in decided if test.decision in KEPT]),
        "n_tests_studied_with_prediction": len(
            [test for test in tests if test.prediction.strip() and test.result.strip()]
        ),
    }


def _of_measures(measures: Sequence[Measure]) -> dict[str, int]:
    aimed = [each for each in measures if each.target is not None]
    return {
        "n_measures": len(measures),
        "n_with_target": len(aimed),
        "n_improving": len([each for each in measures if each.has_gained]),
        "n_meeting": len([each for each in aimed if each.assurance == "consistently_meets"]),
    }
