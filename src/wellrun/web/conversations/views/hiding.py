"""Hide what somebody said, with a reason, and show it again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.conversations import services
from wellrun.core.decision import Refused
from wellrun.web.conversations.views.finding import comment_or_404
from wellrun.web.conversations.views.showing import done, render_talk
from wellrun.web.shell.methods import only


@only("POST")
def hide(request: HttpRequest, comment_id: int) -> HttpResponse:
    actor, comment, topic = comment_or_404(request, comment_id)
    why = request.POST.get("why", "")
    try:
        services.hide_comment(actor=actor, comment=comment, why=why, now=timezone.now())
    except Refused as refusal:
        return render_talk(request, actor, topic, trouble=refusal.sentence, focus=comment.pk, typed_why=why)
    return done(request, actor, topic, at=comment.pk)


@only("POST")
def show(request: HttpRequest, comment_id: int) -> HttpResponse:
    actor, comment, topic = comment_or_404(request, comment_id)
    try:
        services.show_comment(actor=actor, comment=comment, now=timezone.now())
    except Refused as refusal:
        return render_talk(request, actor, topic, trouble=refusal.sentence, focus=comment.pk)
    return done(request, actor, topic, at=comment.pk)
