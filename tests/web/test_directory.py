"""The directory and the page of a person."""

import pytest
from django.test import Client

from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit
from tests.build.kept import kept
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.accounts.services import deactivate_person
from wellrun.core.actor import Actor
from wellrun.organisations.services import change_unit
from wellrun.organisations.values import Role


@kept
def member(cast: Cast) -> Client:
    return signed_in(cast.member)


@kept
def nora(cast: Cast) -> Actor:
    nora = a_person_on("Nora Ærø", a_unit(cast.riverside))
    person = Person.objects.get(pk=nora.id)
    person.about = "Ask me about sleep"
    person.save()
    return nora


def test_people_stand_with_unit_and_what_they_help_with(member: Client, nora: Actor) -> None:
    page = page_of(member.get("/people/"))
    assert page.title == "People of Riverside · Wellrun"
    assert "Nora Ærø Alder Ward Ask me about sleep" in page.words
    assert {f"/people/{nora.id}/", "/organisations/riverside/units/alder-ward/"} <= set(page.links())
    assert "nora@wellrun.example" not in page.words
    assert "Victor Lund" not in page.words


@pytest.mark.parametrize("search", ["aero", "sleep", "ALDER", "nora alder"])
def test_people_are_found(member: Client, nora: Actor, search: str) -> None:
    words = page_of(member.get("/people/", {"q": search})).words
    assert "Nora Ærø" in words
    assert "Amina Yusuf" not in words


@pytest.mark.parametrize(
    ("name", "search"),
    [("山田さくら", "さくら"), ("김민수", "민수"), ("محمد خان", "خان"), ("Ana O'Brien-Díaz", "brien diaz")],
)
def test_people_are_found_in_any_script(member: Client, cast: Cast, name: str, search: str) -> None:
    person = Person.objects.get(pk=cast.owner.id)
    person.name = name
    person.save()
    assert name in page_of(member.get("/people/", {"q": search})).words


def test_a_search_keeps_in_step_with_units_and_accounts(cast: Cast, member: Client) -> None:
    unit = a_unit(cast.riverside)
    nora = a_person_on("Nora Lind", unit)
    change_unit(actor=SETTING_UP, unit=unit, name="Willow Ward", now=NOW)
    assert "Nora Lind" in page_of(member.get("/people/?q=willow")).words
    assert "Nora Lind" not in page_of(member.get("/people/?q=alder")).words
    deactivate_person(actor=SETTING_UP, person=Person.objects.get(pk=nora.id), now=NOW)
    assert "Nora Lind" not in page_of(member.get("/people/?q=willow")).words
    ada = signed_in(a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR))
    found = page_of(ada.get("/organisations/riverside/administration/people/?q=willow"))
    assert "Nora Lind Cannot sign in" in found.words


def test_a_search_finds_nobody_of_another_organisation(cast: Cast, member: Client) -> None:
    a_person_on("Vera Alder", a_unit(cast.hillside, "Alder Clinic"))
    assert "Vera" not in page_of(member.get("/people/?q=alder")).words


@pytest.mark.parametrize("query", ["q=%00", "after=x", "after=1.%00", "q=zzz", "after=9999999999999999999.a"])
def test_odd_addresses_are_no_error(member: Client, query: str) -> None:
    assert member.get(f"/people/?{query}").status_code == 200


def test_long_lists_go_on(member: Client, cast: Cast) -> None:
    for number in range(35):
        a_person(f"P{number:02} Same", cast.riverside)
    page = page_of(member.get("/people/", {"q": "same"}))
    (following,) = [link for link in page.links() if "after=" in link]
    second = page_of(member.get(f"/people/{following}"))
    assert "P34 Same" in second.words
    assert "P00 Same" not in second.words
    assert "Back to the first names" in second.words


def test_an_address_is_for_administrators_alone(member: Client, cast: Cast, nora: Actor) -> None:
    address = f"/people/{nora.id}/"
    page = page_of(member.get(address))
    assert "Member Alder Ward Riverside" in page.words
    assert "nora@wellrun.example" not in page.words
    administrator = signed_in(a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR))
    assert "nora@wellrun.example" in page_of(administrator.get(address)).words


def test_a_person_of_two_organisations_shows_only_what_is_shared(member: Client, cast: Cast) -> None:
    both = a_person_on("Bo Both", a_unit(cast.riverside), a_unit(cast.hillside, "Secret Clinic"))
    words = page_of(member.get(f"/people/{both.id}/")).words
    assert "Alder Ward" in words
    assert "Secret Clinic" not in words


def test_who_is_elsewhere_gone_or_never_was_is_not_there(member: Client, cast: Cast, nora: Actor) -> None:
    Person.objects.filter(pk=nora.id).update(is_active=False)
    for person_id in (cast.viewer.id, nora.id, 999_999):
        assert member.get(f"/people/{person_id}/").status_code == 404
    assert "Nora Ærø" not in page_of(member.get("/people/")).words


@pytest.mark.django_db
def test_everybody_has_a_page_of_their_own() -> None:
    guest = a_person("Gus Hope")
    assert "No role in an organisation yet." in page_of(signed_in(guest).get(f"/people/{guest.id}/")).words
