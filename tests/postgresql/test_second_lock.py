"""The second lock on a real PostgreSQL: without the application's own WHERE, nothing of others is shown."""

import json
from typing import Any

import psycopg
import pytest

from tests.postgresql.conftest import Secured
from wellrun.core.postgresql.base import _TELL, _settings
from wellrun.core.second_lock import EVERYTHING, NOBODY, Scope

WORLD = """
import os, json
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from wellrun.core.second_lock import work_as_system
work_as_system()
from tests.build.cast import NOW, a_person, the_cast
from tests.build.measures import a_definition, weekly
from wellrun.core.visibility import Visibility
from wellrun.measures.services import annotate, create_measure, start_phase
from tests.build.measures import week
cast = the_cast()
told = {}
for organisation, keeper in ((cast.riverside, cast.owner), (cast.hillside, cast.viewer)):
    measures = {}
    for level in Visibility:
        measure = create_measure(
            actor=keeper, organisation_id=organisation.pk, now=NOW,
            definition=a_definition(name=f"{organisation} {level}", visibility=level),
            observations=weekly([3] * 12),
        )
        annotate(actor=keeper, measure=measure, period=week(3), label="Huddles", now=NOW)
        start_phase(actor=keeper, measure=measure, starts_on=week(4), name="New", reason="Huddles", now=NOW)
        measures[level.value] = measure.pk
    told[organisation.slug] = {"id": organisation.pk, "keeper": keeper.id, "measures": measures}
told["member"] = cast.member.id
from wellrun.organisations.queries import root_of
from wellrun.projects.services import NewProject, start_project
project = start_project(
    actor=cast.owner, unit=root_of(cast.riverside.pk), project=NewProject(title="Calm"), now=NOW
)
told["project"], told["unit"] = project.pk, project.unit_id
from datetime import timedelta
from django.utils import timezone
from wellrun.organisations.queries.invitations import digest_of
from wellrun.organisations.services import invite
from wellrun.core.actor import SYSTEM
for organisation in (cast.riverside, cast.hillside):
    made, token = invite(
        actor=SYSTEM, unit=root_of(organisation.pk), email=f"new@{organisation.slug}.example",
        now=timezone.now(),
    )
    told[organisation.slug] |= {"invitation": made.pk, "token": token, "digest": digest_of(token)}
print(json.dumps(told))
"""
TABLES = (
    "organisations_unit", "organisations_membership", "measures_measure", "measures_observation",
    "measures_annotation", "measures_phasestart", "core_auditrecord", "core_auditwords",
)  # fmt: skip


@pytest.fixture(scope="module")
def world(secured: Secured) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(secured.python(WORLD))
    return told


