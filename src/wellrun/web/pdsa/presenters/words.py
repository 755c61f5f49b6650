"""Words that several pages of tests use."""

from __future__ import annotations

from django.urls import reverse

from wellrun.pdsa.queries import Cycle
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.presenters.cycles import (
    OUTCOMES,
    cycle_title,
    ramp_steps,
    scale_text,
    stage_icon,
    stage_text,
    status_of,
)
from wellrun.web.projects.presenters.words import project_trail
from wellrun.web.shell.words import spoken

__all__ = [
    "OUTCOMES", "cycle_title", "cycle_trail", "ramp_steps", "scale_text", "stage_icon", "stage_text",
    "status_of",
]  # fmt: skip


def cycle_trail(cycle: Cycle) -> tuple[Crumb, ...]:
    tests = Crumb(text=spoken().heading("tab_tests"), href=reverse("pdsa:ramps", args=[cycle.project_id]))
    return (*project_trail(cycle.project), tests)
