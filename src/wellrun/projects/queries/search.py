"""How projects are found."""

from __future__ import annotations

from wellrun.core.search.registry import Searchable, Text
from wellrun.projects.models import Project
from wellrun.projects.queries.projects import visible_to


def _text_of(project: Project) -> Text | None:
    return None if project.is_removed else Text(title=project.title, more=project.why)


PROJECTS = Searchable(
    kind="project",
    model=Project,
    fields=frozenset({"title", "why", "is_removed"}),
    text_of=_text_of,
    visible_to=lambda actor: visible_to(actor).select_related("organisation", "unit").order_by("title", "pk"),
)
