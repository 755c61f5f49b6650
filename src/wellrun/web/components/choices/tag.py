"""`{% choices %}`: pick one of a few, all in sight."""

from __future__ import annotations

from django.forms import BoundField

from wellrun.web.components.field.tag import first_error_is


def choices(*, bound: BoundField) -> dict[str, object]:
    """Radio buttons from a form's choice field. The question is the legend."""
    return {
        "bound": bound,
        "hint": str(bound.help_text),
        "error": " ".join(str(error) for error in bound.errors),
        "takes_focus": bool(bound.errors) and first_error_is(bound),
    }
