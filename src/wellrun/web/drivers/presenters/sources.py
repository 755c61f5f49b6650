"""What the diagram's page and files are made from, asked for at once: the same number of questions however
large it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wellrun.core.actor import Actor
from wellrun.measures.queries import MeasureUse, uses_of, watched_drivers
from wellrun.pdsa.queries import Cycle, cycles_of, latest_by_idea
from wellrun.projects.policies import aim_sentence
from wellrun.projects.queries import (
    Branch,
    Project,
    aim_of,
    branches_in,
    diagram_of,
)

OF_A_TEST = ("idea_id", "number", "stage", "decision", "measure_id")
"""What the diagram tells of a test. Its long texts stay in the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverSources:
    """The rows behind the page."""

    project: Project
    aim: str
    branches: tuple[Branch, ...]
    every: tuple[Branch, ...]
    """Each place of the diagram; a part that serves two comes twice."""
    cycles: Sequence[Cycle]
    latest: Mapping[int, Cycle]
    uses: Sequence[MeasureUse]
    """The measures that this person may see."""
    watched: frozenset[int]
    """What any measure watches, seen or not."""

    def uses_on(self, driver_id: int) -> list[MeasureUse]:
        return [use for use in self.uses if use.driver_id == driver_id]

    @property
    def texts(self) -> dict[int, str]:
        return {branch.driver.pk: branch.driver.text for branch in self.every}


def gather(actor: Actor, project: Project) -> DriverSources:
    branches, aim = diagram_of(project), aim_of(project)
    cycles = list(cycles_of(project).select_related(None).only(*OF_A_TEST))
    return DriverSources(
        project=project,
        aim=aim_sentence(aim) if aim else "",
        branches=branches,
        every=tuple(branches_in(branches)),
        cycles=cycles,
        latest=latest_by_idea(cycles),
        uses=list(uses_of(actor, project)),
        watched=watched_drivers(project),
    )
