"""The diagram's page after a look or after a change, whole or as the part that HTMX exchanges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa.services import UnderTest
from wellrun.projects.queries import (
    Driver,
    LastChange,
    Project,
    driver_of,
    driver_topic,
    get_for,
    last_change_of,
)
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.drivers.presenters.page import present_drivers
from wellrun.web.drivers.presenters.said import said
from wellrun.web.shell.render import render_page, see_other, wants_fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """What could not be saved, with what was typed, and why."""

    form: BaseForm | None = None
    of: str = ""
    """Which of the page's forms it was: add, write, place, serve, leave, measure, remove."""
    refusal: Refused | None = None

    @property
    def trouble(self) -> str:
        """A refusal that is about no field."""
        is_told = isinstance(self.refusal, StaleEdit) or (self.form is not None and self.form.errors)
        return self.refusal.sentence if self.refusal is not None and not is_told else ""

    @property
    def stale(self) -> StaleEdit | None:
        return self.refusal if isinstance(self.refusal, StaleEdit) else None

    @property
    def asks(self) -> bool:
        """Whether somebody who is sure can go on."""
        return isinstance(self.refusal, UnderTest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """What was saved, and the way back."""

    text: str
    undo_url: str = ""
    close_url: str = ""


def changed(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    at: Driver | None,
    form: BaseForm,
    service: Callable[..., object],
    done: str,
    **arguments: Any,
) -> HttpResponse:
    """Make the change and come back to the part, or show what to put right with what was typed."""
    of = request.POST.get("form", done)
    if not form.is_valid():
        return show(request, actor, project, at, wrong=Wrong(form=form, of=of))
    try:
        made = service(actor=actor, project=project, now=timezone.now(), **form.cleaned_data, **arguments)
    except Refused as refusal:
        if not isinstance(refusal, StaleEdit) and refusal.field in form.fields:
            form.add_error(refusal.field, refusal.sentence)
        return show(request, actor, project, at, wrong=Wrong(form=form, of=of, refusal=refusal))
    here = made.pk if isinstance(made, Driver) else at.pk if at else None
    return look_again(request, actor, project, done, here=here)


def look_again(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    done: str,
    *,
    here: int | None,
    removed: int | None = None,
) -> HttpResponse:
    """After a change: the fresh part of the page, or the page again with the part that was changed."""
    if wants_fragment(request):
        fresh = get_for(actor, project.pk)
        if fresh is None:
            raise Http404
        at = driver_of(fresh, here) if here else None
        return show(request, actor, fresh, at, done=done, removed=removed)
    base = reverse("drivers:diagram", args=[project.pk])
    if removed:
        return see_other(f"{base}?removed={removed}")
    return see_other(f"{base}?at={here}&done={done}#chosen" if here else f"{base}?done={done}")


def show(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    at: Driver | None,
    *,
    wrong: Wrong | None = None,
    done: str = "",
    removed: int | None = None,
) -> HttpResponse:
    """The page; or, where HTMX asked, the part of it below the tabs."""
    page = present_drivers(actor, project, at, saved=_saved(request, actor, project, wrong), removed=removed)
    words = said(done, page)
    context: dict[str, object] = {
        "page": page,
        "talk": present_talk(actor, driver_topic(at)) if at else None,
        "wrong": wrong,
        "title_mark": _("Not saved yet:") if wrong else "",
        "toast": Toast(text=words, close_url=page.address) if words else None,
    }
    status = 422 if wrong is not None else 200
    return render_page(request, "drivers/diagram.html", context, fragment="theory", status=status)


def _saved(request: HttpRequest, actor: Actor, project: Project, wrong: Wrong | None) -> LastChange | None:
    """Whoever has just changed it need not be asked for."""
    if request.method == "POST" and wrong is None:
        return LastChange(who=actor.name, at=timezone.now())
    return last_change_of(project)
