"""One comment: its versions, putting it right, taking it back, answering it in a word."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.conversations import services
from wellrun.conversations.permissions import may_change, may_read_words
from wellrun.conversations.queries import Comment, editions_of
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.web.conversations.forms import EditForm
from wellrun.web.conversations.presenters.versions import present_versions
from wellrun.web.conversations.views.finding import comment_or_404
from wellrun.web.conversations.views.showing import address_of, done, render_talk, trail_of
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page


@only("GET")
def versions(request: HttpRequest, comment_id: int) -> HttpResponse:
    """How it reads, and how it read before."""
    actor, comment, topic = comment_or_404(request, comment_id)
    context: dict[str, object] = {
        "versions": present_versions(
            comment,
            editions_of(comment),
            reads_words=bool(may_read_words(actor, topic, comment)),
        ),
        "title": str(topic.name),
        "trail": trail_of(actor, topic),
        "back": address_of(topic, f"#comment-{comment.pk}"),
    }
    return render_page(request, "conversations/versions.html", context)


@only("GET", "POST")
def edit(request: HttpRequest, comment_id: int) -> HttpResponse:
    actor, comment, topic = comment_or_404(request, comment_id)
    decision = may_change(actor, topic, comment)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    form = EditForm(request.POST or None, initial={"text": comment.text, "version": comment.version})
    stale = None
    if request.method == "POST" and form.is_valid():
        text, version = form.cleaned_data["text"], form.cleaned_data["version"]
        try:
            saved = applied(
                form, services.edit_comment, actor=actor, comment=comment, text=text,
                expected_version=version, now=timezone.now(),
            )  # fmt: skip
        except StaleEdit as edit:  # what was typed stands beside what is there, to be saved over it
            saved, stale = None, edit
            form = EditForm(initial={"text": text, "version": comment.version})
        if saved:
            return done(request, actor, topic, at=comment.pk)
    return _edit_page(request, actor, comment, topic, form, stale)


def _edit_page(
    request: HttpRequest,
    actor: Actor,
    comment: Comment,
    topic: Topic,
    form: EditForm,
    stale: StaleEdit | None,
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "comment_id": comment.pk,
        "back": address_of(topic, f"#comment-{comment.pk}"),
        "title": str(topic.name),
        "trail": trail_of(actor, topic),
        "stale": stale,
    }
    return render_page(
        request, "conversations/edit.html", context, status=422 if form.errors or stale else 200
    )


@only("POST")
def remove(request: HttpRequest, comment_id: int) -> HttpResponse:
    actor, comment, topic = comment_or_404(request, comment_id)
    try:
        services.remove_comment(actor=actor, comment=comment, now=timezone.now())
    except Refused as refusal:
        return render_talk(request, actor, topic, trouble=refusal.sentence, focus=comment.pk)
    return done(request, actor, topic, at=comment.pk)


@only("POST")
def answer(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Give an answer in a word, or take it back."""
    actor, comment, topic = comment_or_404(request, comment_id)
    is_on = "give" in request.POST
    kind = request.POST.get("give" if is_on else "take_back", "")
    try:
        services.react(actor=actor, comment=comment, kind=kind, is_on=is_on, now=timezone.now())
    except Refused as refusal:
        return render_talk(request, actor, topic, trouble=refusal.sentence, focus=comment.pk)
    return done(request, actor, topic, at=comment.pk)
