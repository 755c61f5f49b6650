"""People who sign in."""

import pytest
from django.db import IntegrityError, transaction

from tests.build.cast import NOW, SETTING_UP
from wellrun.access import actor_for
from wellrun.accounts import queries
from wellrun.accounts.models import Person
from wellrun.accounts.policies import AddressRefused
from wellrun.accounts.services import PersonRefused, add_person
from wellrun.core.models import AuditRecord

pytestmark = pytest.mark.django_db


def amina(email: str = "Amina@wellrun.example") -> Person:
    return add_person(actor=SETTING_UP, email=email, name="Amina Yusuf", now=NOW)


def test_a_person_is_found_whatever_the_capitals() -> None:
    person = amina()
    assert queries.person_with("AMINA@WELLRUN.EXAMPLE") == person
    assert Person.objects.get_by_natural_key("amina@wellrun.example") == person
    assert queries.person_with("priya@wellrun.example") is None


def test_an_address_belongs_to_one_person_whatever_the_capitals() -> None:
    amina()
    with pytest.raises(AddressRefused, match="already has this email"):
        amina("aMINA@wellrun.example")


def test_the_database_holds_to_one_person_an_address() -> None:
    amina()
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="AMINA@wellrun.example", name="Somebody else", joined_at=NOW)


def test_a_new_person_cannot_sign_in_before_choosing_a_password() -> None:
    assert not amina().has_usable_password()


def test_adding_a_person_leaves_a_record_without_their_address() -> None:
    person = amina()
    record = AuditRecord.objects.get(thing="person", thing_id=person.pk)
    assert record.after == {"name": "Amina Yusuf", "is_demo": False}


def test_names_are_looked_up_together() -> None:
    person = amina()
    assert queries.names_of({person.pk, -1}) == {person.pk: "Amina Yusuf"}
    assert str(person) == "Amina Yusuf"


def a_demo_person() -> Person:
    return add_person(
        actor=SETTING_UP,
        email="m@demo.wellrun.example",
        name="Marcus Bell",
        offered_as="Partner",
        is_demo=True,
        now=NOW,
    )


def test_nobody_real_joins_a_demo() -> None:
    a_demo_person()
    with pytest.raises(PersonRefused, match="nobody real can join"):
        amina()
    assert not queries.has_real_people()


def test_nobody_invented_joins_real_people() -> None:
    amina()
    with pytest.raises(PersonRefused, match="holds real people"):
        a_demo_person()
    assert not queries.has_demo_people()


def test_whom_somebody_of_the_demo_adds_is_of_the_demo() -> None:
    guest = add_person(actor=actor_for(a_demo_person()), email="g@wellrun.example", name="Guest", now=NOW)
    assert guest.is_demo
    assert AuditRecord.objects.get(thing="person", thing_id=guest.pk).after == {
        "name": "Guest",
        "is_demo": True,
    }
