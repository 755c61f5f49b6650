"""What people typed: the text of a form with one field, and texts that no form on the page can give back."""

from __future__ import annotations

import re

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

_SECRET = re.compile(r"password|code|token|csrf", re.IGNORECASE)
_WORDS = re.compile(r"\w\s+\w|\w{12,}")
"""Somebody's own words, not the value of a choice or a number."""


def typed(request: HttpRequest, name: str) -> str:
    """What was typed, as long as it is; without NUL, which no word holds and PostgreSQL refuses."""
    return request.POST.get(name, "").replace("\0", "")


def unsaved_texts(request: HttpRequest) -> tuple[str, ...]:
    """Texts of a form that was refused, to be shown to whoever typed them: a page of ours sent them."""
    if request.method != "POST" or not _is_from_here(request):
        return ()
    try:
        lists = list(request.POST.lists())
    except SuspiciousOperation:  # too much of it: there is nothing to show
        return ()
    return tuple(
        text for name, texts in lists if not _SECRET.search(name) for text in texts if _WORDS.search(text)
    )


def _is_from_here(request: HttpRequest) -> bool:
    """The form's token was right; or it was an old one, and the browser itself says which site sent it.

    Words from another site must never stand on a page of ours.
    """
    is_checked = getattr(request, "csrf_processing_done", False)
    return is_checked or request.headers.get("Sec-Fetch-Site") == "same-origin"
