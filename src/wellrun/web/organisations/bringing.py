"""A brought file: how it is read, what it would do, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wellrun.core.actor import Actor
from wellrun.exchange.organisations.columns import PEOPLE, UNITS, Columns, guess_columns
from wellrun.exchange.organisations.outcome import Outcome, perform, rehearse
from wellrun.exchange.organisations.people import bring_people, read_people
from wellrun.exchange.organisations.units import bring_units, read_units
from wellrun.exchange.tables import FOR_PAGES, Table, TableError, read_table
from wellrun.organisations.queries import Organisation
from wellrun.web.measures.drafts import Draft
from wellrun.web.organisations.forms.bringing import WhichColumnsForm, places_of

KINDS = {"units": UNITS, "people": PEOPLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file with the form over its columns. ``trouble`` is what keeps the whole of it from being read."""

    kind: str
    table: Table
    form: WhichColumnsForm
    columns: Columns
    outcome: Outcome | None
    trouble: TableError | None


def open_table(draft: Draft) -> Table:
    """Raises `TableError`."""
    return read_table(draft.content, name=draft.name, limits=FOR_PAGES)


def look(actor: Actor, organisation: Organisation, kind: str, draft: Draft, *, now: datetime) -> Brought:
    """What the file would do. It is rehearsed and taken back, so what is told is what would happen.

    Raises `TableError` where it is no table.
    """
    return _read(actor, organisation, kind, draft, rehearse, now=now)


def bring(actor: Actor, organisation: Organisation, kind: str, draft: Draft, *, now: datetime) -> Brought:
    """Do it, or nothing where one row has a problem."""
    return _read(actor, organisation, kind, draft, perform, now=now)


def _read(
    actor: Actor,
    organisation: Organisation,
    kind: str,
    draft: Draft,
    run: Callable[[Callable[[], Outcome]], Outcome],
    *,
    now: datetime,
) -> Brought:
    table = open_table(draft)
    chosen = {**places_of(table, guess_columns(table, KINDS[kind])), **draft.choices}
    form = WhichColumnsForm(chosen, kind=kind, table=table)
    form.is_valid()
    columns = form.columns()
    outcome, trouble = None, None
    try:
        work = _work(actor, organisation, kind, table, columns, now=now)
        outcome = run(work)
    except TableError as error:
        trouble = error
    return Brought(kind=kind, table=table, form=form, columns=columns, outcome=outcome, trouble=trouble)


def _work(
    actor: Actor, organisation: Organisation, kind: str, table: Table, columns: Columns, *, now: datetime
) -> Callable[[], Outcome]:
    here = organisation.pk
    if kind == "people":
        people = read_people(table, columns)
        return lambda: bring_people(actor=actor, organisation_id=here, rows=people, now=now)
    units = read_units(table, columns)
    has_parents = columns["parent"] is not None
    return lambda: bring_units(
        actor=actor, organisation_id=here, rows=units, has_parents=has_parents, now=now
    )
