"""A browser without script in which somebody has signed in."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.test import Client

from wellrun.access.second_step import must_have_second_step
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor


def signed_in(actor: Actor, **options: Any) -> Client:
    """An administrator has set up their second step before: without one nothing else opens."""
    client = Client(**options)
    person = Person.objects.get(pk=actor.id)
    if must_have_second_step(actor):
        Authenticator.objects.get_or_create(user=person, type=Authenticator.Type.TOTP, defaults={"data": {}})
    client.force_login(person)
    return client
