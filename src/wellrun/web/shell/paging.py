"""Pages of a long list: each address says behind which line its page begins."""

from __future__ import annotations

from urllib.parse import urlencode


def next_page(after: object | None, **kept: str) -> str:
    """The address of the next page, with the filters that are kept; without ``after``, of the first."""
    told = {name: value for name, value in kept.items() if value}
    if after is not None:
        told["after"] = str(after)
    return "?" + urlencode(told) if told else ""
