"""What a part says about itself: how it is used, and examples for the gallery and the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One use of a part, as a developer would write it in a template.

    ``values`` makes what the template needs, for parts that take more than words.
    """

    title: str
    template: str
    values: Callable[[], Mapping[str, object]] = field(default=dict)
