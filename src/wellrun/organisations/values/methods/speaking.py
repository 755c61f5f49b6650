"""A method as the vocabulary of a reader: what stands for each mark in a message."""

from __future__ import annotations

from wellrun.core.vocabulary import Vocabulary, as_written
from wellrun.organisations.values.methods.nouns import DECISIONS, MARKS, STANDARD
from wellrun.organisations.values.methods.terms import STATES, STEPS, THEORY, VERBS, MethodWords

NAMES = frozenset([*VERBS, *THEORY[:1], *(f"state_{each}" for each in STATES)])
"""Marks that are terms of the method as they stand."""


def vocabulary(method: MethodWords, *, plain: bool) -> Vocabulary:
    """In everyday words, or in the field's own. A mark with a capital gives a word with one."""

    def word(mark: str) -> str:
        name = mark[:1].lower() + mark[1:]
        found = _noun(method, name, plain=plain) or _other(method, name, plain=plain) or as_written(name)
        return found if name == mark else found[:1].upper() + found[1:]

    return word


def _noun(method: MethodWords, mark: str, *, plain: bool) -> str:
    if mark not in MARKS:
        return ""
    name, form = MARKS[mark]
    named = method.nouns.get(name, STANDARD[name])
    return str(getattr(named.plain if plain else named.term, form))


def _other(method: MethodWords, mark: str, *, plain: bool) -> str:
    """Plan, Do, Study and Act, parts of the record; what is done with ideas; states; what a team decides."""
    pair = DECISIONS.get(mark)
    if mark in STEPS:
        pair = method.terms[f"step_{mark}"]
    elif mark in NAMES:
        pair = method.terms[mark]
    return str(pair.plain if plain else pair.term) if pair is not None else ""
