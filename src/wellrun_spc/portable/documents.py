"""Stored documents of any kind: the form they are in, words where they cannot be read, and messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from wellrun_spc.results import Messages
from wellrun_spc.series import SeriesError

Read = TypeVar("Read")


def read_document(stored: Mapping[str, Any], schema: str, read: Callable[[Mapping[str, Any]], Read]) -> Read:
    """What ``read`` makes of a document of the form ``schema``.

    Raises
    ------
    SeriesError
        Where the document is of another form, or is not complete.
    """
    found = stored.get("schema")
    if found != schema:
        raise SeriesError(
            f"This was stored in the form {found}; this program reads {schema}.",
            remedy="Use what to_dict() gave, or compute the chart again from its data.",
        )
    try:
        return read(stored)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise SeriesError(
            f"This is not a whole {schema}: {type(error).__name__} {error}.",
            remedy="Use what to_dict() gave, unchanged.",
        ) from error


def as_lists(value: object) -> object:
    """Messages within messages: tuples become lists all the way down."""
    if isinstance(value, (tuple, list)):
        return [as_lists(part) for part in value]
    if isinstance(value, dict):
        return {name: as_lists(part) for name, part in value.items()}
    return value


def messages_of(stored: Mapping[str, Any], name: str = "messages") -> Messages:
    """Messages as they were before ``as_lists``; none in documents from before they were kept."""
    found: Messages = _as_tuples(stored.get(name, []))
    return found


def _as_tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple([_as_tuples(part) for part in value])
    if isinstance(value, dict):
        return {name: _as_tuples(part) for name, part in value.items()}
    return value
