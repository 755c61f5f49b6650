"""`{% table %}`: numbers and records."""

from __future__ import annotations

from django.template import Context

from wellrun.web.components.fill import fill


def table(context: Context, content: str, *, caption: str = "", is_stacked: bool = False) -> str:
    """It wraps ``thead`` and ``tbody``. ``is_stacked`` turns rows into records on phones.

    ``caption`` is for a screen reader, where the heading above does not name the table. A wide table
    scrolls inside its frame, and can be reached with the keyboard.
    """
    return fill(context, "table", content, {"caption": caption, "is_stacked": is_stacked})
