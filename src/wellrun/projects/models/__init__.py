"""Projects, their teams, their aims, their theory, and what stands in their way."""

from wellrun.projects.models.aim import Aim
from wellrun.projects.models.barrier import Barrier, Request
from wellrun.projects.models.driver import Driver, DriverLink
from wellrun.projects.models.project import PartnerOrganisation, Project, Tag
from wellrun.projects.models.seat import Seat

__all__ = [
    "Aim", "Barrier", "Driver", "DriverLink", "PartnerOrganisation", "Project", "Request", "Seat", "Tag",
]  # fmt: skip
