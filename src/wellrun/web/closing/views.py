"""Look back at a project, hand its gain over, or close it with what it taught."""

from __future__ import annotations

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.control import services as control
from wellrun.control.values import LOOK_AGAIN_AFTER
from wellrun.core.actor import Actor
from wellrun.core.decision import StaleEdit
from wellrun.learning import services as learning
from wellrun.measures.queries import uses_of
from wellrun.projects.queries import Project, seats_of
from wellrun.web.closing.forms import CloseForm, HandOverForm, ReviewForm
from wellrun.web.closing.presenters import present_closing, review_as_typed
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, over_the_latest, render_page, see_other


@only("GET", "POST")
def review(request: HttpRequest, project_id: int) -> HttpResponse:
    """The look back; a post keeps what is written so far."""
    actor, project = project_or_404(request, project_id)
    if request.method != "POST":
        return _page(request, actor, project)
    form = ReviewForm(request.POST)
    stale = None
    if form.is_valid():
        try:
            saved = applied(
                form, control.write_review, actor=actor, project=project, words=form.words(),
                expected_version=form.cleaned_data["version"], now=timezone.now(),
            )  # fmt: skip
        except StaleEdit as edit:
            saved, stale, form = None, edit, over_the_latest(form, project.version)
        if saved:
            answer = see_other(f"{reverse('closing:review', args=[project.pk])}?saved=1#endings")
            return name_saved(request, answer, f"project-{project.pk}-look-back")
    return _page(request, actor, project, stale=stale, review_form=form)


@only("POST")
def hand_over(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    form = _hand_over_form(request, actor, project)
    if form.is_valid():
        made = applied(
            form, learning.hand_over_with_story,
            actor=actor, project=project, item=form.item(), now=timezone.now(),
        )  # fmt: skip
        if made:
            return see_other(f"{reverse('control:item', args=[made[0].pk])}?handed-over=1")
    return _page(request, actor, project, hand_over_form=form)


@only("POST")
def close(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    form = CloseForm(request.POST, auto_id="close-%s")
    if form.is_valid():
        story = applied(
            form, learning.close_with_story,
            actor=actor, project=project, reason=form.cleaned_data["reason"], now=timezone.now(),
        )  # fmt: skip
        if story:
            return see_other(reverse("learn:story", args=[story.pk]))
    return _page(request, actor, project, close_form=form)


def _hand_over_form(request: HttpRequest, actor: Actor, project: Project) -> HandOverForm:
    uses, seats = uses_of(actor, project), seats_of(project)
    data = request.POST if request.path.endswith("/hand-over/") else None
    initial = {"next_review": timezone.now().date() + LOOK_AGAIN_AFTER}
    return HandOverForm(data, uses=uses, seats=seats, auto_id="hand-over-%s", initial=initial)


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    *,
    stale: StaleEdit | None = None,
    **wrong: BaseForm,
) -> HttpResponse:
    """The page, with the form that needs another look as it was typed."""
    context: dict[str, object] = {
        "page": present_closing(actor, project),
        "review_form": ReviewForm(initial=review_as_typed(project)),
        "hand_over_form": wrong.get("hand_over_form") or _hand_over_form(request, actor, project),
        "close_form": CloseForm(auto_id="close-%s"),
        "stale": stale,
        "is_saved": request.GET.get("saved") == "1",
        "wrong": next(iter(wrong.values()), None),
        **wrong,
    }
    return render_page(request, "closing/review.html", context, status=422 if wrong else 200)
