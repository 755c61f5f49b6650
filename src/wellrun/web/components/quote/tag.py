"""`{% quote %}`: what somebody said, in their own words."""

from __future__ import annotations


def quote(*, text: str, by: str = "", about: str = "") -> dict[str, object]:
    """``by`` is the name they gave; ``about`` says what the words are about."""
    return {"text": text, "by": by, "about": about}
