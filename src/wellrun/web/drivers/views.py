"""The driver diagram: look at it, add to it, change it. Every change is a form, with or without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.projects import services
from wellrun.projects.queries import Driver, Project, driver_of, driver_topic
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.drivers.forms import AddForm, MoveForm, ServeForm, WriteForm
from wellrun.web.drivers.presenters import present_drivers
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other


@only("GET", "POST")
def diagram(request: HttpRequest, project_id: int) -> HttpResponse:
    """The diagram with the part that was chosen; a post adds a part."""
    actor, project = project_or_404(request, project_id)
    if request.method != "POST":
        return _page(request, actor, project, _chosen(project, request.GET.get("at", "")))
    form = AddForm(request.POST)
    parent = _chosen(project, request.POST.get("parent", ""))
    return _changed(
        request, actor, project, parent, form, services.add_driver,
        kind=request.POST.get("kind", ""), parent_id=parent.pk if parent else None,
    )  # fmt: skip


@only("POST")
def write(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    actor, project, driver = _part(request, project_id, driver_id)
    form = WriteForm(request.POST)
    return _changed(request, actor, project, driver, form, services.write_driver, driver=driver)


@only("POST")
def place(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Up, down, or below another parent."""
    actor, project, driver = _part(request, project_id, driver_id)
    form = MoveForm(request.POST)
    return _changed(request, actor, project, driver, form, services.move_driver)


@only("POST")
def serve(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Serve one more parent."""
    actor, project, driver = _part(request, project_id, driver_id)
    form = ServeForm(request.POST)
    return _changed(request, actor, project, driver, form, services.serve_another, driver=driver)


@only("POST")
def remove(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    actor, project, driver = _part(request, project_id, driver_id)
    try:
        services.remove_driver(actor=actor, project=project, driver=driver, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, driver, trouble=refusal.sentence)
    return see_other(f"{_address(project)}?removed={driver.pk}")


@only("POST")
def restore(request: HttpRequest, project_id: int, driver_id: int) -> HttpResponse:
    """Undo."""
    actor, project = project_or_404(request, project_id)
    try:
        services.restore_driver(actor=actor, project=project, driver_id=driver_id, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, None, trouble=refusal.sentence)
    return see_other(f"{_address(project)}?at={driver_id}#chosen")


def _part(request: HttpRequest, project_id: int, driver_id: int) -> tuple[Actor, Project, Driver]:
    actor, project = project_or_404(request, project_id)
    driver = driver_of(project, driver_id)
    if driver is None:
        raise Http404
    return actor, project, driver


def _chosen(project: Project, named: str) -> Driver | None:
    return driver_of(project, int(named)) if named.isdecimal() and len(named) < 19 else None


def _address(project: Project) -> str:
    return reverse("drivers:diagram", args=[project.pk])


def _changed(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    at: Driver | None,
    form: BaseForm,
    service: Callable[..., object],
    **arguments: Any,
) -> HttpResponse:
    """Make the change and come back to the part, or show what to put right with what was typed."""
    if not form.is_valid():
        return _page(request, actor, project, at, form=form)
    try:
        made = service(actor=actor, project=project, now=timezone.now(), **form.cleaned_data, **arguments)
    except StaleEdit as stale:
        return _page(request, actor, project, at, form=form, stale=stale)
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        return _page(request, actor, project, at, form=form)
    here = made.pk if isinstance(made, Driver) else at.pk if at else None
    return see_other(f"{_address(project)}?at={here}#chosen" if here else _address(project))


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    at: Driver | None,
    *,
    form: BaseForm | None = None,
    trouble: str = "",
    stale: StaleEdit | None = None,
) -> HttpResponse:
    removed = request.GET.get("removed", "")
    context: dict[str, object] = {
        "page": present_drivers(actor, project, at, removed=removed if removed.isdecimal() else ""),
        "talk": present_talk(actor, driver_topic(at)) if at else None,
        "wrong": form,
        "trouble": trouble,
        "stale": stale,
    }
    return render_page(request, "drivers/diagram.html", context, status=422 if form or trouble else 200)
