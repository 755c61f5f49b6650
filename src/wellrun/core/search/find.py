"""The one question: what is found for these words, among what this person may see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from wellrun.core.actor import Actor
from wellrun.core.search.models import SearchEntry
from wellrun.core.search.registry import searchable
from wellrun.core.search.tokens import asked, finds_longer

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


def by_title(
    text: str, *, kind: str, marks: Sequence[str], after: tuple[str, int] | None = None, most: int
) -> list[tuple[str, int]]:
    """Titles and ids of one kind that hold every word and mark, in order of their titles, behind ``after``.

    It is read from the index alone, whose cost is that of what fits and not of all that is there. It knows
    nothing of permission: the caller reads the rows through its own rule.
    """
    words = asked(text)
    if not words:
        return []
    rows = SearchEntry.objects.filter(_fits(kind, words, marks), kind=kind)
    if after is not None:
        title, thing_id = after
        rows = rows.filter(Q(title__gt=title) | Q(title=title, thing_id__gt=thing_id))
    return list(rows.order_by("title", "thing_id").values_list("title", "thing_id")[:most])


def _fits(kind: str, words: Sequence[str], marks: Sequence[str]) -> Q:
    if connection.vendor == "postgresql":
        condition = RawSQL("vector @@ %s::tsquery", [_lexemes(words, marks)], output_field=BooleanField())
        return Q(condition)
    match = f'(kind : "{kind}") AND ({{title words}} : ({_terms(words, marks)}))'
    found = RawSQL("SELECT rowid FROM search_fulltext WHERE search_fulltext MATCH %s", [match])
    return Q(pk__in=found)


def _lexemes(words: Sequence[str], marks: Sequence[str] = ()) -> str:
    found = [f"'{word}'{':*' if finds_longer(word) else ''}" for word in words]
    return " & ".join([*found, *(f"'{mark}'" for mark in marks)])


def _terms(words: Sequence[str], marks: Sequence[str] = ()) -> str:
    found = [f'"{word}"{"*" if finds_longer(word) else ""}' for word in words]
    return " AND ".join([*found, *(f'"{mark}"' for mark in marks)])


def _ids(kind: str, words: Sequence[str], *, part: str = "") -> RawSQL:
    """Words are letters and digits alone, so they need no escaping within the quotes."""
    if connection.vendor == "postgresql":
        return RawSQL(_POSTGRESQL[part], [kind, _lexemes(words)])  # noqa: S611 - values are parameters
    columns = part or "{title words}"
    match = f'(kind : "{kind}") AND ({columns} : ({_terms(words)}))'
    return RawSQL(_SQLITE, [match])  # noqa: S611
