"""The conversation about one thing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.conversations import services
from wellrun.web.conversations.presenters import talk_form
from wellrun.web.conversations.views.finding import topic_or_404
from wellrun.web.conversations.views.showing import done, render_talk
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, wants_fragment


@only("GET", "POST")
def page(request: HttpRequest, kind: str, thing_id: int) -> HttpResponse:
    """All of it; a post says something."""
    actor, topic = topic_or_404(request, kind, thing_id)
    if request.method != "POST":
        return render_talk(request, actor, topic)
    form = talk_form(actor, topic, request.POST)
    if form.is_valid():
        comment = applied(
            form, services.post_comment, actor=actor, topic=topic, now=timezone.now(), **form.cleaned_data
        )
        if comment:
            return done(request, actor, topic, at=comment.pk)
    return render_talk(request, actor, topic, form=form)


@only("POST")
def follow(request: HttpRequest, kind: str, thing_id: int) -> HttpResponse:
    """Hear of it, or no longer."""
    actor, topic = topic_or_404(request, kind, thing_id)
    wants = request.POST.get("follow") == "yes"
    services.follow(actor=actor, topic=topic, is_following=wants, now=timezone.now())
    if wants_fragment(request):
        return render_talk(request, actor, topic, follow_takes_focus=True)
    return done(request, actor, topic)
