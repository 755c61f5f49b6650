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


ROOMS = (
    Room(name=_("Today"), url_name="today:today", begins="/", icon="today"),
    Room(name=_("Improve"), url_name="measures:list", begins="/measures/", icon="projects"),
)


def room_of(path: str) -> Room | None:
    """The room a page is in: the longest beginning that fits. The front page is only itself."""
    inside = [
        room for room in ROOMS if path == room.begins or (room.begins != "/" and path.startswith(room.begins))
    ]
    return max(inside, key=lambda room: len(room.begins), default=None)
