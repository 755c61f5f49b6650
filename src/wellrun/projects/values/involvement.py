"""How far service users and carers shape the work, how it is for them, and what they say about the end."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values import Perspective
from wellrun.projects.values.roles import SeatRole
from wellrun.projects.values.states import State


class Involvement(TextChoices):
    """From nobody asking to service users leading; "little i" and "Big I" are the field's own words."""

    NONE = "none", _("Not involved yet")
    INFORMED = "informed", _("Informed")
    CONSULTED = "consulted", _("Consulted (little i)")
    CO_DESIGN = "co_design", _("Co-design")
    FULL_PARTNER = "full_partner", _("Full partners (Big I)")
    LED = "led", _("Led by service users")


LADDER = tuple(Involvement)
"""From the lowest to the highest."""

BY_EXPERIENCE = frozenset({Perspective.SERVICE_USER, Perspective.CARER})
"""The sides from which care is known by experience."""
PARTNER_ROLE = SeatRole.SERVICE_USER_PARTNER
NEEDS_PARTNERS = frozenset({State.IN_CONTROL, State.CLOSED})
"""Ends that partners on the team agree to before they are reached."""


class Question(TextChoices):
    """What partners are asked, three questions in all."""

    HEARD = "heard", _("Do people listen to what you know from experience?")
    CHANGES = "changes", _("Does what you say change what the team does?")
    SUPPORTED = "supported", _("Do you have what you need to take part: time, information, payment, help?")


class Often(IntegerChoices):
    NEVER = 1, _("Never")
    SELDOM = 2, _("Seldom")
    SOMETIMES = 3, _("Sometimes")
    MOSTLY = 4, _("Mostly")
    ALWAYS = 5, _("Always")


ENOUGH_ANSWERS = 3
"""With fewer, an answer could be traced to the person who gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerWord:
    """What one partner said about one end of the project."""

    person_id: int
    name: str
    target: str
    is_yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerStanding:
    """Who the partners on the team are now, and what they said since the project last moved."""

    partner_ids: frozenset[int]
    words: tuple[PartnerWord, ...] = ()

    def about(self, target: str) -> tuple[PartnerWord, ...]:
        """What those who are on the team now said about this end."""
        return tuple(
            word for word in self.words if word.target == target and word.person_id in self.partner_ids
        )
