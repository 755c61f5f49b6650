"""Who is behind a request, until people sign in."""

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, an_organisation
from wellrun.access import actor_of
from wellrun.access.demo import DEMO_NAME, make_demo_actor
from wellrun.accounts.models import Person
from wellrun.core.actor import NOBODY
from wellrun.core.decision import NotAllowed

pytestmark = pytest.mark.django_db


def test_before_there_is_anybody_a_request_is_nobodys() -> None:
    assert actor_of(RequestFactory().get("/")) == NOBODY
    assert not NOBODY.is_signed_in
    with pytest.raises(NotAllowed, match="Sign in"):
        assert NOBODY.id


def test_everybody_is_the_demo_person_with_every_organisation() -> None:
    riverside, hillside = an_organisation("Riverside"), an_organisation("Hillside")
    make_demo_actor(now=NOW)
    actor = actor_of(RequestFactory().get("/"))
    assert (actor.name, actor.is_demo) == (DEMO_NAME, True)
    assert actor.id == Person.objects.get().pk
    assert actor.belongs_to(riverside.pk)
    assert actor.belongs_to(hillside.pk)
    assert not actor.belongs_to(-1)


def test_the_demo_person_is_added_once() -> None:
    assert make_demo_actor(now=NOW) == make_demo_actor(now=NOW)
    assert Person.objects.count() == 1


def test_a_request_is_asked_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_demo_actor(now=NOW)
    request = RequestFactory().get("/")
    first = actor_of(request)
    with django_assert_num_queries(0):
        assert actor_of(request) is first
