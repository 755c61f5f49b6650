"""`{% nothing_yet %}`: nothing here yet."""

from __future__ import annotations

from django.template import Context

from wellrun.web.components.fill import fill


def nothing_yet(
    context: Context, content: str, *, title: str, text: str, icon: str = "", level: int = 3
) -> str:
    """What will be here and the smallest first step. What it wraps is the one button that takes it."""
    return fill(context, "nothing_yet", content, {"title": title, "text": text, "icon": icon, "level": level})
