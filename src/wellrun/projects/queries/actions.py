"""What the team will do next, and who."""

from __future__ import annotations

from django.db.models import F, QuerySet

from wellrun.projects.models import Action, Project


def open_actions_of(project: Project) -> QuerySet[Action]:
    """What is still to be done, the earliest day first."""
    rows = Action.objects.filter(project=project, done_at=None).select_related("person")
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")
