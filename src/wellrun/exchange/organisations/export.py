"""A copy of everything of an organisation that its administrator may see."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.exchange.organisations.archive import Sheet, archive_of
from wellrun.exchange.organisations.audited import things_seen_by
from wellrun.measures.models import Annotation, Measure, Observation, PhaseStart
from wellrun.measures.queries import visible_to
from wellrun.organisations.models import DirectoryEntry, Membership, Organisation, Unit

README = """A copy of {name}, taken on {day} by {who}.

Every file is CSV in UTF-8, with a header row. Times are UTC. Rows refer to each other by id.

organisation.csv   the organisation and its settings
units.csv          the tree of units; path holds the ids from the top down
people.csv         everybody who has a role now, with e-mail address
roles.csv          every role, ended ones included
measures.csv       what is counted, with the stored reading
observations.csv   the numbers of each measure
phases.csv         where limits were redrawn, and why
annotations.csv    flags on the charts
audit.csv          who did what, and when

{private}
A cell that begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet runs it as a formula.
Keep this file as carefully as the records it holds.
"""


def export_of(actor: Actor, organisation: Organisation, *, now: datetime) -> Iterator[bytes]:
    """The archive, piece by piece. What a team keeps to itself stays with the team."""
    own = Measure.objects.filter(organisation=organisation)
    seen = visible_to(actor).filter(organisation=organisation).order_by("pk")
    hidden = own.filter(is_removed=False).count() - seen.count()
    private = f"{hidden} private measures are not in it: only their teams see them.\n" if hidden else ""
    readme = README.format(
        name=organisation.name, day=now.date().isoformat(), who=actor.name, private=private
    )
    return archive_of(readme, _sheets(actor, organisation, seen), now=now)


def _sheets(actor: Actor, organisation: Organisation, seen: QuerySet[Measure]) -> Iterator[Sheet]:
    here = {"organisation": organisation}
    yield _sheet("organisation.csv", Organisation.objects.filter(pk=organisation.pk))
    yield _sheet("units.csv", Unit.objects.filter(**here).order_by("path"))
    yield _people(organisation)
    yield _sheet("roles.csv", Membership.objects.filter(unit__organisation=organisation).order_by("pk"))
    yield _sheet("measures.csv", seen)
    parts: Sequence[tuple[str, type[Model]]] = (
        ("observations.csv", Observation), ("phases.csv", PhaseStart), ("annotations.csv", Annotation),
    )  # fmt: skip
    for name, model in parts:
        rows: QuerySet[Any] = model._default_manager.filter(measure__in=seen.values("pk"))  # noqa: SLF001 - Django's public name for it
        yield _sheet(name, rows.order_by("measure_id", "pk"))
    yield _audit(actor, organisation)


def _sheet(name: str, rows: QuerySet[Any]) -> Sheet:
    """A table as it is stored."""
    fields = rows.model._meta.concrete_fields  # noqa: SLF001 - Django's public name for it
    columns = [field.attname for field in fields if field.attname not in _DERIVED]
    return Sheet(name=name, header=columns, rows=rows.values_list(*columns).iterator(chunk_size=2000))


_DERIVED = frozenset({"name_key", "spark", "edition"})


def _people(organisation: Organisation) -> Sheet:
    rows = DirectoryEntry.objects.filter(organisation=organisation).order_by("name_key", "person_id")
    told = rows.values_list(
        "person_id", "person__name", "person__email", "person__about", "title", "unit_id", "person__is_active"
    )
    header = ("id", "name", "email", "about", "title", "unit_id", "is_active")
    return Sheet(name="people.csv", header=header, rows=told.iterator(chunk_size=2000))


def _audit(actor: Actor, organisation: Organisation) -> Sheet:
    header = (
        "id", "at", "actor_id", "actor_name", "on_behalf_of", "action", "thing", "thing_id", "part", "before",
        "after", "reason", "undoes",
    )  # fmt: skip
    records = audit.records_in(organisation.pk, seen=things_seen_by(actor))
    words = {"actor_name", "on_behalf_of", "before", "after", "reason"}
    columns = [f"words__{name}" if name in words else name for name in header]
    rows = records.order_by("pk").values_list(*columns)
    return Sheet(
        name="audit.csv",
        header=header,
        rows=([_as_text(cell) for cell in row] for row in rows.iterator(chunk_size=2000)),
    )


def _as_text(cell: object) -> object:
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, dict) else cell
