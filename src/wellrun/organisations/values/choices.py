"""Roles on a unit, and the side from which a person looks at care."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

UNIT = "unit"
"""The scope of a grant on a unit."""


class Role(TextChoices):
    """What a person may do on a unit and, but for members, on all units below it."""

    MEMBER = "member", _("Member")
    COACH = "coach", _("Improvement coach")
    LEADER = "leader", _("Leader")
    IMPROVEMENT_OFFICE = "improvement_office", _("Improvement office")
    ADMINISTRATOR = "administrator", _("Administrator")


INHERITED = (Role.COACH, Role.LEADER, Role.IMPROVEMENT_OFFICE, Role.ADMINISTRATOR)
"""Roles that hold on the units below as well. A member of a directorate is not a member of its wards."""

TEAM_ROLES = frozenset({Role.MEMBER, Role.COACH})
"""Roles that make a person part of a unit's own team, which alone sees what is kept at team level."""
LEADING_ROLES = frozenset({Role.LEADER, Role.IMPROVEMENT_OFFICE, Role.ADMINISTRATOR})


class Perspective(TextChoices):
    """From which side a person knows the work. It is shown as their own words are, and decides nothing."""

    STAFF = "staff", _("Staff")
    SERVICE_USER = "service_user", _("Service user or patient")
    CARER = "carer", _("Carer or family")
    PARTNER = "partner", _("Partner organisation")
    VOLUNTEER = "volunteer", _("Volunteer")


class Method(TextChoices):
    """The improvement method that an organisation speaks; it renames and orders the same record."""

    MODEL_FOR_IMPROVEMENT = "model_for_improvement", _("Model for Improvement")
    LEAN_A3 = "lean_a3", _("Lean A3")
    DMAIC = "dmaic", _("DMAIC (Six Sigma)")
    EXPERIENCE_BASED_CO_DESIGN = "experience_based_co_design", _("Experience-based co-design")
    POCQI = "pocqi", _("Point of care quality improvement (POCQI)")
