"""An answer without words. Three, and no more: each says something that a team can use."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReactionKind(TextChoices):
    """Not liking and not agreeing: a count of those would weigh what people said."""

    THANKS = "thanks", _("Thank you")
    WILL = "will", _("I will do this")
    MORE = "more", _("Tell me more")
