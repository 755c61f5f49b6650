"""What a part says about itself: how it is used, and examples for the gallery and the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One use of a part, as a developer would write it in a template.

    ``values`` makes what the template needs, for parts that take more than words.
    """

    title: str
    template: str
    values: Callable[[], Mapping[str, object]] = field(default=dict)


def draw(example: Example, request: HttpRequest) -> SafeString:
    """The example as people see it, without taking the focus from the reader of the gallery."""
    template = engines["django"].from_string("{% load wellrun %}" + example.template)
    html = template.render(dict(example.values()), request).replace(" autofocus", "")
    return mark_safe(html)  # noqa: S308 - just drawn by a template
