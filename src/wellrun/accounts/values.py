"""What a person chooses for themselves."""

from __future__ import annotations

from dataclasses import dataclass

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


ERASED_ADDRESS = "@erased.invalid"
"""How the address ends of somebody who was forgotten: no mail can reach it, and nobody signs in with it."""
PROFILE = "profile"
"""The part of a person that audit records of these choices name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a person says of themselves and chose for themselves."""

    name: str
    about: str = ""
    """What others may ask them about."""
    language: str = ""
    """Empty: the browser's."""
    theme: str = ""
    """Empty: the device decides."""
    plain_words: bool = True
    digest: str = Digest.DAILY


def is_own_page(address: str) -> bool:
    """Whether it is a page of this installation, and never another site's."""
    return address.startswith("/") and not address.startswith(("//", "/\\"))