def rows(secured: Secured, scope: Scope, sql: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(secured.pages, autocommit=True) as connection:
        connection.execute(_TELL, _settings(scope))
        return connection.execute(sql).fetchall()


def of_riverside(world: dict[str, Any]) -> Scope:
    return Scope(person_id=world["member"], organisation_ids=(world["riverside"]["id"],))


def seen(secured: Secured, scope: Scope, table: str, column: str) -> set[Any]:
    return {value for (value,) in rows(secured, scope, f"SELECT {column} FROM {table}")}


def people_of(secured: Secured, organisation_id: int) -> set[int]:
    """All who have or had a role there, as the owner of the tables sees it: other tests add some."""
    sql = "SELECT person_id FROM organisations_membership m JOIN organisations_unit u ON u.id = m.unit_id"
    with psycopg.connect(secured.owner, autocommit=True) as connection:
        found = connection.execute(f"{sql} WHERE u.organisation_id = %s", (organisation_id,)).fetchall()
    return {person_id for (person_id,) in found}


def test_somebody_sees_measures_of_their_own_organisation_and_what_was_shared(
    secured: Secured, world: dict[str, Any]
) -> None:
    here, elsewhere = world["riverside"]["measures"], world["hillside"]["measures"]
    expected = {*here.values(), elsewhere["network"], elsewhere["public"]}
    assert seen(secured, of_riverside(world), "measures_measure", "id") == expected
    for table in ("measures_observation", "measures_annotation", "measures_phasestart"):
        assert seen(secured, of_riverside(world), table, "measure_id") == expected


def test_units_memberships_and_records_of_another_organisation_are_not_there(
    secured: Secured, world: dict[str, Any]
) -> None:
    scope = of_riverside(world)
    assert seen(secured, scope, "organisations_unit", "organisation_id") == {world["riverside"]["id"]}
    people = seen(secured, scope, "organisations_membership", "person_id")
    assert people == people_of(secured, world["riverside"]["id"])
    assert world["hillside"]["keeper"] not in people
    hidden = {world["hillside"]["measures"][level] for level in ("team", "organisation")}
    told = rows(secured, scope, "SELECT thing, thing_id FROM core_auditrecord")
    assert not {("measure", each) for each in hidden} & set(told)
    words = rows(secured, scope, "SELECT count(*) FROM core_auditwords")
    assert words == [(len(told),)]


def test_a_guest_sees_the_project_with_the_name_of_its_unit_and_nobody_who_works_there(
    secured: Secured, world: dict[str, Any]
) -> None:
    guest = Scope(
        person_id=world["hillside"]["keeper"], organisation_ids=(world["hillside"]["id"],),
        project_ids=(world["project"],),
    )  # fmt: skip
    assert seen(secured, guest, "projects_project", "id") == {world["project"]}
    assert world["unit"] in seen(secured, guest, "organisations_unit", "id")
    people = seen(secured, guest, "organisations_membership", "person_id")
    assert people == people_of(secured, world["hillside"]["id"])
    assert world["riverside"]["keeper"] not in people


def test_a_stranger_sees_what_is_public_and_no_more(secured: Secured, world: dict[str, Any]) -> None:
    public = {world[slug]["measures"]["public"] for slug in ("riverside", "hillside")}
    assert seen(secured, NOBODY, "measures_measure", "id") == public
    assert seen(secured, NOBODY, "organisations_unit", "id") == set()
    assert seen(secured, NOBODY, "organisations_membership", "id") == set()


def test_a_connection_that_was_told_nothing_is_a_strangers(secured: Secured, world: dict[str, Any]) -> None:
    with psycopg.connect(secured.pages) as connection:
        found = connection.execute("SELECT DISTINCT visibility FROM measures_measure").fetchall()
    assert found == [("public",)]


def test_the_keeper_keeps_theirs_when_they_have_left(secured: Secured, world: dict[str, Any]) -> None:
    scope = Scope(person_id=world["hillside"]["keeper"])
    assert set(world["hillside"]["measures"].values()) <= seen(secured, scope, "measures_measure", "id")


def test_an_invitation_is_seen_where_it_was_made_and_by_whoever_has_its_link(
    secured: Secured, world: dict[str, Any]
) -> None:
    here, elsewhere = world["riverside"], world["hillside"]
    table = "organisations_invitation"
    assert seen(secured, of_riverside(world), table, "id") == {here["invitation"]}
    assert seen(secured, NOBODY, table, "id") == set()
    assert seen(secured, Scope(presented=elsewhere["digest"]), table, "id") == {elsewhere["invitation"]}
    assert seen(secured, Scope(presented="0" * 64), table, "id") == set()
    with psycopg.connect(secured.pages) as connection:
        connection.execute(_TELL, _settings(of_riverside(world)))
        changed = connection.execute(f"UPDATE {table} SET used_by = 1")
        assert changed.rowcount == 1, "their own alone"
        connection.rollback()


USED_LINK = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from django.utils import timezone
from wellrun.organisations.queries import open_invitation
from wellrun.organisations.services import join_by_invitation
token, now = {token!r}, timezone.now()
found = open_invitation(token, now=now)
print(found.unit.organisation.name, open_invitation("wrong", now=now))
join_by_invitation(token=token, name="Ines Roy", password=None, now=now)
print(open_invitation(token, now=now))
"""


def test_a_stranger_takes_an_invitation_up_with_its_link(secured: Secured, world: dict[str, Any]) -> None:
    said = secured.python(USED_LINK.format(token=world["hillside"]["token"]))
    assert said.split() == ["Hillside", "None", "None"]


ERASE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from django.utils import timezone
from tests.build.cast import NOW, a_person
from wellrun.accounts.models import Person
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditWords
from wellrun.core.second_lock import as_system, looking_as, scope_of
from wellrun.organisations.models import Membership, Organisation
from wellrun.organisations.services import erase_member
from wellrun.organisations.values import Role
with as_system():
    places = [Organisation.objects.get(slug=slug) for slug in ("riverside", "hillside")]
    ada = a_person("Ada Moss", places[0], role=Role.ADMINISTRATOR)
    both = a_person("Mina Berg", *places)
    person = Person.objects.get(pk=both.id)
with looking_as(scope_of(ada)):
    try:
        erase_member(actor=ada, person=person, now=NOW)
    except NotAllowed:
        print("refused")
with looking_as(scope_of(both)):
    erase_member(actor=both, person=person, now=NOW)
with as_system():
    held = Membership.objects.filter(person=person, ended_at=None).count()
    named = [words.pk for words in AuditWords.objects.all() if "Mina" in f"{words.actor_name}{words.after}"]
    print(held, len(named))
"""


def test_what_the_lock_hides_counts_when_somebody_is_forgotten(
    secured: Secured, world: dict[str, Any]
) -> None:
    """An administrator of one of two organisations may not; the person may, and nothing of theirs stays."""
    assert secured.python(ERASE).split() == ["refused", "0", "0"]


def test_the_installation_itself_sees_everything(secured: Secured, world: dict[str, Any]) -> None:
    for table in TABLES:
        with psycopg.connect(secured.owner) as owner:
            everything = owner.execute(f"SELECT count(*) FROM {table}").fetchall()
        assert rows(secured, EVERYTHING, f"SELECT count(*) FROM {table}") == everything


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE core_auditrecord SET action = 'x'",
        "DELETE FROM core_auditrecord",
        "TRUNCATE core_auditrecord CASCADE",
        "ALTER TABLE measures_measure DISABLE ROW LEVEL SECURITY",
        "DROP POLICY of_the_measure ON measures_observation",
        "CREATE TABLE public.mine (id int)",
        "SET ROLE postgres",
        "SET session_replication_role = replica",
    ],
)
def test_the_role_of_the_pages_cannot_step_over_its_rules(secured: Secured, sql: str) -> None:
    with psycopg.connect(secured.pages) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(sql)


