"""`{% visibility %}`: who can see this page, beside its title."""

from __future__ import annotations


def visibility(*, level: str, text: str) -> dict[str, object]:
    """``level`` is team, organisation, network or public; ``text`` says it, with the organisation's name."""
    return {"text": text, "icon": "globe" if level == "public" else "lock"}
