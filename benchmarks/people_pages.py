"""Today and search for one of 300,000 people in 20,000 units, in server time, in a real SQLite file."""

import random
import time
from datetime import UTC, datetime

from django.core.management import call_command
from django.db import connection
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.test import Client

from benchmarks.figures import Figure, figure_of, show
from benchmarks.served import product

PEOPLE, UNITS, MEASURES, OBSERVATIONS = 300_000, 20_000, 10_000, 30
NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
GIVEN = ("Amina", "Priya", "Marcus", "Leila", "Tomasz", "Grace", "Siôn", "Beverley", "Nguyễn", "Wim")
FAMILY = ("Yusuf", "Nair", "Bell", "Haddad", "Zieliński", "Achieng", "Rees", "Grant", "Thị", "Bos")


def load() -> list[int]:
    """People, units, roles and news, in bulk, and the search index; ids of a few of the people."""
    from tests.build.bulk import load_observations

    from wellrun.accounts.models import Notification, Person
    from wellrun.core.search.index import rebuild
    from wellrun.organisations.models import Membership, Organisation, Unit

    load_observations(measures=MEASURES, each=OBSERVATIONS)
    organisations = list(Organisation.objects.order_by("pk"))
    roots = {unit.organisation_id: unit for unit in Unit.objects.filter(parent=None)}
    units = [_unit(number, roots[organisations[number % len(organisations)].pk]) for number in range(UNITS)]
    Unit.objects.bulk_create(units, batch_size=2000)
    numbers = [Cast(name, CharField()) for name in ("parent_id", "pk")]
    path = Concat(Value("/"), numbers[0], Value("/"), numbers[1], Value("/"))
    Unit.objects.filter(parent__isnull=False).update(path=path)
    chance = random.Random(7)
    people = [_person(number, chance) for number in range(PEOPLE)]
    Person.objects.bulk_create(people, batch_size=2000)
    Membership.objects.bulk_create(
        [
            Membership(person=person, unit=units[number % UNITS], role="member", since=NOW)
            for number, person in enumerate(people)
        ],
        batch_size=2000,
    )
    chosen = people[:: PEOPLE // 100]
    Notification.objects.bulk_create(
        [
            Notification(person=person, kind="k", text="News", address=f"/{number}/", at=NOW, asks=True)
            for person in chosen
            for number in range(20)
        ]
    )
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the daily tidy-up does
    return [person.pk for person in chosen]


def _unit(number: int, root: object) -> object:
    from wellrun.organisations.models import Unit

    return Unit(
        organisation_id=root.organisation_id,  # type: ignore[attr-defined]
        parent=root,
        path=f"/{number}-new/",
        name=f"{FAMILY[number % 10]} Ward {number}",
        slug=f"ward-{number}",
        created_at=NOW,
    )


def _person(number: int, chance: random.Random) -> object:
    from wellrun.accounts.models import Person

    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)} {number}"
    return Person(email=f"p{number}@wellrun.example", name=name, password="!", joined_at=NOW)


def asked(client: Client, address: str, *, runs: int) -> list[float]:
    """Wall milliseconds of a page."""
    samples = []
    for _ in range(runs + 2):
        wall = time.perf_counter()
        response = client.get(address)
        samples.append((time.perf_counter() - wall) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
    return samples[2:]


def todays(ids: list[int], *, runs: int) -> list[float]:
    """Wall milliseconds of Today, for people taken at random."""
    samples = []
    for person_id in random.Random(3).sample(ids, runs):
        samples += asked(_visitor(person_id), "/", runs=1)
    return samples


def _visitor(person_id: int) -> Client:
    from wellrun.accounts.models import Person

    client = Client(HTTP_HOST="localhost")
    client.force_login(Person.objects.get(pk=person_id))
    return client


def measure() -> list[Figure]:
    """Figures for Today and for search."""
    from tests.build.bulk import the_keeper

    call_command("migrate", verbosity=0)
    ids = load()
    one, keeper = _visitor(ids[0]), _visitor(the_keeper().id)
    return [
        figure_of("Today, somebody with news", todays(ids, runs=31), unit="ms", bound=100),
        figure_of("Today, who keeps 10,000 measures", asked(keeper, "/", runs=11), unit="ms", bound=100),
        figure_of("search, a rare name", asked(one, "/search/?q=zielinski+77", runs=11), unit="ms"),
        figure_of("search, a common name", asked(one, "/search/?q=grace", runs=11), unit="ms"),
        figure_of("news", asked(one, "/notifications/", runs=11), unit="ms"),
    ]


def main() -> None:
    """Measure in a folder that is thrown away."""
    with product():
        show(f"Pages for one of {PEOPLE:,} people in {UNITS:,} units (SQLite)", measure())


if __name__ == "__main__":
    main()
