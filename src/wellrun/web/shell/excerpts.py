"""The beginning of a long text, cut between words."""

from __future__ import annotations


def shortened(text: str, most: int = 180) -> str:
    """The first words of a long text."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",.;:") + " …"
