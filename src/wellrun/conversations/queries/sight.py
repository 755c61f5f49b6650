"""Who of some people may see a thing: each is asked with the roles they hold now."""

from __future__ import annotations

from collections.abc import Collection

from wellrun.accounts.models import Person
from wellrun.conversations.permissions import may_read
from wellrun.conversations.values import Topic, grants_by_person
from wellrun.core.actor import Actor
from wellrun.core.second_lock import as_system
from wellrun.organisations.queries import grants_of_all


def who_sees(topic: Topic, person_ids: Collection[int]) -> list[Person]:
    """Those who may, by name; in a fixed number of questions. Who can no longer sign in is left out.

    The rows of others' roles may be behind the second lock for whoever asks; what comes of it is one yes or
    no for each, about people whom the caller knows already.
    """
    if not person_ids:
        return []
    with as_system():
        people = list(Person.objects.filter(pk__in=person_ids, is_active=True).order_by("name", "pk"))
        actors = actors_of(people)
    return [person for person in people if may_read(actors[person.pk], topic)]


def actors_of(people: Collection[Person]) -> dict[int, Actor]:
    """These people as they are now, with all their roles."""
    ids = [person.pk for person in people]
    units, others = grants_of_all(ids), grants_by_person(ids)
    return {
        person.pk: Actor(person_id=person.pk, name=person.name, grants=units[person.pk] | others[person.pk])
        for person in people
    }
