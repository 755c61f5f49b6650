"""The four levels of who can see a thing. New work starts at team; only its lead widens it."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Visibility(TextChoices):
    TEAM = "team", _("Only the team can see this")
    ORGANISATION = "organisation", _("The organisation can see this")
    NETWORK = "network", _("Everybody who signs in can see this")
    PUBLIC = "public", _("Everybody can see this")
