"""Read a story, write it, let others read it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.learning import services
from wellrun.learning.permissions import may_write
from wellrun.learning.queries import Story, get_for, story_topic
from wellrun.learning.values import STORY_FIELDS
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.learn.forms import StoryForm
from wellrun.web.learn.presenters import present_story
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, over_the_latest, render_page, see_other
from wellrun.web.shell.sign_in import SignInFirst, open_to_all


@open_to_all
@only("GET")
def story(request: HttpRequest, story_id: int) -> HttpResponse:
    actor, found = _story_or_404(request, story_id)
    return _page(request, actor, found)


@only("GET", "POST")
def edit(request: HttpRequest, story_id: int) -> HttpResponse:
    actor, found = _story_or_404(request, story_id)
    decision = may_write(actor, found)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    held = {name: getattr(found, name) for name in STORY_FIELDS} | {"version": found.project.version}
    form, stale = StoryForm(request.POST or None, initial=held), None
    address = reverse("learn:story", args=[found.pk])
    if request.method == "POST" and form.is_valid():
        try:
            saved = applied(
                form, services.write_story, actor=actor, story=found, words=form.words(),
                expected_version=form.cleaned_data["version"], now=timezone.now(),
            )  # fmt: skip
        except StaleEdit as other:
            saved, stale, form = None, other, over_the_latest(form, found.project.version)
        if saved:
            return name_saved(request, see_other(address), f"story-{found.pk}")
    trail = (Crumb(text=found.title, href=address),)
    context: dict[str, object] = {"form": form, "story_id": found.pk, "trail": trail, "stale": stale}
    return render_page(request, "learn/edit.html", context, status=422 if form.errors or stale else 200)


@only("POST")
def publish(request: HttpRequest, story_id: int) -> HttpResponse:
    actor, found = _story_or_404(request, story_id)
    visibility = request.POST.get("visibility", "")
    try:
        services.publish(actor=actor, story=found, visibility=visibility, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, found, trouble=refusal.sentence)
    return see_other(reverse("learn:story", args=[found.pk]))


def _page(request: HttpRequest, actor: Actor, found: Story, *, trouble: str = "") -> HttpResponse:
    context: dict[str, object] = {
        "page": present_story(actor, found),
        "talk": present_talk(actor, story_topic(found)),
        "trouble": trouble,
    }
    return render_page(request, "learn/story.html", context, status=422 if trouble else 200)


def _story_or_404(request: HttpRequest, story_id: int) -> tuple[Actor, Story]:
    actor = actor_of(request)
    found = get_for(actor, story_id)
    if found is None:
        raise Http404 if actor.is_signed_in else SignInFirst
    return actor, found
