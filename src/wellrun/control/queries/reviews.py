"""The closing review of a project, and what its main chart says about the aim."""

from __future__ import annotations

from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.values import Ending, ItemState
from wellrun.measures.policies import AimVerdict, aim_verdict
from wellrun.measures.queries import chart_of, main_use_of
from wellrun.projects.models import Project
from wellrun.projects.values import State


def review_of(project: Project) -> ClosingReview | None:
    return ClosingReview.objects.filter(project=project).first()


def handed_over_last(project: Project) -> list[ControlItem]:
    """What the last hand-over made, while it is the last thing that happened; else it is not undone."""
    review = review_of(project)
    if project.state != State.IN_CONTROL or review is None or review.ended_at is None:
        return []
    if review.ending != Ending.HANDED_OVER:
        return []
    rows = ControlItem.objects.filter(project=project, created_at=review.ended_at)
    items = list(rows.select_related("unit__organisation", "measure").order_by("pk"))
    is_untouched = all(row.version == 1 and row.state == ItemState.ACTIVE for row in items)
    return items if is_untouched else []


def verdict_of(project: Project) -> AimVerdict:
    """Computed now from the main measure. For the project's team, which sees all that it is measured by."""
    main = main_use_of(project)
    return aim_verdict(chart_of(main.measure) if main else None)
