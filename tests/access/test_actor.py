"""Who is behind a request: the person who signed in, with the roles they hold at that moment."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit, the_cast
from tests.build.kept import kept
from wellrun.access import actor_for, actor_of
from wellrun.access.requests import ORGANISATION_KEY
from wellrun.accounts.models import Person
from wellrun.core.actor import NOBODY, Actor
from wellrun.core.decision import NotAllowed
from wellrun.organisations.models import Membership
from wellrun.organisations.services import end_membership
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


def request_of(actor: Actor, **session: int) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = Person.objects.get(pk=actor.id)
    request.session = SessionStore()
    request.session.update(session)
    return request


def test_a_stranger_is_nobody() -> None:
    request = RequestFactory().get("/")
    assert actor_of(request) == NOBODY
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert actor_of(request) == NOBODY
    with pytest.raises(NotAllowed, match="Sign in"):
        assert NOBODY.id


def test_a_person_has_the_roles_they_hold_now(cast: Cast) -> None:
    ward = a_unit(cast.riverside)
    actor = a_person_on("Joanne Whitlock", ward, role=Role.LEADER)
    assert actor.roles_on("unit", ward.pk) == {Role.LEADER}
    assert actor.organisation_ids == {cast.riverside.pk}
    assert actor.belongs_to(cast.riverside.pk)
    assert not actor.belongs_to(cast.hillside.pk)
    end_membership(actor=SETTING_UP, membership=Membership.objects.get(person_id=actor.id), now=NOW)
    assert actor_of(request_of(actor)).grants == frozenset()


def test_somebody_of_two_organisations_looks_at_the_one_they_chose(cast: Cast) -> None:
    both = a_person("Mia Berg", cast.riverside, cast.hillside)
    first = min(cast.riverside.pk, cast.hillside.pk)
    assert actor_of(request_of(both)).organisation_id == first
    chosen = {ORGANISATION_KEY: cast.hillside.pk}
    assert actor_of(request_of(both, **chosen)).organisation_id == cast.hillside.pk
    assert actor_of(request_of(cast.member, **chosen)).organisation_id == cast.riverside.pk, "not theirs"


def test_who_may_no_longer_sign_in_is_nobody(cast: Cast) -> None:
    Person.objects.filter(pk=cast.owner.id).update(is_active=False)
    assert actor_for(Person.objects.get(pk=cast.owner.id)) == NOBODY


def test_a_request_is_asked_once(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    request = request_of(cast.owner)
    with django_assert_num_queries(2):
        first = actor_of(request)
        assert actor_of(request) is first


def test_somebody_of_two_organisations_begins_where_they_lead(cast: Cast) -> None:
    """Not where they happen to have joined first: a partner elsewhere is at home in their own place."""
    guest = a_person("Samuel Okello", cast.riverside)
    assert guest.organisation_id == cast.riverside.pk
    leader = a_person("Samuel Okello", cast.hillside, role=Role.LEADER)
    assert leader.organisation_id == cast.hillside.pk
    assert actor_for(Person.objects.get(pk=leader.id), organisation_id=cast.riverside.pk).organisation_id == (
        cast.riverside.pk
    )
