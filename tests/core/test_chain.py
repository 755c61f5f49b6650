"""The chain of audit records: what the database refuses, and what a check finds when it was made to obey."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from tests.build.cast import NOW, SETTING_UP, on_behalf_of
from tests.conftest import without_guards
from wellrun.core import audit, chain
from wellrun.core.audit_check import Walk, faults
from wellrun.core.models import AuditHead, AuditRecord, AuditWords

pytestmark = pytest.mark.django_db


def write(count: int = 6) -> list[AuditRecord]:
    return [
        audit.record(
            actor=on_behalf_of(SETTING_UP, "Priya Nair"),
            action="observation.added",
            thing=audit.Thing(kind="measure", id=number, organisation_id=3, part=f"part/{number}"),
            now=NOW,
            before={"value": 1.0, "note": "Zoë", "none": None},
            after={"value": 2.5, "large": 1e22, "small": 1e-7, "list": [1, {"a": True}]},
            reason=f"Because {number}",
        )
        for number in range(1, count + 1)
    ]


def said(anchor: tuple[int, str] | None = None) -> list[str]:
    return [fault.sentence for fault in faults(Walk(anchor=anchor))]


def execute(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_a_chain_that_nobody_touched_is_whole() -> None:
    rows = write()
    assert [row.pk for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0].previous == chain.GENESIS
    assert [row.previous for row in rows[1:]] == [row.hash for row in rows[:-1]]
    head = AuditHead.objects.get()
    assert (head.number, head.hash) == (6, rows[-1].hash)
    assert said() == []


def test_no_record_at_all_is_whole() -> None:
    assert said() == []


FIRST_ROW = (
    "UPDATE core_auditrecord SET action = 'x' WHERE id = 1",
    "DELETE FROM core_auditrecord WHERE id = 6",
    "UPDATE core_auditwords SET reason = 'x' WHERE record_id = 1",
    "DELETE FROM core_auditwords WHERE record_id = 6",
    "UPDATE core_audithead SET number = 5",
    "UPDATE core_audithead SET hash = 'x'",
    "DELETE FROM core_audithead",
    "INSERT INTO core_audithead (id, number, hash) VALUES (2, 0, '')",
)


@pytest.mark.parametrize("sql", FIRST_ROW)
def test_the_database_itself_refuses(sql: str) -> None:
    write()
    with pytest.raises(DatabaseError), transaction.atomic():
        execute(sql)
    assert said() == []


def test_the_database_refuses_to_empty_the_tables() -> None:
    write()
    word = "TRUNCATE {} CASCADE" if connection.vendor == "postgresql" else "DELETE FROM {}"
    for table in ("core_auditwords", "core_auditrecord", "core_audithead"):
        with pytest.raises(DatabaseError), transaction.atomic():
            execute(word.format(table))
    assert said() == []


COLUMNS = {
    "at": "2020-01-01 00:00:00+00:00",
    "actor_id": 99,
    "organisation_id": None,
    "action": "other",
    "thing": "other",
    "thing_id": 99,
    "part": "other",
    "version": 9,
    "undoes": 1,
    "words_digest": "0" * 64,
    "previous": "0" * 64,
    "hash": "0" * 64,
}


@pytest.mark.parametrize("column", COLUMNS)
def test_every_altered_column_is_found_and_its_record_named(column: str) -> None:
    write()
    with without_guards():
        execute(f"UPDATE core_auditrecord SET {column} = %s WHERE id = 3", COLUMNS[column])
    assert any("ecord 3 " in sentence for sentence in said())


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("actor_name", "Somebody else"),
        ("on_behalf_of", ""),
        ("reason", "Another"),
        ("before", '{"value": 7}'),
        ("after", "null"),
        ("salt", "0" * 32),
        ("salt", ""),
        ("erased", '{"reason": ["00", 2]}'),
    ],
)
def test_every_altered_word_is_found(column: str, value: str) -> None:
    write()
    with without_guards():
        execute(f"UPDATE core_auditwords SET {column} = %s WHERE record_id = 4", value)
    assert "The words of record 4 were altered." in said()


def test_every_column_is_tried_above() -> None:
    names = {field.attname for field in AuditRecord._meta.concrete_fields}
    assert names - {"id"} == set(COLUMNS)


def renumber(row: int, number: int) -> None:
    execute("UPDATE core_auditwords SET record_id = %s WHERE record_id = %s", number, row)
    execute("UPDATE core_auditrecord SET id = %s WHERE id = %s", number, row)


def remove(*numbers: int) -> None:
    for number in numbers:
        execute("DELETE FROM core_auditwords WHERE record_id = %s", number)
        execute("DELETE FROM core_auditrecord WHERE id = %s", number)


def swap() -> None:
    execute(
        "SET CONSTRAINTS ALL DEFERRED"
        if connection.vendor == "postgresql"
        else "PRAGMA defer_foreign_keys=ON"
    )
    for row, number in ((2, 99), (3, 2), (99, 3)):
        renumber(row, number)


def add_one_at_the_end() -> None:
    last = AuditRecord.objects.get(pk=6)
    words = AuditWords.objects.get(pk=6)
    last.pk, last.previous, last._state.adding = 7, last.hash, True
    last.hash = chain.record_hash(audit.chained_fields(last), last.at, last.previous)
    last.save()
    words.pk, words._state.adding = 7, True
    words.save(force_insert=True)


@pytest.mark.parametrize(
    ("tamper", "sentence"),
    [
        (lambda: remove(3), "Record 3 was removed."),
        (lambda: remove(2, 3, 4), "Records 2 to 4 were removed."),
        (lambda: remove(1), "Record 1 was removed."),
        (lambda: remove(5, 6), "Records 5 to 6 were removed."),
        (lambda: remove(1, 2, 3, 4, 5, 6), "Records 1 to 6 were removed."),
        (
            lambda: execute("DELETE FROM core_auditwords WHERE record_id = 2"),
            "The words of record 2 were removed.",
        ),
        (lambda: execute("DELETE FROM core_audithead"), "Record 6 is not the last one that was written."),
        (add_one_at_the_end, "Record 7 is not the last one that was written."),
        (swap, "Record 2 was altered."),
    ],
)
def test_removed_inserted_and_moved_records_are_found(tamper: Callable[[], Any], sentence: str) -> None:
    write()
    with without_guards():
        tamper()
    assert sentence in said()


def test_a_record_that_was_hashed_anew_does_not_fit_the_next() -> None:
    write()
    row = AuditRecord.objects.get(pk=3)
    row.action = "other"
    digest = chain.record_hash(audit.chained_fields(row), row.at, row.previous)
    with without_guards():
        execute("UPDATE core_auditrecord SET action = 'other', hash = %s WHERE id = 3", digest)
    assert said() == [
        "Record 4 does not follow from record 3. One of the two was altered, put in later or moved."
    ]


def test_a_chain_written_anew_differs_from_the_anchor_that_was_kept() -> None:
    rows = write()
    assert said((4, rows[3].hash)) == []
    assert said((4, "0" * 64)) == ["Record 4 is not the one whose hash was kept. The chain was written anew."]
    assert said((9, rows[3].hash)) == ["The chain ends at record 6, before the one that was kept."]
