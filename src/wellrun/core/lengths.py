"""What is said of a text that is too long, whoever finds it: a form, or a service."""

from __future__ import annotations

from django.utils.translation import gettext as _


def too_long(longest: int, length: int) -> str:
    """How long it may be and how long it is, so that people know how much to take out."""
    words = _("Keep this to %(longest)s characters; it has %(length)s. Shorten it, nothing is lost.")
    return words % {"longest": f"{longest:,}", "length": f"{length:,}"}
