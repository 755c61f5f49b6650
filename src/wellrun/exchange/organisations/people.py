"""People and their roles from a table: people are known by e-mail address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import TextChoices

from wellrun.accounts.models import Person
from wellrun.accounts.policies import normal_email
from wellrun.accounts.services import add_person
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.folding import folded
from wellrun.exchange.organisations.columns import Columns, texts_in
from wellrun.exchange.organisations.outcome import MOST_ROWS, Line, Outcome, RowProblem
from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables import Table
from wellrun.organisations import services
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.queries import invitations_to, root_of
from wellrun.organisations.values import Perspective, Role

C = TypeVar("C", bound=TextChoices)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person with one role as the file says it. ``unit`` is a code or a name; empty is the whole."""

    row: int
    email: str
    name: str
    unit: str
    role: str
    perspective: str
    title: str


def read_people(table: Table, columns: Columns) -> list[PersonRow]:
    """The rows of the table as people. Raises `TableError`."""
    if len(table) > MOST_ROWS:
        raise TableError(
            f"The file has {len(table):,} rows. We take up to {MOST_ROWS:,} at a time.",
            remedy="Bring it in parts.",
        )
    texts = [
        texts_in(table, columns, "email", needs="e-mail addresses"),
        texts_in(table, columns, "name", needs="names of people"),
        *(texts_in(table, columns, each) for each in ("unit", "role", "perspective", "title")),
    ]
    return [
        PersonRow(row=row, email=email, name=name, unit=unit, role=role, perspective=side, title=title)
        for row, email, name, unit, role, side, title in zip(table.row_numbers, *texts, strict=True)
        if email or name
    ]


def bring_people(*, actor: Actor, organisation_id: int, rows: Sequence[PersonRow], now: datetime) -> Outcome:
    """Add people and give, or change, their roles. Runs in a transaction of the caller's; see `outcome`.

    Somebody who has an account and no role here yet is not joined unasked: they are invited.
    The name of somebody who is here already stays as they write it themselves.
    """
    places, told = _Places(organisation_id), _Told()
    lines, problems = [], []
    for row in rows:
        try:
            with transaction.atomic():
                told.once(row, _address(row), places.find(row.unit))
                lines.append(_bring(row, places, actor, now))
        except Refused as refusal:
            problems.append(RowProblem(row=row.row, name=row.name or row.email, sentence=refusal.sentence))
    return Outcome(lines=tuple(lines), problems=tuple(problems))


class _Places:
    """The open units of the organisation, found by code and by name."""

    def __init__(self, organisation_id: int) -> None:
        self.root = root_of(organisation_id)
        self._found: dict[str, list[Unit]] = {}
        for unit in Unit.objects.filter(organisation_id=organisation_id):
            self._found.setdefault(unit.name_key, []).append(unit)
        for unit in (each for units in [*self._found.values()] for each in units):
            if unit.code:
                self._found[folded(unit.code)] = [unit]

    def find(self, text: str) -> Unit:
        found = self._found.get(folded(text), []) if text else [self.root]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(f"{len(found)} units are called “{text}”. Give its code instead.")
        raise Refused(f"There is no unit “{text}”. Check its code or name, or bring the units first.")


class _Told:
    """What earlier rows of the file have said, so that no later one quietly takes its place."""

    def __init__(self) -> None:
        self._people: dict[str, PersonRow] = {}
        self._roles: dict[tuple[str, int], PersonRow] = {}

    def once(self, row: PersonRow, address: str, unit: Unit) -> None:
        first = self._people.setdefault(address, row)
        if row.name and first.name and folded(row.name) != folded(first.name):
            raise Refused(
                f"{address} is in row {first.row} already, for {first.name}. Give each person their own."
            )
        held = self._roles.setdefault((address, unit.pk), row)
        if folded(held.role) != folded(row.role):
            raise Refused(f"Row {held.row} gives them another role of {unit.name}. Keep one of the two rows.")


def _bring(row: PersonRow, places: _Places, actor: Actor, now: datetime) -> Line:
    unit = places.find(row.unit)
    told = {
        "role": _choice(row.role, Role, Role.MEMBER),
        "perspective": _choice(row.perspective, Perspective, Perspective.STAFF),
        "title": row.title,
    }
    address = _address(row)
    known = Person.objects.filter(email__iexact=address).first()
    if known is not None and not _works_here(known, unit):
        return _invited(row, unit, address, actor, now, told)
    person = known or _new_person(row, address, actor, now)
    held = list(
        Membership.objects.filter(person=person, unit=unit, ended_at=None).select_related("unit", "person")
    )
    same = next((each for each in held if each.role == told["role"]), None) or (
        held[0] if len(held) == 1 else None
    )
    if same is None:
        services.give_role(actor=actor, person_id=person.pk, unit=unit, now=now, **told)
        role = str(Role(told["role"]).label).lower()
        return Line(row=row.row, name=row.name, what="new", sentence=f"New: {role} of {unit.name}.")
    change = services.change_membership(
        actor=actor,
        membership=same,
        role=told["role"],
        perspective=told["perspective"],
        title=told["title"] or same.title,
        now=now,
    )
    if not change.id:
        return Line(row=row.row, name=person.name, what="same")
    return Line(row=row.row, name=person.name, what="changed", sentence=change.sentence)


def _address(row: PersonRow) -> str:
    if not row.email.strip():
        raise Refused("Add the person’s e-mail address.")
    try:
        return normal_email(row.email)
    except Refused:
        raise Refused(f"“{row.email.strip()}” is not an e-mail address. Correct it.") from None


def _works_here(person: Person, unit: Unit) -> bool:
    held = Membership.objects.filter(person=person, ended_at=None)
    return held.filter(unit__organisation_id=unit.organisation_id).exists()


def _invited(
    row: PersonRow, unit: Unit, address: str, actor: Actor, now: datetime, told: dict[str, str]
) -> Line:
    """Nothing is told of the account but that there is one: the name is the file's."""
    role = str(Role(told["role"]).label).lower()
    waiting = [
        each
        for each in invitations_to(address, now=now)
        if each.unit_id == unit.pk and each.role == told["role"]
    ]
    if waiting:
        return Line(row=row.row, name=row.name or address, what="same")
    services.invite(actor=actor, unit=unit, email=address, now=now, **told)
    return Line(
        row=row.row,
        name=row.name or address,
        what="new",
        sentence=f"Has an account elsewhere: invited as {role} of {unit.name}, and says yes or no.",
    )


def _new_person(row: PersonRow, address: str, actor: Actor, now: datetime) -> Person:
    """Somebody new, who cannot sign in before they choose a password."""
    if not row.name:
        raise Refused("Add the person’s name.")
    if len(row.name) > 200:
        raise Refused("Shorten the name to 200 letters or fewer.")
    return add_person(actor=actor, email=address, name=row.name, is_demo=actor.is_demo, now=now)


def _choice(text: str, choices: type[C], default: C) -> str:
    """A role or a side by its word, in the file's own capitals; empty is the usual one."""
    if not text:
        return str(default.value)
    wanted = folded(text).replace(" ", "_")
    for each in choices:
        if wanted in {folded(each.value), folded(str(each.label)).replace(" ", "_")}:
            return str(each.value)
    words = ", ".join(str(each.label) for each in choices)
    raise Refused(f"“{text}” is not one of the words we know. Use one of: {words}.")
