"""`{% disclosure %}`: extra detail that opens in place."""

from __future__ import annotations

from django.template import Context

from wellrun.web.components.fill import fill


def disclosure(context: Context, content: str, *, summary: str, is_open: bool = False, id: str = "") -> str:  # noqa: A002
    """``summary`` is always seen; what it wraps opens with a click, without a script."""
    return fill(context, "disclosure", content, {"summary": summary, "is_open": is_open, "id": id})
