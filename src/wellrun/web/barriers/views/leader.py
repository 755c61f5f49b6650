"""The leader's side: what teams asked of me."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.conversations.queries import counts_of
from wellrun.core.actor import Actor
from wellrun.projects import services
from wellrun.projects.queries import answer_times_of, asked_of, barrier_for
from wellrun.web.barriers.forms import AnswerForm
from wellrun.web.barriers.presenters.leader import present_asked
from wellrun.web.shell.done import done
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET")
def asked_of_me(request: HttpRequest) -> HttpResponse:
    return _page(request, actor_of(request))


@only("POST")
def answer(request: HttpRequest, barrier_id: int) -> HttpResponse:
    actor = actor_of(request)
    barrier = barrier_for(actor, barrier_id)
    if barrier is None:
        raise Http404
    form = AnswerForm.about(barrier.pk, request.POST)
    if form.is_valid():
        saved = applied(
            form,
            services.answer_barrier,
            actor=actor,
            barrier=barrier,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if saved:
            return see_other(done(reverse("barriers:asked_of_me"), "answered"))
    return _page(request, actor, typed=form, about=barrier.pk)


def _page(
    request: HttpRequest, actor: Actor, *, typed: AnswerForm | None = None, about: int = 0
) -> HttpResponse:
    asked = asked_of(actor.id)
    page = present_asked(
        asked,
        answer_times_of(actor.id),
        today=timezone.now().date(),
        said=counts_of("barrier", [each.barrier_id for each in asked]),
        typed=typed,
        typed_about=about,
    )
    context: dict[str, object] = {"page": page, "typed": typed, "typed_about": about}
    return render_page(request, "barriers/asked_of_me.html", context, status=422 if typed else 200)
