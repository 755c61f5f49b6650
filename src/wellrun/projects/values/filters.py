"""What the portfolio can be narrowed to, as it is kept under a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

WHOSE = ("", "mine", "quiet")
"""All, those of the person's own teams, those without news for a while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Empty parts narrow nothing."""

    search: str = ""
    state: str = ""
    whose: str = ""
    tag: str = ""
    unit: int | None = None

    @property
    def is_none(self) -> bool:
        return self == Filters()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> Filters:
        return cls(**kept)
