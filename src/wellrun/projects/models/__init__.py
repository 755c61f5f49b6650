"""Projects, their teams, their aims, their theory, and what stands in their way."""

from wellrun.projects.models.action import Action
from wellrun.projects.models.aim import Aim
from wellrun.projects.models.barrier import Barrier, Request
from wellrun.projects.models.coaching import CoachingNote, Progress
from wellrun.projects.models.driver import Driver, DriverLink, DriverVersion
from wellrun.projects.models.experience import Check, CheckAnswer, Turn
from wellrun.projects.models.involvement import Agreement, Involvement, Word
from wellrun.projects.models.origin import Origin
from wellrun.projects.models.project import PartnerOrganisation, Project, Tag
from wellrun.projects.models.seat import Seat
from wellrun.projects.models.tool import Tool, ToolItem
from wellrun.projects.models.view import SavedView
from wellrun.projects.models.vote import Vote, VoteRound, VoteTurn

__all__ = [
    "Action", "Agreement", "Aim", "Barrier", "Check", "CheckAnswer", "CoachingNote", "Driver", "DriverLink",
    "DriverVersion", "Involvement", "Origin", "PartnerOrganisation", "Progress", "Project", "Request",
    "SavedView", "Seat", "Tag", "Tool", "ToolItem", "Turn", "Vote", "VoteRound", "VoteTurn", "Word",
]  # fmt: skip
