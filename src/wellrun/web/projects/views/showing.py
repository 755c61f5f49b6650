"""The story of a project with what people say about it, after a look or after a change that was refused."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.conversations.queries import counts_of
from wellrun.core.actor import Actor
from wellrun.projects.queries import Project, project_topic
from wellrun.web.conversations.presenters import present_talk, talk_text
from wellrun.web.projects.presenters.sources import gather
from wellrun.web.projects.presenters.story import present_story
from wellrun.web.shell.render import render_page


def render_story(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    *,
    trouble: str = "",
    typed: str = "",
    typed_tag: str = "",
) -> HttpResponse:
    talk = present_talk(actor, project_topic(project))
    context: dict[str, object] = {
        "page": present_story(gather(actor, project, now=timezone.now())),
        "talk": talk,
        "aim_talk": talk_text(counts_of("aim", [project.pk]).get(project.pk, 0)) if talk else "",
        "trouble": trouble,
        "typed": typed,
        "typed_tag": typed_tag,
    }
    return render_page(request, "projects/story.html", context, status=422 if trouble else 200)
