"""A browser without script in which somebody has signed in."""

from typing import Any

from django.test import Client

from wellrun.accounts.models import Person
from wellrun.core.actor import Actor


def signed_in(actor: Actor, **options: Any) -> Client:
    client = Client(**options)
    client.force_login(Person.objects.get(pk=actor.id))
    return client
