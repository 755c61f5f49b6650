"""Signing in: strangers are led there and back, and the demo world offers whom to be."""

import pytest
from django.test import Client

from tests.build.cast import NOW, SETTING_UP, Cast, a_person
from tests.build.measures import a_measure
from tests.build.signed_in import signed_in
from wellrun.accounts.models import Person
from wellrun.accounts.services import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger() -> Client:
    return Client()


@pytest.fixture
def joanne() -> Person:
    return add_person(
        actor=SETTING_UP,
        email="joanne@demo.wellrun.example",
        name="Joanne Whitlock",
        offered_as="Ward lead: adds this week’s number on Alder Ward",
        is_demo=True,
        now=NOW,
    )


def test_a_stranger_is_led_to_sign_in_and_back(stranger: Client, joanne: Person) -> None:
    answer = stranger.get("/measures/?q=falls")
    assert (answer.status_code, answer["Location"]) == (303, "/sign-in/?next=%2Fmeasures%2F%3Fq%3Dfalls")
    assert b'value="/measures/?q=falls"' in stranger.get(answer["Location"]).content
    answer = stranger.post("/sign-in/demo/", {"person": joanne.pk, "next": "/measures/?q=falls"})
    assert (answer.status_code, answer["Location"]) == (303, "/measures/?q=falls")
    assert b"You are Joanne Whitlock." in stranger.get("/measures/").content
    assert stranger.get("/sign-in/")["Location"] == "/"


def test_a_part_of_a_page_leads_the_whole_page_to_sign_in(stranger: Client) -> None:
    answer = stranger.get("/measures/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/sign-in/?next=%2Fmeasures%2F")


@pytest.mark.parametrize(
    "bad", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "x"]
)
def test_nobody_is_led_to_another_site(stranger: Client, joanne: Person, bad: str) -> None:
    assert stranger.post("/sign-in/demo/", {"person": joanne.pk, "next": bad})["Location"] == "/"


def test_who_is_offered_says_what_they_can_do(stranger: Client, joanne: Person) -> None:
    add_person(actor=SETTING_UP, email="m@demo.wellrun.example", name="Kwame Asante", is_demo=True, now=NOW)
    page = stranger.get("/sign-in/").content.decode()
    assert "Ward lead: adds this week’s number on Alder Ward" in page
    assert "Kwame Asante" not in page, "not everybody is offered"


def test_nobody_becomes_a_real_person_or_anybody_beside_one(stranger: Client, joanne: Person) -> None:
    """Services keep them apart; what else changed the database does not open the door either."""
    real = Person.objects.create(email="mia@wellrun.example", name="Mia Berg", joined_at=NOW)
    for person_id in (real.pk, joanne.pk, 99, "x", ""):
        assert stranger.post("/sign-in/demo/", {"person": person_id})["Location"] == "/sign-in/"
    assert b"Joanne Whitlock" not in stranger.get("/sign-in/").content
    assert stranger.get("/").status_code == 303


def test_only_who_is_offered_can_be_become(stranger: Client, joanne: Person) -> None:
    kwame = add_person(
        actor=SETTING_UP, email="k@demo.wellrun.example", name="Kwame Asante", is_demo=True, now=NOW
    )
    assert stranger.post("/sign-in/demo/", {"person": kwame.pk})["Location"] == "/sign-in/"
    assert stranger.post("/sign-in/demo/", {"person": joanne.pk})["Location"] == "/"


def test_signing_out_ends_the_session() -> None:
    client = signed_in(a_person("Mia Berg"))
    assert client.get("/").status_code == 200
    assert client.post("/sign-in/out/")["Location"] == "/sign-in/"
    assert client.get("/").status_code == 303


def test_a_public_measure_needs_no_account_and_others_look_as_if_absent(stranger: Client, cast: Cast) -> None:
    public = a_measure(cast, visibility="public")
    private = a_measure(cast, visibility="network")
    assert stranger.get(f"/measures/{public.pk}/").status_code == 200
    for measure_id in (private.pk, 9999):
        answer = stranger.get(f"/measures/{measure_id}/")
        assert answer.status_code == 303
        assert answer["Location"] == f"/sign-in/?next=%2Fmeasures%2F{measure_id}%2F"
