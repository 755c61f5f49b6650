"""Rows as JSON holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Model

from wellrun.exchange.package.shape import Part


def plain(value: object) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else value


def fields_of(row: Model, part: Part, **others: object) -> dict[str, Any]:
    """The fields of a part as the row has them, in the part's order; ``others`` are told apart."""
    return {
        name: plain(others[name]) if name in others else plain(getattr(row, name)) for name in part.fields
    }


def plain_row(row: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """A part that was read, as JSON holds it."""
    return {name: plain(row[name]) for name in names}


def without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """A part that was read, but for some of its fields."""
    return {name: value for name, value in row.items() if name not in names}
