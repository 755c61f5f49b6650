"""`{% task %}`: something that needs a person."""

from __future__ import annotations

from django.utils.safestring import mark_safe


def task(
    *,
    title: str,
    href: str,
    text: str,
    kind: str = "",
    of: str = "",
    side: str = "",
    icon: str = "",
    spark: str = "",
) -> dict[str, object]:
    """Say why, and lead to the one place where it is done.

    ``of`` draws a sign, ``icon`` an icon in its place.
    """
    return {
        "title": title,
        "href": href,
        "text": text,
        "kind": kind,
        "of": of,
        "side": side,
        "icon": icon,
        "spark": mark_safe(spark),  # noqa: S308 - drawn by wellrun_spc.draw
    }
