"""Questions about projects: which ones, who is in the team, what the aim is."""

from wellrun.projects.models import Aim, Driver, Project, Seat, Tag
from wellrun.projects.queries.drivers import Branch, diagram_of, driver_of, drivers_of, ideas_of
from wellrun.projects.queries.history import Event, history_of
from wellrun.projects.queries.portfolio import ProjectRow, Wanted, count_for, portfolio_for
from wellrun.projects.queries.projects import get_for, private_below, visible_to
from wellrun.projects.queries.teams import aim_of, aims_of, grants_of, seats_of

__all__ = [
    "Aim", "Branch", "Driver", "Event", "Project", "ProjectRow", "Seat", "Tag", "Wanted", "aim_of", "aims_of",
    "count_for", "diagram_of", "driver_of", "drivers_of", "get_for", "grants_of", "history_of", "ideas_of",
    "portfolio_for", "private_below", "seats_of", "visible_to",
]  # fmt: skip
