"""The one question: what is found for these words, among what this person may see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from wellrun.core.actor import Actor
from wellrun.core.search.registry import searchable
from wellrun.core.search.tokens import FROM_THE_BEGINNING, asked

_SQLITE = """
    SELECT e.thing_id FROM search_fulltext f JOIN search_searchentry e ON e.id = f.rowid
    WHERE search_fulltext MATCH %s
"""
_POSTGRESQL = {
    "title": "SELECT thing_id FROM search_searchentry WHERE kind = %s AND title_vector @@ %s::tsquery",
    "": "SELECT thing_id FROM search_searchentry WHERE kind = %s AND vector @@ %s::tsquery",
}


def find(actor: Actor, text: str, *, kind: str, most: int) -> list[Any]:
    """Rows of the domain, those first whose title holds every word, each group by name.

    Capitals and accents do not matter. Every word must be there; a word of three letters or more also finds
    longer ones that begin with it. Asks the database at most two questions.
    """
    words = asked(text)
    if not words:
        return []
    visible = searchable(kind).visible_to(actor)
    found = list(visible.filter(pk__in=_ids(kind, words, part="title"))[:most])
    if len(found) < most:
        others = visible.filter(pk__in=_ids(kind, words)).exclude(pk__in=[row.pk for row in found])
        found += others[: most - len(found)]
    return found


def _ids(kind: str, words: Sequence[str], *, part: str = "") -> RawSQL:
    """Words are letters and digits alone, so they need no escaping within the quotes."""
    if connection.vendor == "postgresql":
        lexemes = [f"'{word}'{':*' if _is_open(word) else ''}" for word in words]
        return RawSQL(_POSTGRESQL[part], [kind, " & ".join(lexemes)])  # noqa: S611 - values are parameters
    terms = " AND ".join(f'"{word}"{"*" if _is_open(word) else ""}' for word in words)
    columns = part or "{title words}"
    match = f'(kind : "{kind}") AND ({columns} : ({terms}))'
    return RawSQL(_SQLITE, [match])  # noqa: S611


def _is_open(word: str) -> bool:
    return len(word) >= FROM_THE_BEGINNING
