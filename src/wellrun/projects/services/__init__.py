"""Writes to projects: start one, agree an aim, form a team, move it on."""

from wellrun.projects.services.aims import AimRefused, revise_aim
from wellrun.projects.services.projects import NewProject, ProjectRefused, move, remove_project, start_project
from wellrun.projects.services.sharing import share
from wellrun.projects.services.teams import SeatRefused, end_seat, give_seat

__all__ = [
    "AimRefused", "NewProject", "ProjectRefused", "SeatRefused", "end_seat", "give_seat", "move",
    "remove_project", "revise_aim", "share", "start_project",
]  # fmt: skip
