"""Words that several pages of tests use."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

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
from wellrun_spc.wording import format_date

__all__ = [
    "OUTCOMES", "cycle_title", "cycle_trail", "ramp_steps", "scale_text", "span_text", "stage_icon",
    "stage_text", "status_of",
]  # fmt: skip


def cycle_trail(cycle: Cycle) -> tuple[Crumb, ...]:
    tests = Crumb(text=spoken().heading("tab_tests"), href=reverse("pdsa:ramps", args=[cycle.project_id]))
    return (*project_trail(cycle.project), tests)


def span_text(cycle: Cycle) -> str:
    """ "6 to 12 April 2026": the days of a test, the month said once."""
    first, last = cycle.starts_on, cycle.done_on or cycle.ends_on
    if first is None or last is None or last <= first:
        only = first or last
        return format_date(only) if only else ""
    is_one_month = (first.year, first.month) == (last.year, last.month)
    said = {"first": str(first.day) if is_one_month else format_date(first), "last": format_date(last)}
    return _("%(first)s to %(last)s") % said
