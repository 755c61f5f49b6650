"""Look back at a project, hand its gain over, or close it with what it taught."""

from __future__ import annotations

from collections.abc import Sequence

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.control import services as control
from wellrun.control.queries import ControlItem
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.learning import services as learning
from wellrun.measures.queries import uses_of
from wellrun.projects.queries import Project, seats_of
from wellrun.web.closing.forms import CloseForm, HandOverForm, ReviewForm
from wellrun.web.closing.presenters import (
    hand_over_as_typed,
    limits_by_measure,
    present_closing,
    review_as_typed,
)
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
            return see_other(_after_the_hand_over(project, made[0]))
    return _page(request, actor, project, hand_over_form=form)


@only("POST")
def take_back(request: HttpRequest, project_id: int) -> HttpResponse:
    """Undo a hand-over that nobody has built on."""
    actor, project = project_or_404(request, project_id)
    address = reverse("closing:review", args=[project.pk])
    try:
        control.take_back_hand_over(actor=actor, project=project, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, trouble=refusal.sentence)
    return see_other(f"{address}?taken-back=1#endings")


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


def _after_the_hand_over(project: Project, made: Sequence[ControlItem]) -> str:
    """To the one item; or, where there are several, to the page that leads to each."""
    if len(made) == 1:
        return f"{reverse('control:item', args=[made[0].pk])}?handed-over=1"
    return f"{reverse('closing:review', args=[project.pk])}?handed-over=1"


def _hand_over_form(request: HttpRequest, actor: Actor, project: Project) -> HandOverForm:
    uses, seats = sorted(uses_of(actor, project), key=lambda use: not use.is_main), seats_of(project)
    data = request.POST if request.path.endswith("/hand-over/") else None
    initial = hand_over_as_typed(actor, project, today=timezone.now().date())
    return HandOverForm(data, uses=uses, seats=seats, auto_id="hand-over-%s", initial=initial)


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    *,
    stale: StaleEdit | None = None,
    trouble: str = "",
    **wrong: BaseForm,
) -> HttpResponse:
    """The page, with the form that needs another look as it was typed."""
    page = present_closing(actor, project)
    context: dict[str, object] = {
        "page": page,
        "limits": limits_by_measure(actor, project) if page.may_hand_over else {},
        "review_form": ReviewForm(initial=review_as_typed(project)),
        "hand_over_form": wrong.get("hand_over_form") or _hand_over_form(request, actor, project),
        "close_form": CloseForm(auto_id="close-%s"),
        "stale": stale,
        "is_saved": request.GET.get("saved") == "1",
        "is_taken_back": request.GET.get("taken-back") == "1" and page.may_hand_over,
        "takes_focus": bool(request.GET.keys() & {"saved", "taken-back"}),
        "trouble": trouble,
        "wrong": next(iter(wrong.values()), None),
        **wrong,
    }
    return render_page(request, "closing/review.html", context, status=422 if wrong or trouble else 200)
