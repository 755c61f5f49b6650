"""`{% icon %}` draws an icon, `{% brand %}` the mark; `{% symbols %}` sends the drawings a page uses."""

from __future__ import annotations

from django.template import Context
from django.utils.safestring import mark_safe

from wellrun.web.components.icon.symbols import symbols_used, use_symbol


def icon(context: Context, *, name: str, flip: bool = False) -> dict[str, object]:
    """An icon beside words. It is never the only way to say something, so it is silent to screen readers.

    ``flip`` mirrors it where text runs right to left: for arrows.
    """
    use_symbol(getattr(context, "request", None), name)
    return {"name": name, "flip": flip}


def brand(context: Context) -> dict[str, object]:
    """The mark: points that leave their line and rise."""
    use_symbol(getattr(context, "request", None), "brand")
    return {}


def symbols(context: Context) -> str:
    """The drawings used so far on this page. The shell calls it once, last."""
    request = getattr(context, "request", None)
    return mark_safe("".join(symbols_used(request)) if request else "")  # noqa: S308 - our own drawings
