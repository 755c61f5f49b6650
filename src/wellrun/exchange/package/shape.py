"""The kinds of fields in a record: each reads a value strictly, and says the same as JSON Schema.

So that the reference, the writer and the reader cannot drift apart: `record` is written in these once.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from wellrun.exchange.package.refusals import PackageRefused
from wellrun.exchange.package.sealed import RECORD

At = tuple[str | int, ...]
Screen = Callable[[str, At], str]
"""What to keep of a text at a place."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class Field(Protocol):
    """One kind of field."""

    def read(self, value: Any, at: At) -> Any:
        """The value as the programme uses it. Raises `PackageRefused`, naming the place."""

    def screened(self, value: Any, at: At, screen: Screen) -> Any:
        """A value that was read, with its texts as the screen leaves them."""

    def schema(self) -> dict[str, Any]:
        """The same in JSON Schema."""


class Plain:
    """A field without texts in it."""

    def screened(self, value: Any, at: At, screen: Screen) -> Any:  # noqa: ARG002 - as every field has it
        return value


def place_of(at: At) -> str:
    """ "measures 3, observations 15, value": counted as people count."""
    words: list[str] = []
    for each in at:
        if isinstance(each, int):
            words[-1] = f"{words[-1]} {each + 1}"
        else:
            words.append(each)
    return ", ".join(words)


def wrong(at: At, problem: str) -> PackageRefused:
    words = _("The package cannot be used. %(file)s, %(place)s: %(problem)s")
    return PackageRefused(
        words % {"file": RECORD, "place": place_of(at) or "{}", "problem": problem}, field="file"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    longest: int
    is_needed: bool = False
    is_key: bool = False
    """Rows are told apart by it, so it is not emptied where it is taken out."""

    def read(self, value: Any, at: At) -> str:
        if not isinstance(value, str):
            raise wrong(at, _("it should be text."))
        if len(value) > self.longest:
            raise wrong(
                at,
                _("it is %(length)s letters long, and up to %(longest)s are taken.")
                % {"length": f"{len(value):,}", "longest": f"{self.longest:,}"},
            )
        if _FORBIDDEN.search(value):
            raise wrong(at, _("it holds characters that are no text."))
        if self.is_needed and not value.strip():
            raise wrong(at, _("it is empty."))
        return value

    def screened(self, value: Any, at: At, screen: Screen) -> Any:
        kept = screen(value, at)
        return kept if kept or not value or not (self.is_needed or self.is_key) else _("(taken out)")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": self.longest} | ({"minLength": 1} if self.is_needed else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Plain):
    values: Sequence[str]

    def read(self, value: Any, at: At) -> str:
        if not isinstance(value, str) or value not in self.values:
            words = ", ".join(f"“{each}”" for each in self.values)
            raise wrong(at, _("it should be one of %(values)s.") % {"values": words})
        return value

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.values)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Plain):
    def read(self, value: Any, at: At) -> bool:
        if not isinstance(value, bool):
            raise wrong(at, _("it should be true or false."))
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Plain):
    is_optional: bool = True

    def read(self, value: Any, at: At) -> float | None:
        if value is None and self.is_optional:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise wrong(at, _("it should be a number."))
        if isinstance(value, int) and abs(value) > 10**300:
            raise wrong(at, _("it is no ordinary number."))
        if not math.isfinite(value):
            raise wrong(at, _("it is no ordinary number."))
        return float(value)

    def schema(self) -> dict[str, Any]:
        return {"type": ["number", "null"] if self.is_optional else "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Plain):
    low: int = 1
    high: int = 1_000_000
    is_optional: bool = False

    def read(self, value: Any, at: At) -> int | None:
        if value is None and self.is_optional:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise wrong(
                at,
                _("it should be a whole number from %(low)s to %(high)s.")
                % {"low": self.low, "high": f"{self.high:,}"},
            )
        return value

    def schema(self) -> dict[str, Any]:
        kind = ["integer", "null"] if self.is_optional else "integer"
        return {"type": kind, "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    of: Field
    most: int

    def read(self, value: Any, at: At) -> list[Any]:
        if not isinstance(value, list):
            raise wrong(at, _("it should be a list."))
        if len(value) > self.most:
            raise wrong(at, _("it has more than %(most)s entries.") % {"most": f"{self.most:,}"})
        return [self.of.read(each, (*at, number)) for number, each in enumerate(value)]

    def screened(self, value: Any, at: At, screen: Screen) -> Any:
        return [self.of.screened(each, (*at, number), screen) for number, each in enumerate(value)]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.of.schema(), "maxItems": self.most}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An object with exactly these fields."""

    fields: Mapping[str, Field]
    is_optional: bool = False

    def read(self, value: Any, at: At) -> dict[str, Any] | None:
        if value is None and self.is_optional:
            return None
        if not isinstance(value, dict):
            raise wrong(at, _("it should be an object."))
        for name in value:
            if name not in self.fields:
                raise wrong((*at, name[:40]), _("it is not part of this version of the format."))
        for name in self.fields:
            if name not in value:
                raise wrong((*at, name), _("it is missing."))
        return {name: field.read(value[name], (*at, name)) for name, field in self.fields.items()}

    def screened(self, value: Any, at: At, screen: Screen) -> Any:
        if value is None:
            return None
        return {name: field.screened(value[name], (*at, name), screen) for name, field in self.fields.items()}

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["object", "null"] if self.is_optional else "object",
            "properties": {name: field.schema() for name, field in self.fields.items()},
            "required": list(self.fields),
            "additionalProperties": False,
        }
