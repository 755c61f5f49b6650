"""Forgetting a person: their names go from the audit and from every text. The chain stays whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from wellrun.core import audit, chain
from wellrun.core.actor import Actor
from wellrun.core.audit_check import ERASURE
from wellrun.core.chain import ERASED
from wellrun.core.models import AuditRecord, AuditWords
from wellrun.core.search.index import index_rows
from wellrun.core.search.models import SearchEntry
from wellrun.core.search.registry import is_searched, of_model

PERSON = "person"
PERSON_ID = "person_id"
"""How the record of a role or a seat names who holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """Whom to forget, and the names and addresses they went by."""

    person_id: int
    names: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Any of the names as whole words. A single word is too likely to be a word, so it stands alone."""
        parts = [
            re.escape(name) if " " in name or "@" in name else rf"\A{re.escape(name)}\Z"
            for name in self.names
        ]
        return re.compile("|".join(rf"(?<!\w)(?:{part})(?!\w)" for part in parts), re.IGNORECASE)


_ALSO: list[Callable[[int], None]] = []


def also_forget(forget_words: Callable[[int], None]) -> None:
    """A domain above says what else goes with a person: words that are theirs alone, by the person's id."""
    if forget_words not in _ALSO:
        _ALSO.append(forget_words)


def forget(*, actor: Actor, person: Forgotten, reason: str, now: datetime) -> int:
    """Erase a person's words from the audit and their names from every text. Returns how many words went.

    The erasure leaves a record of its own, which says how many words it took and names nobody.
    """
    audit.take_turn()
    for forget_words in _ALSO:
        forget_words(person.person_id)
    found = {words.pk: leaves for words in _that_may_speak_of(person) if (leaves := _to_erase(words, person))}
    nameless = replace(
        actor,
        name=ERASED if actor.person_id == person.person_id else _without(person, actor.name),
        on_behalf_of=_without(person, actor.on_behalf_of),
    )
    count = sum(len(leaves) for leaves in found.values())
    record = audit.record(
        actor=nameless,
        action=ERASURE,
        thing=audit.Thing(kind=PERSON, id=person.person_id),
        now=now,
        after={"words": count},
        reason=_without(person, reason),
    )
    for words in AuditWords.objects.filter(pk__in=found):
        _erase(words, found[words.pk], by=record.pk)
    _clean_texts(person)
    return count


def _that_may_speak_of(person: Forgotten) -> Iterator[AuditWords]:
    of_them = Q(record__actor_id=person.person_id) | Q(
        record__thing=PERSON, record__thing_id=person.person_id
    )
    of_them |= Q(before__person_id=person.person_id) | Q(after__person_id=person.person_id)
    named = [
        _holds(field, name) for name in person.names for field in (*chain.TEXTS, "before_text", "after_text")
    ]
    for each in named:
        of_them |= each
    rows = AuditWords.objects.select_related("record").annotate(
        before_text=Cast("before", models.TextField()), after_text=Cast("after", models.TextField())
    )
    return rows.filter(of_them).iterator(chunk_size=2000)


def _holds(field: str, name: str) -> Q:
    """JSON may hold letters beyond ASCII as they are, or escaped."""
    return Q(**{f"{field}__icontains": name}) | Q(**{f"{field}__icontains": json.dumps(name)[1:-1]})


def _to_erase(words: AuditWords, person: Forgotten) -> list[str]:
    """The words that are theirs: the name they acted under, all that was said of them, and each mention."""
    record: AuditRecord = words.record
    is_of_them = record.thing == PERSON and record.thing_id == person.person_id and record.action != ERASURE
    is_their_role = any(
        (state or {}).get(PERSON_ID) == person.person_id for state in (words.before, words.after)
    )
    erased = words.erased or {}
    leaves = []
    for leaf, value in chain.leaves_of(audit.words_of(words)).items():
        is_theirs = leaf == "actor_name" and record.actor_id == person.person_id
        is_said = (is_of_them and (leaf == "reason" or "/" in leaf)) or (is_their_role and _says(leaf))
        if leaf not in erased and value and (is_theirs or is_said or _mentions(person, value)):
            leaves.append(leaf)
    return leaves


def _says(leaf: str) -> bool:
    """What the record of a role or a seat says of the one who holds it; which role it was stays."""
    return leaf == "reason" or leaf.rpartition("/")[2] in {"title", "perspective"}


def _mentions(person: Forgotten, value: Any) -> bool:
    if isinstance(value, str):
        return bool(person.pattern.search(value))
    if isinstance(value, dict):
        return any(_mentions(person, item) for pair in value.items() for item in pair)
    return isinstance(value, list) and any(_mentions(person, item) for item in value)


def _erase(words: AuditWords, leaves: Iterable[str], *, by: int) -> None:
    """Throw the words and their salts away, and keep the commitments."""
    held = chain.leaves_of(audit.words_of(words))
    salts = words.salts or {leaf: chain.salt_of(words.salt, leaf) for leaf in held}
    erased = dict(words.erased or {})
    for leaf in leaves:
        erased[leaf] = [chain.commitment(salts.pop(leaf), held[leaf]), by]
        state, _slash, key = leaf.partition("/")
        if key:
            setattr(words, state, getattr(words, state) | {key: ERASED})
        else:
            setattr(words, leaf, ERASED)
    words.salt, words.salts, words.erased = "", salts, erased
    words.save()


def _without(person: Forgotten, text: str) -> str:
    return person.pattern.sub(ERASED, text)


def _clean_texts(person: Forgotten) -> None:
    """Take the names out of what others wrote, wherever it is kept."""
    for model in apps.get_models():
        if model._meta.managed and model not in _CLEANED_OTHERWISE:  # noqa: SLF001 - Django's own word
            cleaned = {key for field in _texts_of(model) for key in _clean(model, field, person)}
            if cleaned and is_searched(model):
                index_rows(of_model(model).kind, sorted(cleaned))


_CLEANED_OTHERWISE = {AuditRecord, AuditWords, SearchEntry}
"""The audit keeps its commitments, and the search index is made again from what was cleaned."""


def _texts_of(model: type[models.Model]) -> list[str]:
    """Columns that people write into: no keys, and no choices from a list."""
    return [
        field.name
        for field in model._meta.concrete_fields  # noqa: SLF001
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not (getattr(field, "choices", None) or field.primary_key or isinstance(field, models.SlugField))
    ]


def _clean(model: type[models.Model], field: str, person: Forgotten) -> Iterator[Any]:
    """Cleans the rows that hold a name, and says which they were."""
    rows = model._default_manager.annotate(text_to_clean=Cast(field, models.TextField()))  # noqa: SLF001
    wanted = Q(pk__in=[])
    for name in person.names:
        wanted |= _holds("text_to_clean", name)
    for key, value in rows.filter(wanted).order_by("pk").values_list("pk", field):
        cleaned = _cleaned(person, value)
        if cleaned != value:
            model._default_manager.filter(pk=key).update(**{field: cleaned})  # noqa: SLF001
            yield key


def _cleaned(person: Forgotten, value: Any) -> Any:
    if isinstance(value, str):
        return _without(person, value)
    if isinstance(value, dict):
        return {_without(person, key): _cleaned(person, item) for key, item in value.items()}
    return [_cleaned(person, item) for item in value] if isinstance(value, list) else value
