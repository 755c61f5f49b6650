"""Questions about projects: which ones, who is in the team, what the aim is."""

from wellrun.projects.models import Aim, Project, Seat, Tag
from wellrun.projects.queries.projects import get_for, private_below, visible_to
from wellrun.projects.queries.teams import aim_of, aims_of, grants_of, seats_of

__all__ = [
    "Aim", "Project", "Seat", "Tag", "aim_of", "aims_of", "get_for", "grants_of", "private_below", "seats_of",
    "visible_to",
]  # fmt: skip
