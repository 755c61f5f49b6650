"""The diagram as a file: a drawing, a picture, slides."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from wellrun.exchange.diagrams import Diagram
from wellrun.exchange.diagrams.png import diagram_png
from wellrun.exchange.diagrams.svg import diagram_svg
from wellrun.projects.queries import Project
from wellrun.web.drivers.presenters.files import present_diagram
from wellrun.web.drivers.presenters.sources import gather
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def _diagram(request: HttpRequest, project_id: int) -> tuple[Project, Diagram]:
    actor, project = project_or_404(request, project_id)
    return project, present_diagram(gather(actor, project), today=timezone.now().date())


def _as_file(content: str | bytes, project: Project, ending: str, kind: str) -> HttpResponse:
    name = f"{slugify(project.title) or 'project'}-drivers.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


@only("GET")
def as_svg(request: HttpRequest, project_id: int) -> HttpResponse:
    project, diagram = _diagram(request, project_id)
    return _as_file(diagram_svg(diagram), project, "svg", "image/svg+xml")


@only("GET")
def as_png(request: HttpRequest, project_id: int) -> HttpResponse:
    project, diagram = _diagram(request, project_id)
    return _as_file(diagram_png(diagram), project, "png", "image/png")


@only("GET")
def as_slides(request: HttpRequest, project_id: int) -> HttpResponse:
    from wellrun.exchange.diagrams.slides import diagram_slides

    project, diagram = _diagram(request, project_id)
    return _as_file(diagram_slides(diagram), project, "pptx", PPTX)
