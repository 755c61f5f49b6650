"""No GET changes anything: every table is compared before and after every address, for several people."""

import hashlib
import re
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.build.cast import NOW, Cast, a_person, the_cast
from tests.build.measures import a_measure, week
from tests.build.signed_in import signed_in
from tests.house.routes import matrix
from wellrun.accounts.models import Person
from wellrun.core.visibility import Visibility
from wellrun.measures import services
from wellrun.organisations.values import Role

SAMPLES = {
    "int": "1", "day": "2026-04-13", "str": "x", "slug": "x", "base36": "1",
    "uuid": "00000000-0000-4000-8000-000000000000",
}  # fmt: skip
SESSIONS = "accounts_session"
"""Reading a page may keep its session alive: the one table that is not compared."""

WHO: dict[str, Callable[[Cast], Client]] = {
    "a stranger": lambda cast: Client(),
    "the keeper": lambda cast: signed_in(cast.owner),
    "a member": lambda cast: signed_in(cast.member),
    "an administrator": lambda cast: signed_in(a_person("Ines Roy", cast.riverside, role=Role.ADMINISTRATOR)),
    "somebody elsewhere": lambda cast: signed_in(cast.viewer),
}


def state() -> dict[str, str]:
    """A hash of every row of every table."""
    return {
        model._meta.db_table: hashlib.sha256(
            repr(list(model._default_manager.order_by("pk").values_list())).encode()
        ).hexdigest()
        for model in apps.get_models()
        if model._meta.db_table != SESSIONS
    }


def addresses(known: dict[str, str]) -> list[str]:
    routes = [route for route, methods in matrix().items() if "GET" in methods]
    return [
        re.sub(r"<(\w+):(\w+)>", lambda found: known.get(found[2], SAMPLES[found[1]]), route)
        for route in routes
    ]


def confirm_addresses() -> None:
    """As everybody who signs in with a password has it; allauth makes the row where it is missing."""
    for person in Person.objects.order_by("pk"):
        EmailAddress.objects.get_or_create(
            user_id=person.pk, email=person.email, defaults={"verified": True, "primary": True}
        )


def wrote(asked: CaptureQueriesContext) -> bool:
    """Whether any statement could have changed something but the session: only then the rows are compared."""
    writes = ("INSERT", "UPDATE", "DELETE")
    return any(one["sql"].lstrip().upper().startswith(writes) and SESSIONS not in one["sql"] for one in asked)


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_a_get_changes_nothing(who: str) -> None:
    cast = the_cast()
    measure = a_measure(cast, visibility=Visibility.PUBLIC)
    services.annotate(actor=cast.owner, measure=measure, period=week(3), label="Huddles", now=NOW)
    known = {"measure_id": str(measure.pk), "period": week(3).isoformat()}
    browser = WHO[who](cast)
    confirm_addresses()
    before = state()
    answered = []
    for address in addresses(known):
        with CaptureQueriesContext(connection) as asked:
            answered.append(browser.get(address).status_code)
        assert not wrote(asked) or state() == before, f"GET {address} changed something"
    assert state() == before
    assert answered.count(200) >= 5
