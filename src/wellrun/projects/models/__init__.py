"""Projects, their teams their aims and their theory."""

from wellrun.projects.models.aim import Aim
from wellrun.projects.models.driver import Driver, DriverLink
from wellrun.projects.models.project import PartnerOrganisation, Project, Tag
from wellrun.projects.models.seat import Seat

__all__ = ["Aim", "Driver", "DriverLink", "PartnerOrganisation", "Project", "Seat", "Tag"]
