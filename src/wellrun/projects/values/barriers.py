"""What stands in a team's way, and what came of asking for help."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

REPLY_WITHIN = timedelta(days=14)
"""How long a leader has, where the team says nothing else."""
REMIND_EVERY = timedelta(days=7)
"""How often the last person that can be asked is reminded."""


class BarrierState(TextChoices):
    WAITING = "waiting", _("Waiting for an answer")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


class Helped(TextChoices):
    """The team's own word about the answer."""

    YES = "yes", _("Yes, it helped")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No, it did not help")
    NOT_NEEDED = "not_needed", _("We no longer need it")
