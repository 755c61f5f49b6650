"""An organisation of any size, for pages at scale: written in bulk, as the services would have left it."""

from datetime import timedelta

from django.db import connection, transaction

from tests.build.cast import NOW, a_person, an_organisation
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.core.folding import folded
from wellrun.core.search.index import index_rows
from wellrun.organisations.models import DirectoryEntry, Membership, Organisation, Unit
from wellrun.organisations.queries import root_of
from wellrun.organisations.values import Perspective, Role
from wellrun.projects.models import Aim, Project, Seat, Tag
from wellrun.projects.values import State

FIRST = ("Amina", "Joanne", "Łucja", "Sam", "Priya", "Omar", "Zoë", "Wen", "Grace", "محمد")
LAST = ("Nair", "Okoro", "Müller", "Whitlock", "García", "Osei", "Bergström", "Nakato", "Silva", "Khan")
TITLES = ("Ward manager", "Nurse", "Doctor", "Peer worker", "Porter")
BATCH = 2000


@transaction.atomic
def a_crowd(*, units: int, people: int, below_each: int = 12) -> tuple[Organisation, Actor]:
    """An organisation with so many units and people, and one of its administrators."""
    organisation = an_organisation("Large Trust")
    places = _units(organisation, units, below_each)
    _people(organisation, places, people)
    index_rows("listed", list(DirectoryEntry.objects.order_by("pk").values_list("pk", flat=True)))
    administrator = a_person("Ada Moss", organisation, role=Role.ADMINISTRATOR)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return organisation, administrator


def _units(organisation: Organisation, count: int, below_each: int) -> list[Unit]:
    """A tree filled level by level."""
    level, made = [root_of(organisation.pk)], []
    while len(made) < count:
        rows = []
        for parent in level:
            for number in range(min(below_each, count - len(made) - len(rows))):
                name = f"Unit {len(made) + len(rows) + 1}, part {number + 1}"
                rows.append(
                    Unit(
                        organisation=organisation, parent=parent, depth=parent.depth + 1, name=name,
                        name_key=folded(name), slug=f"unit-{len(made) + len(rows) + 1}", created_at=NOW,
                    )
                )  # fmt: skip
        Unit.objects.bulk_create(rows, batch_size=BATCH)
        for row in rows:
            row.path = f"{row.parent.path if row.parent else '/'}{row.pk}/"
        Unit.objects.bulk_update(rows, ["path"], batch_size=500)
        made += rows
        level = rows
    return made


def _people(organisation: Organisation, places: list[Unit], count: int) -> None:
    for begin in range(0, count, BATCH):
        numbers = range(begin, min(begin + BATCH, count))
        people = Person.objects.bulk_create(
            Person(email=f"p{n}@wellrun.example", name=_name(n), about="Ask me about sleep", joined_at=NOW)
            for n in numbers
        )
        pairs = list(zip(numbers, people, strict=True))
        Membership.objects.bulk_create(
            Membership(
                person=person, unit=places[n % len(places)], role=Role.MEMBER, since=NOW,
                title=TITLES[n % 5], name_key=folded(person.name),
            )
            for n, person in pairs
        )  # fmt: skip
        DirectoryEntry.objects.bulk_create(
            DirectoryEntry(
                person=person, organisation=organisation, unit=places[n % len(places)], title=TITLES[n % 5],
                name_key=folded(person.name), text=folded(f"{person.name} {TITLES[n % 5]} {person.about}"),
            )
            for n, person in pairs
        )  # fmt: skip


def _name(number: int) -> str:
    return f"{FIRST[number % 10]} {LAST[number // 10 % 10]} {number}"


VISIBILITIES = ("organisation", "network", "team", "public", "organisation")
TAGS = ("falls", "sepsis", "flow", "sleep", "restraint")


@transaction.atomic
def many_projects(organisation: Organisation, *, count: int) -> list[Project]:
    """So many projects on the organisation's units, each with an aim, a lead, and a tag or two."""
    units = list(Unit.objects.filter(organisation=organisation))
    people = list(Person.objects.order_by("pk")[:50])
    tags = [Tag.objects.get_or_create(organisation=organisation, name=name)[0] for name in TAGS]
    projects = Project.objects.bulk_create(
        [_project(organisation, units[number % len(units)], number) for number in range(count)], BATCH
    )
    Aim.objects.bulk_create(
        [Aim(project=each, what=f"Halve it by {n}", by=people[0], at=NOW) for n, each in enumerate(projects)],
        BATCH,
    )
    Seat.objects.bulk_create(
        [
            Seat(
                project=each,
                person=people[n % len(people)],
                role="lead",
                perspective=Perspective.STAFF,
                since=NOW,
            )
            for n, each in enumerate(projects)
        ],
        BATCH,
    )
    through = Project.tags.through
    through.objects.bulk_create(
        [
            through(project=each, tag=tags[(n + more) % 5])
            for n, each in enumerate(projects)
            for more in range(2)
        ],
        BATCH,
    )
    return projects


def _project(organisation: Organisation, unit: Unit, number: int) -> Project:
    return Project(
        organisation=organisation, unit=unit, title=f"Calmer evenings {number}",
        state=State.values[number % len(State.values)], visibility=VISIBILITIES[number % 5],
        created_at=NOW, last_news_at=NOW - timedelta(days=number % 90),
    )  # fmt: skip
