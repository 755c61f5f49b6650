"""The text of a form that has one field and no more to check."""

from __future__ import annotations

from django.http import HttpRequest


def typed(request: HttpRequest, name: str, *, most: int) -> str:
    """What was typed, cut to its longest; without NUL, which no word holds and PostgreSQL refuses."""
    return request.POST.get(name, "").replace("\0", "")[:most]
