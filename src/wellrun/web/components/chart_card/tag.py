"""`{% chart_card %}`: a chart with its head, its flags in words, and links to its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from django.template import Context
from django.utils.safestring import mark_safe

from wellrun.web.components.fill import fill
from wellrun.web.components.segments.tag import Segment


def chart_card(
    context: Context,
    content: str,
    *,
    wide: str,
    narrow: str = "",
    note: str = "",
    ranges: Sequence[Segment] = (),
    ranges_label: str = "",
    flags: Sequence[str] = (),
    flags_label: str = "",
) -> str:
    """Two drawings of one chart, of which CSS shows one. What it wraps are the links under it.

    ``note`` names the chart and the rules. ``flags`` are what the team changed, for phones, in order.
    """
    values = {
        # Drawn by wellrun_spc.draw, which escapes every word it is given.
        "wide": mark_safe(wide),  # noqa: S308
        "narrow": mark_safe(narrow),  # noqa: S308
        "note": note,
        "ranges": ranges,
        "ranges_label": ranges_label,
        "flags": flags,
        "flags_label": flags_label,
    }
    return fill(context, "chart_card", content, values)
