"""Bring a tree of units, or people, from a file: see what it would do, then do it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.exchange.tables import TableError
from wellrun.organisations.queries import Organisation
from wellrun.web.measures.drafts import Draft, change_draft, drop_draft, find_draft, keep_draft
from wellrun.web.measures.presenters.preview import Trouble, present_trouble
from wellrun.web.organisations import bringing
from wellrun.web.organisations.finding import administered_or_404
from wellrun.web.organisations.forms.bringing import LABELS, BringTableForm
from wellrun.web.organisations.presenters.administration import administration_trail
from wellrun.web.organisations.presenters.bringing import present_brought
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other

EXAMPLES = {
    "units": (
        "code,name,kind,parent\nMED,Medicine,directorate,\nALD,Alder Ward,ward,MED\nBIR,Birch Ward,ward,MED\n"
    ),
    "people": (
        "email,name,unit,role,perspective,title\n"
        "joanne@example.org,Joanne Whitlock,ALD,leader,staff,Ward manager\n"
        "sam@example.org,Sam Osei,ALD,member,service user,Peer worker\n"
    ),
}
DONE = {"units": "administer-units", "people": "administer-people"}


@only("GET", "POST")
def bring(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """A file or a pasted table. Nothing is saved yet."""
    actor, organisation = _asked(request, slug, kind)
    if request.method != "POST":
        return _bring_page(request, organisation, kind, BringTableForm())
    form = BringTableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _bring_page(request, organisation, kind, form, status=422)
    name, content = form.name_and_content()
    try:
        bringing.open_table(Draft(token="", name=name, content=content))
    except TableError as error:
        return _bring_page(request, organisation, kind, form, trouble=present_trouble(error), status=422)
    draft = keep_draft(actor, name=name, content=content)
    return see_other(reverse("organisations:brought", args=[slug, kind, draft.token]))


def _asked(request: HttpRequest, slug: str, kind: str) -> tuple[Actor, Organisation]:
    actor, organisation = administered_or_404(request, slug)
    if kind not in EXAMPLES:
        raise Http404
    return actor, organisation


def _bring_page(
    request: HttpRequest,
    organisation: Organisation,
    kind: str,
    form: BringTableForm,
    *,
    trouble: Trouble | None = None,
    status: int = 200,
) -> HttpResponse:
    titles = {"units": _("Bring a tree of units"), "people": _("Bring people")}
    context: dict[str, object] = {
        "form": form,
        "kind": kind,
        "title": titles[kind],
        "example": EXAMPLES[kind],
        "organisation": organisation,
        "trouble": trouble,
        "trail": administration_trail(organisation),
        "title_mark": _("Not saved yet:") if status >= 400 else "",
    }
    return render_page(request, "organisations/bring.html", context, status=status)


@only("GET")
def example(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """A small file to begin with."""
    _asked(request, slug, kind)
    headers = {"Content-Disposition": f'attachment; filename="{kind}.csv"'}
    return HttpResponse("\ufeff" + EXAMPLES[kind], content_type="text/csv; charset=utf-8", headers=headers)


@only("GET", "POST")
def brought(request: HttpRequest, slug: str, kind: str, token: str) -> HttpResponse:
    """What the file would do, row by row. Look again after a change, or do it."""
    actor, organisation = _asked(request, slug, kind)
    draft = find_draft(actor, token)
    if draft is None:
        gone = Trouble(
            message=_("That file was put away."), remedy=_("We keep a file for one day. Bring it again.")
        )
        return _bring_page(request, organisation, kind, BringTableForm(), trouble=gone, status=404)
    if request.method != "POST":
        return _preview(request, actor, organisation, kind, draft)
    choices = {name: request.POST.get(name, "")[:10] for name in LABELS[kind]}
    draft = change_draft(actor, draft, choices)
    if request.POST.get("step") != "bring":
        return see_other(request.path)
    done = bringing.bring(actor, organisation, kind, draft, now=timezone.now())
    if done.outcome is None or done.outcome.problems:
        return _preview(request, actor, organisation, kind, draft, status=422)
    drop_draft(actor, draft)
    return see_other(reverse(f"organisations:{DONE[kind]}", args=[slug]))


def _preview(
    request: HttpRequest,
    actor: Actor,
    organisation: Organisation,
    kind: str,
    draft: Draft,
    *,
    status: int = 200,
) -> HttpResponse:
    found = bringing.look(actor, organisation, kind, draft, now=timezone.now())
    context: dict[str, object] = {
        "page": present_brought(found, name=draft.name),
        "columns": found.form,
        "kind": kind,
        "organisation": organisation,
        "trail": administration_trail(organisation),
        "title_mark": _("Not saved yet:") if status >= 400 else "",
    }
    return render_page(request, "organisations/brought.html", context, status=status)
