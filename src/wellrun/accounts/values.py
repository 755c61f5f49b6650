"""What a person chooses for themselves."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Theme(TextChoices):
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Digest(TextChoices):
    """How news comes by e-mail. It is always in the page as well."""

    DAILY = "daily", _("Once a day, when there is news")
    WEEKLY = "weekly", _("Once a week, when there is news")
    NEVER = "never", _("Never")