def test_somebody_elses_rows_cannot_be_changed_or_added(secured: Secured, world: dict[str, Any]) -> None:
    hidden = world["hillside"]["measures"]["team"]
    with psycopg.connect(secured.pages) as connection:
        connection.execute(_TELL, _settings(of_riverside(world)))
        changed = connection.execute("UPDATE measures_measure SET name = 'x' WHERE id = %s", [hidden])
        assert changed.rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(
                "INSERT INTO measures_annotation (measure_id, period, label, by_id, at, is_withdrawn)"
                " VALUES (%s, now(), 'x', %s, now(), false)",
                [hidden, world["member"]],
            )


def test_what_was_shared_can_be_read_by_others_and_not_changed(
    secured: Secured, world: dict[str, Any]
) -> None:
    public = world["hillside"]["measures"]["public"]
    with psycopg.connect(secured.pages) as connection:
        connection.execute(_TELL, _settings(of_riverside(world)))
        read = connection.execute("SELECT count(*) FROM measures_measure WHERE id = %s", [public]).fetchall()
        changed = connection.execute("UPDATE measures_measure SET name = 'x' WHERE id = %s", [public])
    assert (read, changed.rowcount) == ([(1,)], 0)


def test_a_rule_that_is_no_longer_declared_is_taken_away(secured: Secured, world: dict[str, Any]) -> None:
    with psycopg.connect(secured.owner, autocommit=True) as owner:
        owner.execute("CREATE POLICY from_before ON measures_measure USING (true)")
        assert secured.run("database", "secure").returncode == 0
        left = owner.execute("SELECT policyname FROM pg_policies WHERE policyname = 'from_before'").fetchall()
    assert left == []


def test_securing_again_does_no_harm_and_one_role_for_both_is_refused(secured: Secured) -> None:
    again = secured.run("database", "secure")
    assert (again.returncode, "tables show each person" in again.stdout) == (0, True)
    same = secured.run("database", "secure", WELLRUN_DATABASE_URL=secured.owner)
    assert same.returncode == 2
    assert "Give the pages a role of their own" in same.stderr
    alone = secured.run("database", "secure", WELLRUN_DATABASE_OWNER_URL="")
    assert alone.returncode == 2
    assert "two addresses" in alone.stderr


TOLD_AGAIN = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from django.db import connection, transaction
from wellrun.core.second_lock import EVERYTHING, NOBODY, Scope, looking_as
from wellrun.measures.models import Measure
def count(scope):
    with looking_as(scope):
        return Measure.objects.count()
found = [count(NOBODY), count(EVERYTHING), count(NOBODY)]
try:
    with transaction.atomic():
        found.append(count(EVERYTHING))
        try:
            with transaction.atomic():
                found.append(count(NOBODY))
                raise ZeroDivisionError
        except ZeroDivisionError:
            found.append(count(NOBODY))
        found.append(count(EVERYTHING))
        raise ZeroDivisionError
except ZeroDivisionError:
    found += [count(EVERYTHING), count(NOBODY)]
connection.close()
found += [count(NOBODY), count(EVERYTHING)]
print(*[number > 2 for number in found])
"""


def test_the_database_knows_who_is_asking_after_rollbacks_and_with_pooled_sessions(
    secured: Secured, world: dict[str, Any]
) -> None:
    expected = "False True False True False False True True False False True"
    assert secured.python(TOLD_AGAIN).strip() == expected
