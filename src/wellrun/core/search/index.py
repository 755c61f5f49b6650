"""Keeping the index in step: with each save, in bulk after an import, and from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model

from wellrun.core.search.models import SearchEntry
from wellrun.core.search.registry import Searchable, of_model, searchable, searchables
from wellrun.core.search.tokens import tokens_to_keep

BATCH = 500


def keep_in_step(
    sender: type[Model], instance: Model, update_fields: Iterable[str] | None = None, **_rest: Any
) -> None:
    """After a save, in its transaction."""
    what = of_model(sender)
    if update_fields is None or what.fields & frozenset(update_fields):
        _write(what, [instance])


def drop_from_index(sender: type[Model], instance: Model, **_rest: Any) -> None:
    """After a removal, in its transaction."""
    SearchEntry.objects.filter(kind=of_model(sender).kind, thing_id=instance.pk).delete()


def index_rows(kind: str, ids: Sequence[int]) -> None:
    """Put rows in the index that were written in bulk, where Django tells nobody of a save."""
    what = searchable(kind)
    for start in range(0, len(ids), BATCH):
        with transaction.atomic():
            rows = what.model._default_manager.select_for_update(of=("self",))  # noqa: SLF001 - Django's own
            rows = rows.select_related(*what.reads) if what.reads else rows
            _write(what, list(rows.filter(pk__in=ids[start : start + BATCH])))


def rebuild(*, only_missing: bool = False, progress: Callable[[int], None] = lambda _count: None) -> int:
    """Index everything again, in batches, so that people can save and search meanwhile.

    ``only_missing`` looks for what was written past the index, and is quick. Returns how many rows were read.
    """
    count = 0
    for what in searchables():
        things = what.model._default_manager.order_by("pk")  # noqa: SLF001
        entries = SearchEntry.objects.filter(kind=what.kind)
        if only_missing:
            things = things.exclude(pk__in=entries.values("thing_id"))
        else:
            entries.exclude(thing_id__in=things.values("pk")).delete()
        ids = list(things.values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            index_rows(what.kind, ids[start : start + BATCH])
            progress(len(ids[start : start + BATCH]))
        count += len(ids)
    return count


def how_many() -> int:
    """How many rows a rebuild reads."""
    return sum(what.model._default_manager.count() for what in searchables())  # noqa: SLF001


def _write(what: Searchable, rows: Sequence[Model]) -> None:
    found = {row.pk: what.text_of(row) for row in rows}
    hidden = [pk for pk, text in found.items() if text is None]
    if hidden:
        SearchEntry.objects.filter(kind=what.kind, thing_id__in=hidden).delete()
    entries = [
        SearchEntry(
            kind=what.kind,
            thing_id=pk,
            title=" ".join(tokens_to_keep(text.title)),
            words=" ".join(tokens_to_keep(text.more)),
        )
        for pk, text in found.items()
        if text is not None
    ]
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["kind", "thing_id"], update_fields=["title", "words"]
    )
