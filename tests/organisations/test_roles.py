"""Roles are given, changed, ended and taken back; the directory follows."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit, the_cast
from tests.build.kept import kept
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor, Grant
from wellrun.core.decision import NotAllowed
from wellrun.organisations import queries, services
from wellrun.organisations.models import DirectoryEntry, Membership
from wellrun.organisations.permissions import may_end, may_view, may_view_person, may_view_unit
from wellrun.organisations.services import MembershipRefused
from wellrun.organisations.values import Perspective, Role

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


@kept
def ada(cast: Cast) -> Actor:
    return a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)


def held_by(actor: Actor) -> Membership:
    return Membership.objects.select_related("unit").get(person_id=actor.id, ended_at=None)


def change(actor: Actor, membership: Membership, **told: str) -> str:
    wanted = {"role": membership.role, "perspective": membership.perspective, "title": membership.title}
    return services.change_membership(actor=actor, membership=membership, now=NOW, **(wanted | told)).sentence


def test_a_role_is_changed_and_the_history_says_from_what(cast: Cast, ada: Actor) -> None:
    member = held_by(cast.member)
    said = change(ada, member, role=Role.COACH)
    assert said == "Priya Nair became improvement coach of Riverside. Before: member."
    said = change(ada, held_by(cast.member), title="Peer worker", perspective=Perspective.SERVICE_USER)
    assert said == "Changed what is said of Priya Nair in Riverside: perspective, title."
    assert change(ada, held_by(cast.member)) == "Nothing has changed."
    for wrong, field in (({"role": "queen"}, "role"), ({"perspective": "god"}, "perspective")):
        with pytest.raises(MembershipRefused) as refusal:
            change(ada, held_by(cast.member), **wrong)
        assert refusal.value.field == field
    with pytest.raises(NotAllowed):
        change(cast.owner, held_by(cast.member), role=Role.ADMINISTRATOR)


def test_two_roles_on_one_unit_do_not_become_the_same(cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    nurse = a_person_on("Nina Bose", ward)
    a_person_on("Nina Bose", ward, role=Role.COACH)
    member = Membership.objects.get(person_id=nurse.id, role=Role.MEMBER)
    with pytest.raises(MembershipRefused, match="Nina Bose holds that role here already"):
        change(ada, member, role=Role.COACH)


def test_the_last_administrator_stays_whatever_the_way_out(cast: Cast, ada: Actor) -> None:
    own = held_by(ada)
    with pytest.raises(MembershipRefused, match="would have no administrator"):
        change(ada, own, role=Role.MEMBER)
    with pytest.raises(MembershipRefused, match="would have no administrator"):
        services.end_membership(actor=ada, membership=own, now=NOW)
    ben = a_person("Ben Okoro", cast.riverside, role=Role.ADMINISTRATOR)
    Person.objects.filter(pk=ben.id).update(is_active=False)
    with pytest.raises(MembershipRefused, match="would have no administrator"):
        change(ada, own, role=Role.MEMBER)
    a_person_on("Wen Li", a_unit(cast.riverside), role=Role.ADMINISTRATOR)
    with pytest.raises(MembershipRefused, match="would have no administrator"):
        services.end_membership(actor=ada, membership=own, now=NOW)


def test_people_may_leave_by_themselves(cast: Cast, ada: Actor) -> None:
    own = held_by(cast.member)
    assert may_end(cast.member, own)
    assert may_end(cast.owner, own).refusal == "Only an administrator of Riverside can change this."
    services.end_membership(actor=cast.member, membership=own, reason="Moved away", now=NOW)
    assert not queries.grants_of(cast.member.id)
    assert not queries.people_visible_to(ada).filter(person_id=cast.member.id).exists()


def test_roles_are_taken_back(cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    nurse = a_person_on("Nina Bose", ward)
    undo = {"actor": ada, "organisation_id": cast.riverside.pk, "now": NOW}
    ended = services.end_membership(actor=ada, membership=held_by(nurse), now=NOW).id
    assert services.undo_change(change_id=ended, **undo).sentence == (
        "Undone. Nina Bose is member of Alder Ward again."
    )
    changed = services.change_membership(
        actor=ada, membership=held_by(nurse), role=Role.LEADER, perspective="carer", title="T", now=NOW
    ).id
    services.undo_change(change_id=changed, **undo)
    assert (held_by(nurse).role, held_by(nurse).perspective, held_by(nurse).title) == ("member", "staff", "")


def test_the_directory_follows_roles_and_names(cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    nurse = a_person_on("Nora Ærø", ward)
    entry = DirectoryEntry.objects.get(person_id=nurse.id)
    assert (entry.name_key, entry.unit, entry.organisation) == ("nora aero", ward, cast.riverside)
    change(ada, held_by(nurse), title="Chef de Clinique")
    person = Person.objects.get(pk=nurse.id)
    person.name, person.about = "Nora Brandt", "Ask me about sleep"
    person.save(update_fields=["name", "about"])
    entry.refresh_from_db()
    assert (entry.name_key, entry.title) == ("nora brandt", "Chef de Clinique")
    assert entry.text == "nora brandt chef de clinique ask me about sleep"
    assert held_by(nurse).name_key == "nora brandt"
    services.end_membership(actor=ada, membership=held_by(nurse), now=NOW)
    assert not DirectoryEntry.objects.filter(person_id=nurse.id).exists()


@pytest.mark.parametrize("search", ["aero", "NÖRA", "alder", "clinique nor", "病"])
def test_people_are_found_by_name_unit_and_words(cast: Cast, ada: Actor, search: str) -> None:
    ward = a_unit(cast.riverside, "Alder Ward 病棟")
    nurse = a_person_on("Nora Ærø", ward)
    change(ada, held_by(nurse), title="Chef de Clinique")
    a_person_on("Otto Lang", a_unit(cast.riverside, "Birch Ward"))
    found = queries.directory_page(cast.member, cast.riverside.pk, search=search)
    assert [entry.person.name for entry in found.entries] == ["Nora Ærø"]


def test_who_sees_whom_agrees_everywhere(cast: Cast, ada: Actor) -> None:
    guest = Actor(
        person_id=cast.viewer.id,
        name="Guest",
        grants=frozenset([Grant(role="contributor", scope="project", scope_id=1)]),
    )
    both = a_person("Mia Berg", cast.riverside, cast.hillside)
    everybody = [cast.owner, cast.member, cast.viewer, ada, both]
    for actor in (*everybody, guest, cast.stranger):
        seen = set(queries.people_visible_to(actor).values_list("person_id", flat=True))
        for person in everybody:
            listed = DirectoryEntry.objects.filter(person_id=person.id).values_list(
                "organisation_id", flat=True
            )
            may = bool(may_view_person(actor, person.id, list(listed)))
            assert may == (person.id in seen or person.id == actor.person_id), (actor.name, person.name)
        for organisation in (cast.riverside, cast.hillside):
            assert bool(may_view(actor, organisation)) == (
                queries.organisation_at(actor, organisation.slug) is not None
            )
            root = queries.root_of(organisation.pk)
            assert bool(may_view_unit(actor, root)) == (queries.unit_for(actor, root.pk) is not None)
    assert not queries.people_visible_to(guest).exists()
    assert not queries.visible_to(guest).exists()
    assert not queries.units_visible_to(guest).exists()


def test_who_may_not_sign_in_is_listed_for_administrators_alone(cast: Cast, ada: Actor) -> None:
    Person.objects.filter(pk=cast.member.id).update(is_active=False)
    listed = queries.directory_page(ada, cast.riverside.pk).entries
    assert cast.member.id not in {entry.person_id for entry in listed}
    administered = queries.administration_page(cast.riverside.pk).entries
    assert cast.member.id in {entry.person_id for entry in administered}
    found = queries.administration_page(cast.riverside.pk, search="PRIYA@wellrun.example").entries
    assert [entry.person_id for entry in found] == [cast.member.id]


def test_pages_of_names_follow_each_other_without_gap_or_double(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ward = a_unit(cast.riverside)
    people = [Person(email=f"p{n}@wellrun.example", name=f"Same {n % 3}", joined_at=NOW) for n in range(65)]
    for person in people:
        person.save()
        services.give_role(actor=SETTING_UP, person_id=person.pk, unit=ward, role=Role.MEMBER, now=NOW)
    seen: list[int] = []
    after = None
    while True:
        with django_assert_num_queries(2):
            page = queries.directory_page(cast.owner, cast.riverside.pk, search="same", after=after)
        seen += [entry.person_id for entry in page.entries]
        if page.next is None:
            break
        after = queries.After.read(str(page.next))
    assert sorted(seen) == sorted(person.pk for person in people)
    first = queries.people_of(ward)
    second = queries.people_of(ward, after=first.next)
    ids = [row.pk for row in (*first.memberships, *second.memberships)]
    assert len(set(ids)) == len(ids) == 60


@pytest.mark.parametrize("odd", ["", "x.y", "1", "99999999999999999999.a", "-1.a", "1.\0"])
def test_an_odd_place_to_begin_is_no_error(odd: str) -> None:
    after = queries.After.read(odd)
    assert after is None or after.id == 1
