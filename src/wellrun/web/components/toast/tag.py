"""`{% toast %}`: it is saved, and it can be undone."""

from __future__ import annotations


def toast(*, text: str, undo_url: str = "", close_url: str = "") -> dict[str, object]:
    """``undo_url`` takes a post that puts things back; ``close_url`` is this page without the message."""
    return {"text": text, "undo_url": undo_url, "close_url": close_url}
