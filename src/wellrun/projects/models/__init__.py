"""Projects, their teams and their aims."""

from wellrun.projects.models.aim import Aim
from wellrun.projects.models.project import PartnerOrganisation, Project, Tag
from wellrun.projects.models.seat import Seat

__all__ = ["Aim", "PartnerOrganisation", "Project", "Seat", "Tag"]
