"""What is searched: each domain says how a row of its own is found, and who may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from wellrun.core.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The words by which a thing is found: its title, which counts more, and others.

    See `tokens.mark` for what is no word.
    """

    title: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """One kind of thing."""

    kind: str
    model: type[Model]
    fields: frozenset[str]
    """The fields that `text_of` reads: a save of others leaves the index alone."""
    text_of: Callable[[Any], Text | None]
    """``None`` for a row that nobody should find, for example a removed one. Reads the row alone."""
    visible_to: Callable[[Actor], QuerySet[Any]]
    """The domain's own rule; whatever the index says, nothing else is found."""
    reads: tuple[str, ...] = ()
    """Rows that `text_of` reads beside it, which are fetched with it in bulk."""
    is_in_the_box: bool = True
    """Whether the search box finds it. The lines of a directory are found by the directory's own page."""


_SEARCHED: dict[str, Searchable] = {}


def register(searchable: Searchable) -> None:
    _SEARCHED[searchable.kind] = searchable


def searchables() -> tuple[Searchable, ...]:
    """Every kind, in the order of settings.SEARCHED."""
    return tuple(_SEARCHED.values())


def searchable(kind: str) -> Searchable:
    return _SEARCHED[kind]


def in_the_box() -> tuple[Searchable, ...]:
    """What the search box finds."""
    return tuple(each for each in searchables() if each.is_in_the_box)


def is_searched(model: type[Model]) -> bool:
    return any(each.model is model for each in _SEARCHED.values())


def of_model(model: type[Model]) -> Searchable:
    return next(each for each in _SEARCHED.values() if each.model is model)
