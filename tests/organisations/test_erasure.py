"""Forgetting a person: no trace in pages, exports or search, and a chain that is whole."""

import json
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from tests.build.cast import NOW, Cast, a_person, the_cast
from tests.build.kept import kept
from tests.build.measures import a_measure, week
from tests.build.signed_in import signed_in
from tests.conftest import without_guards
from wellrun.access import actor_for
from wellrun.accounts.models import Notification, Person
from wellrun.core import audit_check, erasure
from wellrun.core.actor import SYSTEM
from wellrun.core.audit_check import Walk, faults
from wellrun.core.chain import ERASED
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.mail import post
from wellrun.core.models import AuditWords
from wellrun.measures import queries, services
from wellrun.organisations.models import Membership
from wellrun.organisations.services import erase_member
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


def everything_kept() -> Iterator[str]:
    """Every value in every table, as text."""
    for model in apps.get_models():
        for row in model._default_manager.order_by("pk"):
            for field in model._meta.concrete_fields:
                value = getattr(row, field.attname)
                yield (
                    json.dumps(value, ensure_ascii=False)
                    if isinstance(field, models.JSONField)
                    else str(value)
                )


def mentions(*names: str) -> list[str]:
    return [text for text in everything_kept() if any(name.lower() in text.lower() for name in names)]


def sentences() -> list[str]:
    return [fault.sentence for fault in faults(Walk())]


def a_life(cast: Cast) -> Person:
    """Zora keeps a measure, writes notes, is written about, and was told things."""
    actor = a_person("Zora Müller", cast.riverside)
    person = Person.objects.get(pk=actor.id)
    measure = a_measure(cast, by=actor, agreed_by="Zora Müller and the team")
    services.record_observation(
        actor=actor, measure=measure, period=week(40), value=2, note="Counted by ZORA Müller", now=NOW
    )
    services.annotate(
        actor=cast.owner, measure=measure, period=week(3), label="Zora Müller joined the team", now=NOW
    )
    services.remove_observation(actor=actor, measure=measure, period=week(40), now=NOW)
    Notification.objects.create(person=person, kind="x.y", text="For you", at=NOW)
    Notification.objects.create(
        person_id=cast.owner.id, kind="x.y", text=f"{person.email} asks: “can Zora Müllerin come?”", at=NOW
    )
    post(to=person.email, subject="One thing to read", body="Hello Zora Müller,\n\nRead it.")
    post(to="amina@wellrun.example", subject="One thing to read", body="- Zora Müller asks you")
    Membership.objects.filter(person=person).update(title="The only Zora here")
    return person


def test_nothing_is_left_of_a_person_and_the_chain_is_whole(cast: Cast) -> None:
    person = a_life(cast)
    assert len(mentions("Zora Müller", person.email)) > 5
    count = erase_member(actor=SYSTEM, person=person, reason="Asked by Zora Müller herself", now=NOW)
    assert count > 5
    left = mentions("Zora Müller", person.email)
    assert left == [text for text in left if "Müllerin" in text], "a longer word is another word"
    assert sentences() == []
    assert mentions("The only Zora") == []


def test_what_was_done_keeps_its_place_and_can_be_undone(cast: Cast) -> None:
    person = a_life(cast)
    erase_member(actor=SYSTEM, person=person, now=NOW)
    measure = queries.visible_to(cast.owner).get()
    changes = queries.history_of(measure)
    assert {change.by for change in changes} == {ERASED, "Amina Yusuf"}
    undone = services.undo_change(actor=cast.member, change_id=changes[0].id, now=NOW)
    assert undone.is_undo
    assert [row.value for row in queries.observations_of(measure)][-1] == 2
    assert sentences() == []


def test_they_are_signed_out_at_once_and_nobody_can_become_them(cast: Cast) -> None:
    person = a_life(cast)
    browser = signed_in(actor_for(person))
    assert browser.get("/").status_code == 200
    erase_member(actor=SYSTEM, person=person, now=NOW)
    assert browser.get("/").status_code == 303
    person.refresh_from_db()
    assert (person.is_active, person.name, person.has_usable_password()) == (False, ERASED, False)
    assert not person.notifications.exists()
    assert not Membership.objects.filter(person=person, ended_at=None).exists()


def test_pages_and_exports_of_others_no_longer_name_them(cast: Cast) -> None:
    person = a_life(cast)
    browser = signed_in(cast.owner)
    measure = queries.visible_to(cast.owner).get()
    addresses = ("/", "/measures/", f"/measures/{measure.pk}/", f"/measures/{measure.pk}/data.csv")
    erase_member(actor=SYSTEM, person=person, now=NOW)
    for address in addresses:
        assert "Zora" not in browser.get(address).content.decode(), address
    assert not any(
        "Zora Müller" in json.dumps(row, ensure_ascii=False) for row in audit_check.export() if row
    )
    assert "Restraints" not in browser.get("/measures/?q=Zora").content.decode()


def test_two_erasures_one_after_the_other_leave_the_chain_whole(cast: Cast) -> None:
    first, second = a_life(cast), Person.objects.get(pk=cast.owner.id)
    erase_member(actor=SYSTEM, person=first, now=NOW)
    erase_member(actor=actor_for(second), person=second, now=NOW)
    assert sentences() == []
    assert mentions("Amina Yusuf", "amina@wellrun.example") == []


def test_an_erasure_that_no_record_tells_of_is_found(cast: Cast) -> None:
    person = a_life(cast)
    gone = erasure.Forgotten(person_id=person.pk, names=(person.name,))
    words = AuditWords.objects.filter(record__actor_id=person.pk).first()
    assert words is not None
    erasure._erase(words, ["actor_name"], by=1)
    assert sentences() == ["Words were erased as if by record 1, which does not say so."]
    assert gone.pattern.search("zora müller")


def test_an_erased_word_cannot_be_filled_again(cast: Cast) -> None:
    person = a_life(cast)
    erase_member(actor=SYSTEM, person=person, now=NOW)
    words = AuditWords.objects.filter(actor_name=ERASED, erased__isnull=False).first()
    assert words is not None
    with without_guards():
        words.actor_name = "Somebody else"
        words.save()
    assert sentences() == [f"The words of record {words.pk} were altered.", *sentences()[1:]]


def test_who_may_ask_for_it(cast: Cast) -> None:
    person = a_life(cast)
    with pytest.raises(NotAllowed, match="Only an administrator of Riverside"):
        erase_member(actor=cast.member, person=person, now=NOW)
    elsewhere = a_person("Olu Ade", cast.hillside, role=Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        erase_member(actor=elsewhere, person=person, now=NOW)
    here = a_person("Ines Roy", cast.riverside, role=Role.ADMINISTRATOR)
    assert erase_member(actor=here, person=person, now=NOW) > 0
    with pytest.raises(Refused, match="no administrator"):
        erase_member(actor=here, person=Person.objects.get(pk=here.id), now=NOW)


def test_somebody_can_erase_their_own_account_whatever_their_role(cast: Cast) -> None:
    person = a_life(cast)
    assert erase_member(actor=actor_for(person), person=person, now=NOW) > 0
    assert mentions("Zora Müller ", person.email) == []
