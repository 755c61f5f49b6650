"""The closing review of a project, and what its main chart says about the aim."""

from __future__ import annotations

from wellrun.control.models import ClosingReview
from wellrun.measures.policies import AimVerdict, aim_verdict
from wellrun.measures.queries import chart_of, main_use_of
from wellrun.projects.models import Project


def review_of(project: Project) -> ClosingReview | None:
    return ClosingReview.objects.filter(project=project).first()


def verdict_of(project: Project) -> AimVerdict:
    """Computed now from the main measure. For the project's team, which sees all that it is measured by."""
    main = main_use_of(project)
    return aim_verdict(chart_of(main.measure) if main else None)
