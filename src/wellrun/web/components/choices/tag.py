"""`{% choices %}`: pick one of a few, or several, all in sight."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.forms import BoundField, MultipleChoiceField

from wellrun.web.components.field.tag import first_error_is


def choices(*, bound: BoundField, helps: Mapping[str, str] = MappingProxyType({})) -> dict[str, object]:
    """Radio buttons from a form's choice field, tick boxes for several. The question is the legend.

    ``helps`` says under a choice what it will lead to; then as many stand side by side as there is room for.
    A field whose widget names a ``form`` is sent with that one.
    """
    is_many = isinstance(bound.field, MultipleChoiceField)
    return {
        "input": "checkbox" if is_many else "radio",
        "bound": bound,
        "options": [(option, helps.get(str(option.data["value"]), "")) for option in bound],
        "has_helps": bool(helps) and not is_many,
        "sent_with": bound.field.widget.attrs.get("form", ""),
        "hint": str(bound.help_text),
        "error": " ".join(str(error) for error in bound.errors),
        "takes_focus": bool(bound.errors) and first_error_is(bound),
    }
