"""The audit record is written with its change, and kept."""

import pytest
from django.db import transaction

from tests.build.cast import NOW, SETTING_UP, on_behalf_of
from wellrun.core import audit
from wellrun.core.models import AuditRecord, RecordIsKept

THING = audit.Thing(kind="measure", id=7, organisation_id=3, part="observation/2026-04-13", version=5)


def written(**changes: object) -> AuditRecord:
    told = {
        "actor": SETTING_UP,
        "action": "observation.added",
        "thing": THING,
        "now": NOW,
        "after": {"value": 3},
    }
    return audit.record(**(told | changes))  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_record_says_who_when_what_before_after_and_why() -> None:
    actor = on_behalf_of(SETTING_UP, "Priya Nair")
    row = written(actor=actor, before={"value": 2}, reason="Counted again", undoes=4)
    stored = AuditRecord.objects.get(pk=row.pk)
    assert (stored.actor_name, stored.on_behalf_of, stored.at) == ("Wellrun", "Priya Nair", NOW)
    assert (stored.thing, stored.thing_id, stored.part, stored.version) == (
        "measure",
        7,
        "observation/2026-04-13",
        5,
    )
    assert (stored.before, stored.after, stored.reason, stored.undoes) == (
        {"value": 2},
        {"value": 3},
        "Counted again",
        4,
    )
    assert "observation.added" in str(stored)


@pytest.mark.django_db
def test_a_record_cannot_be_changed() -> None:
    row = written()
    row.action = "something.else"
    with pytest.raises(RecordIsKept, match="kept as it was written"):
        row.save()
    with pytest.raises(RecordIsKept):
        AuditRecord.objects.filter(pk=row.pk).update(action="something.else")
    with pytest.raises(RecordIsKept):
        AuditRecord.objects.bulk_update([row], ["action"])
    assert AuditRecord.objects.get(pk=row.pk).action == "observation.added"


@pytest.mark.django_db
def test_a_record_cannot_be_removed() -> None:
    row = written()
    with pytest.raises(RecordIsKept):
        row.delete()
    with pytest.raises(RecordIsKept):
        AuditRecord.objects.all().delete()
    assert AuditRecord.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_record_without_its_change_is_refused() -> None:
    with pytest.raises(RuntimeError, match="same transaction"):
        written()


@pytest.mark.django_db(transaction=True)
def test_a_change_that_fails_leaves_no_record() -> None:
    def change_that_fails() -> None:
        with transaction.atomic():
            written()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_that_fails()
    assert not AuditRecord.objects.exists()


@pytest.mark.django_db
def test_records_of_a_thing_come_latest_first_and_its_parts_are_told_apart() -> None:
    first, second = written(), written(after={"value": 4})
    written(thing=audit.Thing(kind="measure", id=8))
    assert [row.pk for row in audit.records_of("measure", 7)] == [second.pk, first.pk]
    assert audit.latest_of_part("measure", 7, THING.part) == second
    assert audit.latest_of_part("measure", 7, "definition") is None
    assert audit.record_with(first.pk, kind="organisation") is None
