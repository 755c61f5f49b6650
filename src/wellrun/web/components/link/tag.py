"""`{% link %}`: go somewhere, tall enough for a thumb."""

from __future__ import annotations


def link(
    *, text: str, href: str, icon: str = "", arrow: bool = False, download: bool = False
) -> dict[str, object]:
    """``arrow`` points onward at the end of the words; ``download`` offers the file to keep."""
    return {"text": text, "href": href, "icon": icon, "arrow": arrow, "download": download}
