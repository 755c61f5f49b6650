"""The barriers of one project as a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.decision import Decision
from wellrun.organisations.values import Role
from wellrun.projects.queries import Barrier, Helper, Project
from wellrun.projects.values import NOTHING_TOLD, Told
from wellrun.web.barriers.forms import ClosingForm
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.presenters.barriers import BarrierRow, present_barriers
from wellrun.web.projects.presenters.words import project_trail


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBarrier:
    """One that is not closed yet, with the form that closes it."""

    row: BarrierRow
    form: ClosingForm
    answer_href: str
    """Where the reader answers, if the team asked them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarriersPage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    open: tuple[OpenBarrier, ...]
    closed: tuple[BarrierRow, ...]
    may_work: bool
    refusal: str


def helper_choices(helpers: Iterable[Helper]) -> list[tuple[str, str]]:
    """Each with what they are: "Beverley Grant, sponsor"."""
    return [(str(each.person_id), f"{each.name}, {_place(each)}") for each in helpers]


def _place(helper: Helper) -> str:
    if helper.unit_id is None:
        return _("sponsor of this project")
    if helper.role == Role.IMPROVEMENT_OFFICE:
        return _("improvement office of %(unit)s") % {"unit": helper.unit}
    return _("leads %(unit)s") % {"unit": helper.unit}


def present_page(
    project: Project,
    barriers: Sequence[Barrier],
    *,
    work: Decision,
    answers: Collection[int],
    today: date,
    said: Mapping[int, int],
    told: Told = NOTHING_TOLD,
    typed: ClosingForm | None = None,
    typed_about: int = 0,
) -> BarriersPage:
    """``answers``: those that the reader was asked about and may answer."""
    rows = present_barriers(barriers, today=today, said=said, told=told)
    forms = {row.id: ClosingForm.about(row.id) for row in rows if row.is_open}
    if typed is not None and typed_about in forms:
        forms[typed_about] = typed
    return BarriersPage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        open=tuple(
            OpenBarrier(
                row=row, form=forms[row.id], answer_href=_answer_href(row.id) if row.id in answers else ""
            )
            for row in rows
            if row.is_open
        ),
        closed=tuple(row for row in rows if not row.is_open),
        may_work=bool(work),
        refusal=work.refusal,
    )


def _answer_href(barrier_id: int) -> str:
    return f"{reverse('barriers:asked_of_me')}#asked-{barrier_id}"
