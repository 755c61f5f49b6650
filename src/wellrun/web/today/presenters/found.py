"""What the front page is made of, as it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wellrun.accounts.queries import Notification
from wellrun.learning.queries import Story
from wellrun.measures.queries import Measure, MeasureRow
from wellrun.organisations.queries import Beginning
from wellrun.pdsa.queries import Cycle
from wellrun.projects.queries import Action, Barrier, Involvement, Project, ProjectRow, Request

MOST_TASKS = 5
"""So many are shown at once; the others are one step away."""
MOST_FOUND = 20
"""So many of each kind are looked for: whoever has more begins with these."""
MOST_PROJECTS = 6
MOST_CARDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the person's projects want from them."""

    requests: Sequence[Request] = ()
    studies: Sequence[Cycle] = ()
    answers: Sequence[Barrier] = ()
    approvals: Sequence[Project] = ()
    levels: Sequence[Involvement] = ()
    actions: Sequence[Action] = ()
    quiet: Sequence[Project] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All of it."""

    asking: Sequence[Notification] = ()
    waiting: Waiting = field(default_factory=Waiting)
    measures: Sequence[MeasureRow] = ()
    measure_count: int = 0
    """How many measures want something, of which `measures` are the first."""
    projects: Sequence[ProjectRow] = ()
    mains: Mapping[int, Measure] = field(default_factory=dict)
    """The main measures of these projects."""
    better: Sequence[MeasureRow] = ()
    learned: Sequence[Story] = ()
    """What other teams published."""
    stories: Sequence[MeasureRow] = ()
    beginning: Beginning | None = None
    """The organisation that the person is only setting up."""
    is_demo: bool = False
    shows_all: bool = False
    """Whether the person asked for all that needs them."""

    @property
    def is_nothing_yet(self) -> bool:
        """Whether nothing is the person's own yet: they begin with a story."""
        return not (self.asking or self.measures or self.projects)
