"""`{% callout %}`: one helpful nudge."""

from __future__ import annotations

from typing import Literal

from django.template import Context

from wellrun.web.components.fill import fill


def callout(
    context: Context, content: str, *, title: str, look: Literal["nudge", "error"] = "nudge", level: int = 3
) -> str:
    """What it wraps says the fact and offers one action.

    ``error`` is for a page's own trouble, and is read out at once.
    """
    return fill(context, "callout", content, {"title": title, "is_error": look == "error", "level": level})
