"""What every page needs around its content, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from wellrun.web.shell.places import organisation_of, organisations_of
from wellrun.web.shell.rooms import ROOMS, room_of
from wellrun.web.shell.visitor import Visitor, visitor_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NavLink:
    """A room in the navigation. ``current`` is the word for aria-current, or empty."""

    name: str
    href: str
    icon: str
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language the pages are written in, named in itself."""

    code: str
    name: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The organisation that one looks at, and the others one belongs to."""

    name: str
    href: str
    current: str
    others: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Navigation, visitor and language of one page."""

    rooms: tuple[NavLink, ...]
    visitor: Visitor
    place: Place | None
    """``None`` for strangers, guests, and where the database is not asked."""
    search_hint: str
    language: str
    direction: str
    languages: tuple[Language, ...]
    here: str
    """This page's address, to come back to."""


def _rooms(path: str) -> tuple[NavLink, ...]:
    here = room_of(path)
    return tuple(
        NavLink(
            name=str(room.name),
            href=reverse(room.url_name),
            icon=room.icon,
            current="" if room is not here else "page" if path == room.begins else "true",
        )
        for room in ROOMS
    )


def _languages(current: str) -> tuple[Language, ...]:
    return tuple(
        Language(code=code, name=str(name), is_current=code == current) for code, name in settings.LANGUAGES
    )


def place_of(request: HttpRequest) -> Place | None:
    own, here, path = organisations_of(request), organisation_of(request), request.path
    if here is None:
        return None
    href = reverse("organisations:organisation", args=[here.slug])
    is_inside = path.startswith((href, reverse("people:list")))
    return Place(
        name=here.name,
        href=href,
        current="page" if path == href else "true" if is_inside else "",
        others=tuple((each.pk, each.name) for each in own if each is not here),
    )


def shell_of(request: HttpRequest, *, visitor: Visitor, place: Place | None = None) -> Shell:
    """The shell for one request. A page answering a post comes back to the page it belongs to."""
    language = get_language() or settings.LANGUAGE_CODE
    return Shell(
        rooms=_rooms(request.path),
        visitor=visitor,
        place=place,
        search_hint=_("Search projects, %(measures)s, %(units)s, people")
        % {"measures": visitor.words.of("measures"), "units": visitor.words.of("units")},
        language=language,
        direction="rtl" if get_language_bidi() else "ltr",
        languages=_languages(language),
        here=request.get_full_path() if request.method == "GET" else request.path,
    )


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: ``shell`` in every template.

    Lazy, so that an error page can do without the database.
    """
    return {"shell": SimpleLazyObject(lambda: _signed_in_shell(request))}


def _signed_in_shell(request: HttpRequest) -> Shell:
    place = place_of(request)
    return shell_of(request, visitor=visitor_of(request), place=place)
