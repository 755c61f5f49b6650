"""No GET changes anything: every table is compared before and after every address, for several people."""

import hashlib
import re
from collections.abc import Callable

import pytest
from django.apps import apps
from django.test import Client

from tests.build.cast import NOW, Cast, a_person, the_cast
from tests.build.measures import a_measure, week
from tests.build.signed_in import signed_in
from tests.house.routes import matrix
from wellrun.core.visibility import Visibility
from wellrun.measures import services
from wellrun.organisations.values import Role

SAMPLES = {"int": "1", "day": "2026-04-13", "str": "x", "slug": "x"}
SESSIONS = "django_session"
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


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_a_get_changes_nothing(who: str) -> None:
    cast = the_cast()
    measure = a_measure(cast, visibility=Visibility.PUBLIC)
    services.annotate(actor=cast.owner, measure=measure, period=week(3), label="Huddles", now=NOW)
    known = {"measure_id": str(measure.pk), "period": week(3).isoformat()}
    browser = WHO[who](cast)
    before = state()
    answered = []
    for address in addresses(known):
        answered.append(browser.get(address).status_code)
        assert state() == before, f"GET {address} changed something"
    assert answered.count(200) >= 5
