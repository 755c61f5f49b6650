"""Partner organisations: the project's page to ask them, and their own page to answer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.organisations.queries import Organisation, root_of
from wellrun.projects import services
from wellrun.projects.permissions import may_lead, may_read_team_matters, may_speak_for
from wellrun.projects.queries import (
    PartnerOrganisation,
    Project,
    partner_on,
    partners_on,
    partnership_with,
    partnerships_of,
)
from wellrun.web.organisations.finding import organisation_or_404
from wellrun.web.organisations.showing import organisation_crumb
from wellrun.web.partners.forms import InvitePartnerForm, OwnPersonForm
from wellrun.web.partners.presenters import present_partners, present_partnerships
from wellrun.web.projects.presenters.words import project_trail
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other
from wellrun.web.shell.typed import typed


@only("GET", "POST")
def partners(request: HttpRequest, project_id: int) -> HttpResponse:
    """Who takes part; a lead asks another organisation."""
    actor, project = project_or_404(request, project_id)
    form = InvitePartnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        frame = {"actor": actor, "project": project, "now": timezone.now()}
        if applied(form, services.invite_partner, **form.cleaned_data, **frame):
            return _back_to_project(project)
    return _project_page(request, actor, project, form)


@only("POST")
def end(request: HttpRequest, project_id: int, partner_id: int) -> HttpResponse:
    """A lead takes the question back, or says goodbye."""
    actor, project = project_or_404(request, project_id)
    row = partner_on(project, partner_id)
    if row is None:
        raise Http404
    try:
        may_lead(actor, project).require()
        services.end_partnership(actor=actor, partner=row, now=timezone.now())
    except Refused as refusal:
        return _project_page(request, actor, project, InvitePartnerForm(), trouble=refusal.sentence)
    return _back_to_project(project)


@only("GET")
def partnerships(request: HttpRequest, slug: str) -> HttpResponse:
    """The projects of others that asked this organisation. For those who answer for it."""
    _actor, organisation = _speaker_or_404(request, slug)
    return _own_page(request, organisation)


@only("POST")
def answer(request: HttpRequest, slug: str, partner_id: int) -> HttpResponse:
    actor, organisation, row = _partnership_or_404(request, slug, partner_id)
    is_yes = request.POST.get("answer") == "yes"
    try:
        services.answer_partner_invitation(actor=actor, partner=row, is_yes=is_yes, now=timezone.now())
    except Refused as refusal:
        return _own_page(request, organisation, trouble=refusal.sentence)
    return _back_to_own(organisation)


@only("POST")
def people(request: HttpRequest, slug: str, partner_id: int) -> HttpResponse:
    """Put somebody of ours on the team."""
    actor, organisation, row = _partnership_or_404(request, slug, partner_id)
    form = OwnPersonForm(request.POST, auto_id=f"id-{row.pk}-%s")
    if form.is_valid():
        frame = {"actor": actor, "partner": row, "now": timezone.now()}
        if applied(form, services.seat_from_partner, **form.cleaned_data, **frame):
            return _back_to_own(organisation)
    return _own_page(request, organisation, tried=row.pk, form=form)


@only("POST")
def leave(request: HttpRequest, slug: str, partner_id: int) -> HttpResponse:
    """Take part no longer: our people leave the team."""
    actor, organisation, row = _partnership_or_404(request, slug, partner_id)
    reason = typed(request, "reason")
    try:
        services.end_partnership(actor=actor, partner=row, reason=reason, now=timezone.now())
    except Refused as refusal:
        return _own_page(request, organisation, trouble=refusal.sentence)
    return _back_to_own(organisation)


def _speaker_or_404(request: HttpRequest, slug: str) -> tuple[Actor, Organisation]:
    actor, organisation = organisation_or_404(request, slug)
    if not may_speak_for(actor, root_of(organisation.pk)):
        raise Http404
    return actor, organisation


def _partnership_or_404(
    request: HttpRequest, slug: str, partner_id: int
) -> tuple[Actor, Organisation, PartnerOrganisation]:
    actor, organisation = _speaker_or_404(request, slug)
    row = partnership_with(organisation.pk, partner_id)
    if row is None:
        raise Http404
    return actor, organisation, row


def _project_page(
    request: HttpRequest, actor: Actor, project: Project, form: InvitePartnerForm, *, trouble: str = ""
) -> HttpResponse:
    lead = may_lead(actor, project)
    is_team = bool(may_read_team_matters(actor, project))
    context: dict[str, object] = {
        "form": form,
        "project_id": project.pk,
        "title": project.title,
        "trail": project_trail(project),
        "rows": present_partners(partners_on(project), may_see_all=is_team),
        "may_lead": bool(lead),
        "refusal": lead.refusal,
        "trouble": trouble,
    }
    return render_page(request, "partners/of_project.html", context, status=_status(form, trouble))


def _own_page(
    request: HttpRequest,
    organisation: Organisation,
    *,
    trouble: str = "",
    tried: int | None = None,
    form: OwnPersonForm | None = None,
) -> HttpResponse:
    context: dict[str, object] = {
        "organisation": organisation,
        "trail": (organisation_crumb(organisation),),
        "rows": present_partnerships(partnerships_of(organisation.pk), tried=tried, form=form),
        "trouble": trouble,
    }
    return render_page(request, "partners/of_organisation.html", context, status=_status(form, trouble))


def _status(form: InvitePartnerForm | OwnPersonForm | None, trouble: str) -> int:
    return 422 if trouble or (form is not None and form.errors) else 200


def _back_to_project(project: Project) -> HttpResponse:
    return see_other(reverse("partners:of-project", args=[project.pk]))


def _back_to_own(organisation: Organisation) -> HttpResponse:
    return see_other(reverse("partners:of-organisation", args=[organisation.slug]))
