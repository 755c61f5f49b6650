"""Roles in a project's team."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

PROJECT = "project"
"""The scope of a grant in a project."""


class SeatRole(TextChoices):
    """A person may hold several: a service-user partner who leads holds two."""

    LEAD = "lead", _("Lead")
    MEMBER = "member", _("Member")
    SERVICE_USER_PARTNER = "service_user_partner", _("Service-user partner")
    COACH = "coach", _("Coach")
    SPONSOR = "sponsor", _("Sponsor")
    VIEWER = "viewer", _("Looks on")


EDITORS = frozenset({SeatRole.LEAD, SeatRole.MEMBER, SeatRole.SERVICE_USER_PARTNER, SeatRole.COACH})
"""Who works on the project. Service-user partners are full members."""
