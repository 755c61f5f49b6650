"""A tree of units from a table: units known by their code are changed, others are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.folding import folded
from wellrun.exchange.organisations.columns import Columns, texts_in
from wellrun.exchange.organisations.outcome import MOST_ROWS, Line, Outcome, RowProblem
from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables import Table
from wellrun.organisations import services
from wellrun.organisations.models import Unit
from wellrun.organisations.queries import root_of


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit as the file says it. ``parent`` is a code or a name; empty stands for the top."""

    row: int
    name: str
    code: str
    kind: str
    parent: str


def read_units(table: Table, columns: Columns) -> list[UnitRow]:
    """The rows of the table as units. Raises `TableError`."""
    if len(table) > MOST_ROWS:
        raise TableError(
            f"The file has {len(table):,} rows. We take up to {MOST_ROWS:,} at a time.",
            remedy="Bring it in parts, the upper levels first.",
        )
    texts = [
        texts_in(table, columns, "name", needs="names of units"),
        *(texts_in(table, columns, each) for each in ("code", "kind", "parent")),
    ]
    return [
        UnitRow(row=row, name=name, code=code, kind=kind, parent=parent)
        for row, name, code, kind, parent in zip(table.row_numbers, *texts, strict=True)
        if name or code
    ]


@dataclass(slots=True)
class _Tree:
    """The units that there are so far, found by code and by name."""

    root: Unit
    by_code: dict[str, Unit] = field(default_factory=dict)
    by_name: dict[str, dict[int, Unit]] = field(default_factory=dict)

    def take(self, unit: Unit) -> None:
        if unit.code:
            self.by_code[folded(unit.code)] = unit
        self.by_name.setdefault(unit.name_key, {})[unit.pk] = unit

    def find(self, text: str) -> list[Unit]:
        """A code goes before a name; several units may have one name."""
        if not text:
            return [self.root]
        known = self.by_code.get(folded(text))
        return [known] if known else list(self.by_name.get(folded(text), {}).values())

    def match(self, row: UnitRow, parent: Unit) -> Unit | None:
        """The unit that the row is about: by code, else by name in its place."""
        if row.code and folded(row.code) in self.by_code:
            return self.by_code[folded(row.code)]
        named = self.by_name.get(folded(row.name), {}).values()
        here = [unit for unit in named if unit.parent_id == parent.pk]
        return next((unit for unit in here if not (unit.code and row.code)), None)


def bring_units(
    *, actor: Actor, organisation_id: int, rows: Sequence[UnitRow], has_parents: bool, now: datetime
) -> Outcome:
    """Add and change units, parents first. Runs in a transaction of the caller's; see `outcome`.

    ``has_parents``: the file says where units stand, so those that stand elsewhere are moved.
    """
    tree = _Tree(root_of(organisation_id))
    for unit in Unit.objects.filter(organisation_id=organisation_id):
        tree.take(unit)
    lines, problems = [], list(_said_twice(rows))
    waiting = [row for row in rows if row.row not in {problem.row for problem in problems}]
    refused: dict[int, str] = {}
    while ready := _ready(waiting, tree):
        done = set()
        for row in ready:
            try:
                with transaction.atomic():
                    lines.append(_bring(row, tree, actor, has_parents=has_parents, now=now))
                done.add(row.row)
            except Refused as refusal:  # another row may make room for it: two units that change places
                refused[row.row] = refusal.sentence
        waiting = [row for row in waiting if row.row not in done]
        if not done:
            break
    problems += _left_over(waiting, refused)
    key = {line.row: line for line in lines}
    return Outcome(
        lines=tuple(key[row] for row in sorted(key)),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
    )


def _said_twice(rows: Sequence[UnitRow]) -> list[RowProblem]:
    seen: dict[str, int] = {}
    twice = []
    for row in rows:
        first = seen.setdefault(folded(row.code), row.row) if row.code else row.row
        if first != row.row:
            sentence = f"The code {row.code} is in row {first} already. Give each unit its own."
            twice.append(RowProblem(row=row.row, name=row.name, sentence=sentence))
    return twice


def _ready(waiting: Sequence[UnitRow], tree: _Tree) -> list[UnitRow]:
    """Rows that wait for no other: the unit above them is in no row that has not had its turn yet."""
    codes, names = {folded(row.code) for row in waiting}, {folded(row.name) for row in waiting}

    def waits(row: UnitRow) -> bool:
        wanted = folded(row.parent)
        if not wanted or wanted in tree.by_code:
            return False
        return wanted in codes or (not tree.find(row.parent) and wanted in names)

    return [row for row in waiting if not waits(row)]


def _left_over(waiting: Sequence[UnitRow], refused: dict[int, str]) -> list[RowProblem]:
    """What keeps each row that is left: itself, the row that it stands below, or a circle."""
    below: dict[str, list[UnitRow]] = {}
    for row in waiting:
        below.setdefault(folded(row.parent), []).append(row)
    why, stuck = dict(refused), [row for row in waiting if row.row in refused]
    for above in stuck:  # grows as it is read
        for row in (*below.get(folded(above.code), ()), *below.get(folded(above.name), ())):
            if row.parent and row.row not in why:
                why[row.row] = f"It stands below “{row.parent}”. Put row {above.row} right first."
                stuck.append(row)
    names = ", ".join(dict.fromkeys(row.name for row in [row for row in waiting if row.row not in why][:4]))
    circle = f"These units stand below each other in a circle: {names}. Correct who belongs to whom."
    return [RowProblem(row=row.row, name=row.name, sentence=why.get(row.row, circle)) for row in waiting]


def _bring(row: UnitRow, tree: _Tree, actor: Actor, *, has_parents: bool, now: datetime) -> Line:
    found = tree.find(row.parent)
    if len(found) != 1:
        raise Refused(
            f"There is no unit “{row.parent}”. Check its code or name, or add it to the file."
            if not found
            else f"{len(found)} units are called “{row.parent}”. Give its code instead."
        )
    unit = tree.match(row, found[0])
    if unit is None:
        new = services.NewUnit(name=row.name, kind=row.kind, code=row.code)
        added = services.add_unit(actor=actor, parent=found[0], unit=new, now=now)
        tree.take(added)
        return Line(row=row.row, name=row.name, what="new", sentence=f"New, in {found[0].name}.")
    return _change(row, unit, found[0], tree, actor, has_parents=has_parents, now=now)


def _change(
    row: UnitRow, unit: Unit, parent: Unit, tree: _Tree, actor: Actor, *, has_parents: bool, now: datetime
) -> Line:  # fmt: skip
    changes = []
    told = {"name": row.name or unit.name, "kind": row.kind or unit.kind, "code": row.code or unit.code}
    if not unit.is_root and told != {"name": unit.name, "kind": unit.kind, "code": unit.code}:
        changes.append(
            services.change_unit(
                actor=actor, unit=unit, name=told["name"], kind=told["kind"], code=told["code"], now=now
            )
        )
    if has_parents and unit.parent_id not in {None, parent.pk}:
        changes.append(services.move_unit(actor=actor, unit=unit, parent=parent, now=now))
    fresh = Unit.objects.get(pk=unit.pk)
    tree.by_name.get(unit.name_key, {}).pop(unit.pk, None)
    tree.take(fresh)
    said = " ".join(change.sentence for change in changes if change.id)
    return Line(row=row.row, name=fresh.name, what="changed" if said else "same", sentence=said)
