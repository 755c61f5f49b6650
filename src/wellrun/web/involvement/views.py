"""Pages of involvement: the level, the check, and the partners' word about the end."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.projects.permissions import may_read_team_matters, may_speak_as_partner, may_work
from wellrun.projects.policies import takes_check
from wellrun.projects.queries import (
    Project,
    has_answered,
    involvements_of,
    open_check_of,
    results_of,
    standing_of,
    told_for,
    words_of,
)
from wellrun.web.involvement.forms import CheckForm, LevelForm, WordForm
from wellrun.web.involvement.presenters import InvolvementPage, InvolvementSources, present_involvement
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def involvement(request: HttpRequest, project_id: int) -> HttpResponse:
    """The page; a post records a level."""
    actor, project = project_or_404(request, project_id)
    form = LevelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        saved = _applied(form, services.record_involvement, actor, project, **form.cleaned_data)
        if saved:
            return _back(project)
    return _page(request, actor, project, level_form=form)


@only("POST")
def agree(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    try:
        services.agree_involvement(actor=actor, project=project, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, trouble=refusal.sentence)
    return _back(project)


@only("POST")
def word(request: HttpRequest, project_id: int) -> HttpResponse:
    """A partner's yes or not yet."""
    actor, project = project_or_404(request, project_id)
    form = WordForm(request.POST)
    if form.is_valid() and (_applied(form, services.say_word, actor, project, **form.cleaned_data)):
        return _back(project, "#done")
    return _page(request, actor, project, word_form=form)


@only("POST")
def check(request: HttpRequest, project_id: int) -> HttpResponse:
    """Start the experience check, or end the round."""
    actor, project = project_or_404(request, project_id)
    service = services.close_check if "close" in request.POST else services.open_check
    try:
        service(actor=actor, project=project, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, trouble=refusal.sentence)
    return _back(project, "#check")


@only("POST")
def answer(request: HttpRequest, project_id: int) -> HttpResponse:
    """A partner answers the three questions."""
    actor, project = project_or_404(request, project_id)
    form = CheckForm(request.POST)
    if form.is_valid():
        _applied(form, services.answer_check, actor, project, answers=form.cleaned_data)
        if form.is_valid():
            return _back(project, "#check")
    return _page(request, actor, project, check_form=form)


def _applied(form: Any, service: Any, actor: Actor, project: Project, **words: Any) -> object:
    return applied(form, service, actor=actor, project=project, now=timezone.now(), **words)


def _back(project: Project, part: str = "") -> HttpResponse:
    return see_other(reverse("involvement:page", args=[project.pk]) + part)


def _present(actor: Actor, project: Project) -> InvolvementPage:
    standing, running = standing_of(project), open_check_of(project)
    state = "none" if running is None else "answered" if has_answered(running, actor.person_id) else "open"
    return present_involvement(
        InvolvementSources(
            project=project,
            levels=involvements_of(project),
            words=list(words_of(project)),
            results=results_of(project),
            check=state,
            work=may_work(actor, project),
            partner=may_speak_as_partner(actor, project, standing),
            team=may_read_team_matters(actor, project),
            takes_check=takes_check(standing),
            person_id=actor.person_id,
            told=told_for(project),
        )
    )


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    *,
    level_form: LevelForm | None = None,
    word_form: WordForm | None = None,
    check_form: CheckForm | None = None,
    trouble: str = "",
) -> HttpResponse:
    forms = (level_form, word_form, check_form)
    context: dict[str, object] = {
        "page": _present(actor, project),
        "level_form": level_form or LevelForm(),
        "word_form": word_form or WordForm(),
        "check_form": check_form or CheckForm(),
        "trouble": trouble,
    }
    is_wrong = bool(trouble) or any(form is not None and form.errors for form in forms)
    return render_page(request, "involvement/page.html", context, status=422 if is_wrong else 200)
