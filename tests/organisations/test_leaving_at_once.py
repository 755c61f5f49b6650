"""The last two administrators go at the same moment: one of them stays, and nobody waits for each other."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import OperationalError, connection

from tests.build.cast import NOW, SETTING_UP, a_person, an_organisation
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.accounts.services import add_person
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.organisations.models import Membership, Organisation
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import end_membership, end_sign_in, erase_member, give_role
from wellrun.organisations.values import Role

Act = Callable[[], object]


def patiently(act: Act) -> object:
    """SQLite in memory, which only tests use, does not let a writer wait: so it is asked again."""
    until = time.monotonic() + 10
    while True:
        try:
            return act()
        except OperationalError:
            if connection.vendor == "postgresql" or time.monotonic() > until:
                raise
            time.sleep(0.01)


def together(*acts: Act) -> list[str]:
    """What each was told: nothing, or why not."""
    start = Barrier(len(acts))

    def run(act: Act) -> str:
        start.wait(10)
        try:
            patiently(act)
        except Refused as refusal:
            return refusal.sentence
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result() for each in [pool.submit(run, act) for act in acts]]


def an_administrator(name: str, here: Organisation) -> tuple[Actor, Person, Membership]:
    person = Person.objects.get(pk=a_person(name, here, role=Role.ADMINISTRATOR).id)
    return actor_for(person), person, Membership.objects.get(person=person)


@pytest.mark.django_db(transaction=True)
def test_of_the_last_two_administrators_one_stays() -> None:
    for at in range(3):
        here = an_organisation(f"Lakeside {at}")
        ada, her, hers = an_administrator(f"Ada{at} Moss", here)
        bea, other, theirs = an_administrator(f"Bea{at} Lind", here)
        bea_ends = partial(end_membership, actor=bea, membership=theirs, now=NOW)
        pairs: list[tuple[Act, Act]] = [
            (partial(end_membership, actor=ada, membership=hers, now=NOW), bea_ends),
            (partial(erase_member, actor=ada, person=her, now=NOW), bea_ends),
            (
                partial(end_sign_in, actor=bea, person=her, now=NOW),
                partial(end_sign_in, actor=ada, person=other, now=NOW),
            ),
        ]
        told = together(*pairs[at])
        assert sorted(bool(sentence) for sentence in told) == [False, True], told
        left = Membership.objects.filter(unit__organisation=here, role=Role.ADMINISTRATOR, ended_at=None)
        assert left.filter(person__is_active=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_add_one_address_or_give_one_role_the_second_is_told() -> None:
    here = an_organisation("Lakeside")

    def add() -> object:
        return add_person(actor=SETTING_UP, email="mina@example.org", name="Mina", now=NOW)

    assert sorted(together(add, add)) == ["", "Somebody already has this email address."]
    mina, unit = Person.objects.get(email="mina@example.org"), root_of(here.pk)

    def give() -> object:
        return give_role(actor=SETTING_UP, person_id=mina.pk, unit=unit, role=Role.COACH, now=NOW)

    assert together(give, give) == ["", ""]
    assert Membership.objects.filter(person=mina).count() == 1
