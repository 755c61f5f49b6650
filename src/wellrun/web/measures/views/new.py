"""A new measure: bring a file or paste a table, see how we read it, make it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.access.requests import actor_of
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.exchange.tables import TableError
from wellrun.measures.queries import Measure, history_of
from wellrun.organisations import queries as organisations
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Project, get_for
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.measures.drafts import Draft, change_draft, drop_draft, find_draft, keep_draft
from wellrun.web.measures.forms.new import BringForm
from wellrun.web.measures.forms.units import unit_choices
from wellrun.web.measures.making import Making, make_measures
from wellrun.web.measures.presenters.detail import measures_crumb
from wellrun.web.measures.presenters.preview import Trouble, present_preview, present_trouble
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other, wants_fragment

KEPT = (
    "x", "y", "n", "by", "note", "dates", "group", "name", "place", "organisation", "unit", "y_label",
    "direction", "target", "chart", "multiply", "rules",
)  # fmt: skip
"""What the second step remembers between two looks."""


@only("GET", "POST")
def new_measure(request: HttpRequest) -> HttpResponse:
    """Bring a file or paste a table. It is measured and read once before it is put away."""
    actor = actor_of(request)
    if request.method != "POST":
        return _bring_page(request, BringForm(), project=_project(actor, request.GET.get("project", "")))
    project = _project(actor, request.POST.get("project", ""))
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return _bring_page(request, form, project=project, status=422)
    name, content = form.name_and_content()
    try:
        Making.of(Draft(token="", name=name, content=content), [])
    except TableError as error:
        return _bring_page(request, form, project=project, trouble=present_trouble(error), status=422)
    draft = keep_draft(actor, name=name, content=content, project=project.pk if project else None)
    return see_other(reverse("measures:preview", args=[draft.token]))


def _project(actor: Actor, named: str) -> Project | None:
    """The project whose family the numbers are for, where the person works on it."""
    project = get_for(actor, int(named)) if named.isdecimal() and len(named) < 19 else None
    return project if project and may_work(actor, project) else None


def _bring_page(
    request: HttpRequest,
    form: BringForm,
    *,
    project: Project | None = None,
    trouble: Trouble | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "project": (project.pk, project.title) if project else None,
        "trouble": trouble,
        "trail": (measures_crumb(),),
        "has_place": bool(actor_of(request).organisation_ids),
        "title_mark": _("Not saved yet:") if status >= 400 else "",
    }
    return render_page(request, "measures/new.html", context, status=status)


@only("GET", "POST")
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """How we read the file. Look again after a change, or make the measure."""
    actor = actor_of(request)
    draft = find_draft(actor, token)
    if draft is None:
        gone = Trouble(
            message=_("That file was put away."), remedy=_("We keep a file for one day. Bring it again.")
        )
        return _bring_page(request, BringForm(), trouble=gone, status=404)
    if request.method != "POST":
        return _preview_page(request, draft, _making(actor, draft))
    draft = change_draft(actor, draft, {name: request.POST.get(name, "")[:500] for name in KEPT})
    making = _making(actor, draft)
    if request.POST.get("step") == "make":
        return _make(request, actor, draft, making)
    if wants_fragment(request):
        return _preview_page(request, draft, making)
    return see_other(reverse("measures:preview", args=[token]))


def _making(actor: Actor, draft: Draft) -> Making:
    own = [(place.pk, place.name) for place in organisations.visible_to(actor).order_by("name")]
    return Making.of(draft, own, unit_choices(actor, [pk for pk, _name in own]))


def _make(request: HttpRequest, actor: Actor, draft: Draft, making: Making) -> HttpResponse:
    """Make the measures, or say what is left to put right."""
    if making.is_ready:
        project = _project(actor, str(draft.project or ""))
        try:
            made = make_measures(actor, making, project=project, now=timezone.now())
        except Refused as refusal:
            making.definition.refuse(refusal)
        else:
            drop_draft(actor, draft)
            return see_other(_address_of(made, project))
    making.ask_for_group()
    return _preview_page(request, draft, making, status=422)


def _address_of(made: list[Measure], project: Project | None) -> str:
    """One measure's page; the list where there are more; its family where it is part of one."""
    if project is not None:
        return reverse("family:measures", args=[project.pk])
    change = history_of(made[0], last=1)[0]
    if len(made) == 1:
        return f"{reverse('measures:detail', args=[made[0].pk])}?saved={change.id}"
    return f"{reverse('measures:list')}?organisation={made[0].organisation_id}"


def _preview_page(request: HttpRequest, draft: Draft, making: Making, *, status: int = 200) -> HttpResponse:
    if status < 400:
        making.forgive_empty()
    page = present_preview(making.brought, making.shown, making.settings, name=draft.name)
    is_sent = status >= 400
    context: dict[str, object] = {
        "page": page,
        "token": draft.token,
        "columns": making.columns,
        "definition": making.definition,
        "trail": (measures_crumb(), Crumb(text=_("New measure"), href=reverse("measures:new"))),
        "title_mark": _("Not saved yet:") if is_sent else "",
    }
    return render_page(request, "measures/preview.html", context, fragment="preview", status=status)
