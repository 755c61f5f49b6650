"""`{% define %}`: words and what they mean, in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A question and its answer, a word and its meaning."""

    term: str
    text: str


def define(*, terms: Sequence[Term]) -> dict[str, object]:
    """A definition list. Text that people wrote keeps its own direction."""
    return {"terms": terms}
