"""The one demo person, until people sign in. `actor_of` is the only caller, so sign-in replaces one place."""

from __future__ import annotations

from datetime import datetime

from wellrun.accounts import queries as people
from wellrun.accounts import services as accounts
from wellrun.core.actor import Actor
from wellrun.organisations import queries as organisations

DEMO_EMAIL = "amina.yusuf@demo.wellrun.example"
DEMO_NAME = "Amina Yusuf"
_SETTING_UP = Actor(person_id=None, name="Wellrun", is_demo=True)


def demo_actor() -> Actor | None:
    """The demo person with every organisation of this demo; ``None`` before there is one."""
    person = people.person_with(DEMO_EMAIL)
    if person is None:
        return None
    return Actor(
        person_id=person.pk, name=person.name, organisation_ids=organisations.all_ids(), is_demo=True
    )


def make_demo_actor(*, now: datetime) -> Actor:
    """The demo person, added on first use."""
    if people.person_with(DEMO_EMAIL) is None:
        accounts.add_person(actor=_SETTING_UP, email=DEMO_EMAIL, name=DEMO_NAME, now=now)
    actor = demo_actor()
    assert actor is not None  # noqa: S101 - added just above
    return actor
