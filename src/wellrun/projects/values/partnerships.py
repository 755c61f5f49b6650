"""How another organisation stands to a project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from wellrun.projects.values.roles import SeatRole


class PartnerState(TextChoices):
    INVITED = "invited", _("Invited")
    JOINED = "joined", _("Takes part")
    DECLINED = "declined", _("Said no")
    LEFT = "left", _("Has left")


PARTNER_ROLES = (SeatRole.MEMBER, SeatRole.SERVICE_USER_PARTNER, SeatRole.VIEWER)
"""What a partner may make its own people in another's project. Who leads it, the project says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """All that an organisation sees of a project that asked it, until its people join the team."""

    id: int
    organisation_id: int
    state: str
    project: str
    host: str
    message: str
    invited_at: datetime | None
    people: tuple[str, ...]
    """Its own people on the team."""
