"""Reading stored documents of any kind: the form they are in, and words where they cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

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
