"""Pages of project packages."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wellrun.access import actor_of
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.exchange.package.limits import FOR_PAGES
from wellrun.exchange.package.permissions import may_export_project
from wellrun.exchange.package.reading import Package, read_package
from wellrun.exchange.package.services import export_project, import_project
from wellrun.projects.queries import Project
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.measures.drafts import Draft, change_draft, drop_draft, find_draft, keep_draft
from wellrun.web.packages.arriving import Looked, look, own_units
from wellrun.web.packages.forms import PackageForm, PackingForm, newly_typed
from wellrun.web.packages.presenters import present_preview
from wellrun.web.projects.presenters.words import project_trail, projects_crumb
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def export(request: HttpRequest, project_id: int) -> HttpResponse:
    """What a package holds; the button leaves a record, and sends it."""
    actor, project = project_or_404(request, project_id)
    form, now = PackingForm(request.POST or None), timezone.now()
    if request.method == "POST" and form.is_valid():
        sealed = applied(form, export_project, actor=actor, project=project, choices=form.choices(), now=now)
        if sealed is not None:
            name = f"{slugify(project.title)[:60] or 'project'}-{now:%Y-%m-%d}.zip"
            headers = {"Content-Disposition": f'attachment; filename="{name}"'}
            return HttpResponse(sealed.content, content_type="application/zip", headers=headers)
    return _export_page(request, actor, project, form)


def _export_page(request: HttpRequest, actor: Actor, project: Project, form: PackingForm) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "title": project.title,
        "trail": project_trail(project),
        "refusal": may_export_project(actor, project).refusal,
    }
    return render_page(request, "packages/export.html", context, status=422 if form.errors else 200)


@only("GET", "POST")
def bring(request: HttpRequest) -> HttpResponse:
    """Choose a package. Nothing is saved yet."""
    actor = actor_of(request)
    form = PackageForm(request.POST, request.FILES) if request.method == "POST" else PackageForm()
    if form.is_valid():
        name, content = form.cleaned_data["file"]
        draft = keep_draft(actor, name=name, content=content)
        return see_other(reverse("packages:brought", args=[draft.token]))
    return _bring_page(request, form, status=422 if form.errors else 200)


def _bring_page(
    request: HttpRequest, form: PackageForm, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    trail: tuple[Crumb, ...] = (projects_crumb(),)
    context: dict[str, object] = {
        "form": form, "trail": trail, "trouble": trouble, "has_place": bool(own_units(actor_of(request))),
    }  # fmt: skip
    return render_page(request, "packages/bring.html", context, status=status)


@only("GET", "POST")
def brought(request: HttpRequest, token: str) -> HttpResponse:
    """What would come, and what would not. Look again after a change, or bring it in."""
    actor = actor_of(request)
    draft = find_draft(actor, token)
    if draft is None:
        words = _("That package was put away. We keep it for one day. Choose it again.")
        return _bring_page(request, PackageForm(), trouble=words, status=404)
    try:
        package = read_package(draft.content, FOR_PAGES)
    except Refused as refusal:  # another kind of draft, or one from before Wellrun was updated
        return _bring_page(request, PackageForm(), trouble=refusal.sentence, status=422)
    if request.method != "POST":
        return _preview(request, look(actor, package, draft.choices, now=timezone.now()))
    told = {name: request.POST[name][:254] for name in request.POST}
    if not _may_try(request, newly_typed(draft.choices, told)):
        looked = look(actor, package, draft.choices, now=timezone.now())
        looked.form.refuse_too_often(told)
        return _preview(request, looked, status=429)
    draft = change_draft(actor, draft, told)
    if request.POST.get("step") != "bring":
        return see_other(request.path)
    return _bring_in(request, actor, draft, package)


def _may_try(request: HttpRequest, addresses: set[str]) -> bool:
    """Whether somebody signs in with an address is told for so many in an hour, here as on a team's page."""
    return all(ratelimit.consume(request, action="join_team") for _each in addresses)


def _bring_in(request: HttpRequest, actor: Actor, draft: Draft, package: Package) -> HttpResponse:
    now = timezone.now()
    looked = look(actor, package, draft.choices, now=now)
    if looked.plan is not None and looked.form.is_valid():
        try:
            done = import_project(actor=actor, plan=looked.plan, now=now)
        except Refused as refusal:
            looked.form.add_error(
                refusal.field if refusal.field in looked.form.fields else None, refusal.sentence
            )
        else:
            drop_draft(actor, draft)
            return see_other(reverse("projects:story", args=[done.project.pk]))
    return _preview(request, looked, status=422)


def _preview(request: HttpRequest, looked: Looked, *, status: int = 200) -> HttpResponse:
    context: dict[str, object] = {
        "page": present_preview(looked.package, looked.plan, looked.copies),
        "form": looked.form,
        "trouble": looked.trouble,
        "has_place": looked.has_place,
    }
    return render_page(request, "packages/brought.html", context, status=status)
