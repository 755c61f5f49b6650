"""What the story of a project is told from, asked for at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wellrun.capability.queries import Record, suggestion_for
from wellrun.capability.values import Suggestion
from wellrun.control.queries import ClosingReview, ControlItem, items_of
from wellrun.core.actor import Actor
from wellrun.core.decision import Decision
from wellrun.learning.queries import Story, learned_in
from wellrun.pdsa.queries import Cycle, cycles_of
from wellrun.projects.permissions import may_move, may_read_team_matters, may_work
from wellrun.projects.policies import possible_changes
from wellrun.projects.queries import (
    Aim,
    Barrier,
    Branch,
    Event,
    Involvement,
    Origin,
    Progress,
    Project,
    Seat,
    Tag,
    aims_of,
    barriers_of,
    diagram_of,
    drivers_of,
    history_of,
    involvement_of,
    progress_of,
    seats_of,
    standing_of,
    tags_in_sight,
    tags_of,
)
from wellrun.projects.values import PartnerStanding, StateChange
from wellrun.web.projects.presenters.measured import Measured, gather_measured
from wellrun.web.projects.presenters.origin import Lineage, gather_lineage

HISTORY = 12
MOST_TAGS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySources:
    """The rows behind the page, and what the person may do with them."""

    project: Project
    origin: Origin | None
    lineage: Lineage
    aims: list[Aim]
    seats: list[Seat]
    events: list[Event]
    measured: Measured
    tags: list[Tag]
    other_tags: list[str]
    """Words that other projects go by, to choose from."""
    branches: tuple[Branch, ...]
    cycles: list[Cycle]
    barriers: list[Barrier]
    involvement: Involvement | None
    suggestion: Suggestion
    progress: list[Progress]
    partners: PartnerStanding
    items: list[ControlItem]
    review: ClosingReview | None
    story: Story | None
    changes: tuple[tuple[StateChange, Decision], ...]
    work: Decision
    team: Decision
    is_stranger: bool
    """Somebody without an account: they see no names."""
    now: datetime


def gather(actor: Actor, project: Project, *, now: datetime) -> StorySources:
    work, team, tags = may_work(actor, project), may_read_team_matters(actor, project), tags_of(project)
    aims, seats, cycles = list(aims_of(project)), list(seats_of(project)), list(cycles_of(project))
    partners, drivers = standing_of(project, seats), drivers_of(project)
    record = Record(aim=next(iter(aims), None), seats=seats, tests=cycles, drivers=drivers)
    (review, story), (origin, lineage) = learned_in(actor, project), gather_lineage(actor, project)
    return StorySources(
        project=project,
        origin=origin,
        lineage=lineage,
        aims=aims,
        seats=seats,
        events=history_of(project, last=HISTORY, is_team=bool(team)),
        barriers=barriers_of(project),
        involvement=involvement_of(project),
        suggestion=suggestion_for(project, record),
        progress=progress_of(project),
        measured=gather_measured(actor, project),
        tags=tags,
        other_tags=list(tags_in_sight(actor)[:MOST_TAGS]) if work else [],
        branches=diagram_of(project, drivers),
        cycles=cycles,
        partners=partners,
        items=items_of(actor, project),
        review=review,
        story=story,
        changes=tuple(
            (change, may_move(actor, project, change.target, partners))
            for change in possible_changes(project)
        ),
        work=work,
        team=team,
        is_stranger=not actor.is_signed_in,
        now=now,
    )
