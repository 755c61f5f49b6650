"""Change one part of the diagram. Every change is a form, with or without a script."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.measures.queries import get_for as measure_for
from wellrun.measures.queries import use_of
from wellrun.measures.services import change_use
from wellrun.pdsa.services import take_out
from wellrun.projects import services
from wellrun.projects.queries import Project
from wellrun.web.drivers.forms import LeaveForm, MeasureForm, MoveForm, ServeForm, WriteForm
from wellrun.web.drivers.views.finding import part_or_404
from wellrun.web.drivers.views.showing import Wrong, changed, look_again, show
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only


@only("POST")
def write(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    actor, project, driver = part_or_404(request, project_id, driver_id)
    form = WriteForm(request.POST)
    return changed(request, actor, project, driver, form, services.write_driver, "write", driver=driver)


@only("POST")
def place(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Up, down, or below another parent."""
    actor, project, driver = part_or_404(request, project_id, driver_id)
    form = MoveForm(request.POST)
    return changed(request, actor, project, driver, form, services.move_driver, "place")


@only("POST")
def serve(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Serve one more parent."""
    actor, project, driver = part_or_404(request, project_id, driver_id)
    form = ServeForm(request.POST)
    return changed(request, actor, project, driver, form, services.serve_another, "serve", driver=driver)


@only("POST")
def leave(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Serve one parent less."""
    actor, project, driver = part_or_404(request, project_id, driver_id)
    form = LeaveForm(request.POST)
    return changed(request, actor, project, driver, form, services.stop_serving, "leave")


@only("POST")
def measure(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Let a measure of the project watch this part, or no longer."""
    actor, project, driver = part_or_404(request, project_id, driver_id)

    def watch(*, actor: Actor, project: Project, measure_id: int, is_off: bool, **moment: Any) -> object:
        use = use_of(project, measure_id) if measure_for(actor, measure_id) else None
        if use is None:
            raise Http404
        return change_use(
            actor=actor, use=use, kind=use.kind, driver_id=None if is_off else driver.pk, **moment
        )

    return changed(request, actor, project, driver, MeasureForm(request.POST), watch, "measure")


@only("POST")
def remove(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Take it out; where people test what hangs on it, ask first."""
    actor, project, driver = part_or_404(request, project_id, driver_id)
    try:
        take_out(
            actor=actor, project=project, driver=driver, is_sure="sure" in request.POST, now=timezone.now()
        )
    except Refused as refusal:
        return show(request, actor, project, driver, wrong=Wrong(of="remove", refusal=refusal))
    return look_again(request, actor, project, "remove", here=None, removed=driver.pk)


@only("POST")
def restore(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Undo."""
    actor, project = project_or_404(request, project_id)
    try:
        services.restore_driver(actor=actor, project=project, driver_id=driver_id, now=timezone.now())
    except Refused as refusal:
        return show(request, actor, project, None, wrong=Wrong(of="restore", refusal=refusal))
    return look_again(request, actor, project, "restore", here=driver_id)
