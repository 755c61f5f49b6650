"""The aim in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.vocabulary import worded
from wellrun.projects.policies import AimHint, aim_hints
from wellrun.projects.queries import Aim, Project, aim_of
from wellrun.web.components.facts.tag import Figure
from wellrun_spc.wording import format_value


def aim_figures(aim: Aim, *, today: date, recent: Figure | None = None) -> tuple[Figure, ...]:
    """Where we started, where the chart says that we are, the aim, and the time that is left."""
    figures = []
    if aim.start is not None:
        figures.append(
            Figure(name=_("Where we started"), number=format_value(aim.start), unit=aim.measured_by)
        )
    if recent is not None:
        figures.append(recent)
    if aim.goal is not None:
        figures.append(Figure(name=worded(_("{Aim}")), number=format_value(aim.goal), unit=aim.measured_by))
    if aim.by_when is not None and aim.by_when >= today:
        weeks = (aim.by_when - today).days // 7
        unit = ngettext("week", "weeks", weeks)
        figures.append(Figure(name=_("Time left"), number=str(weeks), unit=unit))
    return tuple(figures)


def present_hints(aim: Aim | None, *, today: date) -> tuple[AimHint, ...]:
    """What a coach would ask next; two at once are enough."""
    return aim_hints(aim, today=today)[:2] if aim is not None else ()


def aim_as_typed(project: Project) -> dict[str, object]:
    """The aim as its form shows it."""
    aim = aim_of(project)
    if aim is None:
        return {"version": project.version}
    return {
        "what": aim.what,
        "for_whom": aim.for_whom,
        "measured_by": aim.measured_by,
        "start": "" if aim.start is None else f"{aim.start:.10g}",
        "goal": "" if aim.goal is None else f"{aim.goal:.10g}",
        "by_when": aim.by_when,
        "version": project.version,
    }
