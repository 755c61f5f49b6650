"""The huddle's page with its forms, after a look or with what could not be saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.control.queries import huddle_of, wants_agenda
from wellrun.conversations.queries import counts_of
from wellrun.core.actor import Actor
from wellrun.core.decision import StaleEdit
from wellrun.measures.queries import Measure, uses_of
from wellrun.measures.queries import visible_to as measures_visible_to
from wellrun.pdsa.queries import Cycle, cycles_of
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Project, barriers_of, helpers_for, open_actions_of, seats_of, told_for
from wellrun.projects.values import REPLY_WITHIN, BarrierState
from wellrun.web.barriers.forms import BarrierForm
from wellrun.web.barriers.presenters.team import helper_choices
from wellrun.web.huddle.forms import NOTHING_TYPED, ActionForm, MeetingForm, Typed
from wellrun.web.huddle.presenters.meeting import present_meeting
from wellrun.web.huddle.presenters.page import is_lost, present_huddle, team_choices
from wellrun.web.projects.presenters.barriers import present_barriers
from wellrun.web.shell.done import done as with_done
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.shell.typed import unsaved_texts


def action_form(project: Project, data: Any = None) -> ActionForm:
    return ActionForm(data, team=team_choices(seats_of(project)))


def barrier_form(actor: Actor, project: Project, data: Any = None) -> BarrierForm:
    """The same as on the page of barriers; its ids stand beside those of other forms here."""
    return BarrierForm(
        data,
        helpers=helper_choices(helpers_for(project, besides=actor.person_id)),
        initial={"reply_by": (timezone.now() + REPLY_WITHIN).date()},
        auto_id="barrier-%s",
    )


def meeting_form(project: Project, data: Any = None) -> MeetingForm:
    huddle = huddle_of(project)
    initial = {"weekday": huddle.weekday, "at": f"{huddle.at:%H:%M}"} if huddle else {}
    return MeetingForm(data, initial=initial, auto_id="meeting-%s")


def measures_read(actor: Actor, project: Project, cycles: list[Cycle]) -> list[Measure]:
    """The project's own measures, shared ones as well, the main one first; then others that a test reads."""
    own = [use.measure for use in uses_of(actor, project) if not use.measure.is_archived]
    read = {cycle.measure_id for cycle in cycles if cycle.measure_id is not None}
    others = measures_visible_to(actor).filter(pk__in=read, is_archived=False)
    return [*own, *others.exclude(pk__in=[measure.pk for measure in own]).order_by("pk")]


def render_huddle(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    *,
    forms: Mapping[str, BaseForm] | None = None,
    typed: Typed = NOTHING_TYPED,
    trouble: str = "",
    stale: StaleEdit | None = None,
) -> HttpResponse:
    """For the team alone. ``forms`` and ``typed`` are those that need another look."""
    decision = may_work(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    cycles, now = list(cycles_of(project)), timezone.now()
    barriers = [each for each in barriers_of(project) if each.state != BarrierState.CLOSED]
    told, said = told_for(project), counts_of("barrier", [each.pk for each in barriers])
    page = present_huddle(
        project,
        cycles,
        measures_read(actor, project, cycles),
        open_actions_of(project),
        typed=typed,
        told=told,
    )
    context: dict[str, object] = {
        "page": page,
        "barriers": present_barriers(barriers, today=now.date(), said=said, told=told),
        "meeting": present_meeting(huddle_of(project), is_wanted=wants_agenda(actor, project), now=now),
        **_forms(actor, project, forms or {}),
        "trouble": trouble,
        "unsaved": unsaved_texts(request) if is_lost(page, typed) else (),
        "stale": stale,
        "stale_about": typed.about,
    }
    return render_page(request, "huddle/page.html", context, status=422 if forms or typed.forms else 200)


def back(project: Project, part: str) -> HttpResponse:
    """To the part of the huddle where it was written."""
    return see_other(reverse("huddle:page", args=[project.pk]) + part)


def back_with(request: HttpRequest, project: Project, part: str, *, done: str, kept: str) -> HttpResponse:
    """The same, and the page says what was ``done``; the browser may forget what it ``kept`` of it."""
    return name_saved(request, back(project, with_done(part, done)), kept)


def _forms(actor: Actor, project: Project, wrong: Mapping[str, BaseForm]) -> dict[str, object]:
    """Every form of the page, empty but for those that need another look: they are open."""
    return {
        "form": action_form(project),
        "barrier_form": barrier_form(actor, project),
        "meeting_form": meeting_form(project),
        **wrong,
        "opens_barrier": "barrier_form" in wrong,
        "opens_meeting": "meeting_form" in wrong,
    }
