"""A conversation on its own page, or as the part that HTMX exchanges; and the way back to its thing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.conversations.forms import CommentForm
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.conversations.presenters.talk import MANY, SHOWN
from wellrun.web.shell.render import render_page, see_other, wants_fragment


def address_of(topic: Topic, part: str = "") -> str:
    """Where the conversation is read."""
    return (topic.page or reverse("conversations:page", args=[topic.kind, topic.id])) + part


def trail_of(actor: Actor, topic: Topic) -> tuple[Crumb, ...]:
    """The thing, or where it stands."""
    above = (str(topic.name), topic.page) if topic.page else topic.above(actor)
    return (Crumb(text=above[0], href=above[1]),) if above else ()


def render_talk(
    request: HttpRequest,
    actor: Actor,
    topic: Topic,
    *,
    form: CommentForm | None = None,
    trouble: str = "",
    focus: int = 0,
    typed_why: str = "",
    follow_takes_focus: bool = False,
) -> HttpResponse:
    """``trouble`` stands beside the comment that it is about, where that one is in sight."""
    talk = present_talk(
        actor, topic, form=form, focus=focus, typed_why=typed_why, trouble=trouble, before=_before(request),
        most=SHOWN if wants_fragment(request) else MANY, follow_takes_focus=follow_takes_focus,
    )  # fmt: skip
    is_beside = talk is not None and any(row.trouble for row in talk.rows)
    is_wrong = bool(trouble) or (form is not None and bool(form.errors))
    context: dict[str, object] = {
        "talk": talk,
        "title": str(topic.name),
        "trail": trail_of(actor, topic),
        "talk_trouble": "" if is_beside else trouble,
    }
    return render_page(
        request, "conversations/page.html", context, fragment="talk", status=422 if is_wrong else 200
    )


def _before(request: HttpRequest) -> int | None:
    """The comment before which the page ends, from the link to earlier ones."""
    named = request.GET.get("before", "")
    return int(named) if named.isdecimal() and len(named) < 19 else None


def done(request: HttpRequest, actor: Actor, topic: Topic, *, at: int = 0) -> HttpResponse:
    """After a change: the fresh conversation, or a look at it in its place."""
    if wants_fragment(request):
        return render_talk(request, actor, topic, focus=at)
    return see_other(address_of(topic, f"#comment-{at}" if at else "#talk"))
