"""How a part that wraps other content draws its template."""

from __future__ import annotations

from collections.abc import Mapping

from django.template import Context
from django.utils.safestring import mark_safe


def fill(context: Context, part: str, content: str, values: Mapping[str, object]) -> str:
    """The part's template with its values and the drawn ``content``; of the page it sees only the request."""
    if context.template is None:
        raise RuntimeError("a part is drawn within a template")
    template = context.template.engine.get_template(f"components/{part}/template.html")
    # The content comes out of a template, so whatever people typed in it is already escaped.
    drawn = mark_safe(content.strip())  # noqa: S308
    return template.render(context.new({**values, "content": drawn, "csrf_token": context.get("csrf_token")}))
