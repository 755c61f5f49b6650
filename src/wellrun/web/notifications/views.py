"""A person's news. Looking changes nothing; marking as read is a post."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from wellrun.access import actor_of
from wellrun.accounts.queries import notifications_of
from wellrun.accounts.services import mark_all_read, mark_read
from wellrun.web.notifications.presenters import present_news
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other


@only("GET")
def news(request: HttpRequest) -> HttpResponse:
    page = present_news(notifications_of(actor_of(request)))
    return render_page(request, "notifications/list.html", {"page": page})


@only("POST")
def read(request: HttpRequest, notification_id: int) -> HttpResponse:
    """Mark one as read. Another person's does not exist."""
    if not mark_read(actor=actor_of(request), notification_id=notification_id, now=timezone.now()):
        raise Http404
    return see_other(reverse("notifications:list"))


@only("POST")
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all as read that the page has shown; later news stays unread."""
    until = _time_in(request.POST.get("until", ""))
    if until is not None:
        mark_all_read(actor=actor_of(request), until=until, now=timezone.now())
    return see_other(reverse("notifications:list"))


def _time_in(text: str) -> datetime | None:
    try:
        given = parse_datetime(text)
    except ValueError:
        return None
    return given if given is not None and timezone.is_aware(given) else None
