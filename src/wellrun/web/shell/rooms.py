"""The rooms of the product that exist today. Navigation is built from this one list."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room: its name, the page it opens with, and the address that all of its pages begin with."""

    name: str | Promise
    url_name: str
    begins: str
    icon: str
    also: tuple[str, ...] = ()
    """Where other pages of this room begin."""


ROOMS = (
    Room(name=_("Today"), url_name="today:today", begins="/", icon="today"),
    Room(
        name=_("Improve"),
        url_name="projects:list",
        begins="/projects/",
        icon="projects",
        also=("/measures/", "/tests/", "/learn/", "/barriers/", "/asked-of-me/", "/coaching/"),
    ),
    Room(name=_("Control"), url_name="control:list", begins="/control/", icon="board"),
)


def room_of(path: str) -> Room | None:
    """The room a page is in. The front page is only itself."""
    for room in ROOMS:
        if path == room.begins or path.startswith(tuple({room.begins, *room.also} - {"/"})):
            return room
    return None
