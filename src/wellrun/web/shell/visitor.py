"""Who looks at the page, as far as the shell around it shows: name, news, light or dark."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.access.requests import actor_of, profile_of_request
from wellrun.accounts.queries import unread_count
from wellrun.accounts.queries.notifications import MOST_COUNTED
from wellrun.core.actor import Actor
from wellrun.web.shell.words import PLAIN, Words, words_of

THEME_COOKIE = "theme"
THEMES = ("light", "dark")
KEYS_COOKIE = "keys"
"""Set to ``off`` in a browser whose person does not want a single key to do anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the bell says, in a figure and in words."""

    count: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """An error page is drawn for a visitor without a name, so that it needs no database."""

    name: str = ""
    person: str = ""
    """Whose browser it is, for what the browser keeps for this person alone."""
    theme: str = ""
    """light or dark where the person chose, otherwise empty: the device decides."""
    has_keys: bool = True
    words: Words = PLAIN
    news: News | None = None


def unknown_visitor(request: HttpRequest) -> Visitor:
    """What the browser alone tells."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return Visitor(
        theme=chosen if chosen in THEMES else "", has_keys=request.COOKIES.get(KEYS_COOKIE) != "off"
    )


def visitor_of(request: HttpRequest) -> Visitor:
    """The person asking; what they saved goes before what the browser keeps."""
    unknown, actor, profile = unknown_visitor(request), actor_of(request), profile_of_request(request)
    if profile is None or not actor.is_signed_in:
        return unknown
    return Visitor(
        name=actor.name,
        person=str(actor.person_id),
        theme=profile.theme,
        has_keys=unknown.has_keys,
        words=words_of(request),
        news=_news(actor),
    )


def _news(actor: Actor) -> News:
    count = unread_count(actor)
    if not count:
        return News(count="", words=_("News: none you have not read"))
    if count >= MOST_COUNTED:
        return News(
            count=f"{MOST_COUNTED - 1}+", words=_("News: more than %(count)d not read") % {"count": count - 1}
        )
    words = ngettext("News: %(count)d not read", "News: %(count)d not read", count)
    return News(count=str(count), words=words % {"count": count})
