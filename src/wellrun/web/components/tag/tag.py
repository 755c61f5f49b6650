"""`{% tag %}`: a fact that is not a link."""

from __future__ import annotations

from typing import Literal


def tag(*, text: str, icon: str = "", look: Literal["plain", "pine"] = "plain") -> dict[str, object]:
    """Two words in a small frame. ``pine`` for what people have chosen or must see first."""
    return {"text": text, "icon": icon, "look": look}
