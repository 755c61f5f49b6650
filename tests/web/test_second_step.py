"""A second step: asked for at sign-in, kept by administrators, and never readable in the database."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.build.accounts import an_app, can_sign_in, code_now, try_to_sign_in
from tests.build.cast import Cast, a_person
from tests.build.kept import kept
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.access.secrets import locked, unlocked
from wellrun.accounts.models import Person
from wellrun.core.models import AuditRecord
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db
STEP = "/sign-in/second-step/"


@kept
def ruth(cast: Cast) -> Person:
    """An administrator of Riverside."""
    return can_sign_in(a_person("Ruth Achieng", cast.riverside, role=Role.ADMINISTRATOR))


def actions() -> set[str]:
    return set(AuditRecord.objects.filter(part="sign-in").values_list("action", flat=True))


def test_an_administrator_sets_up_a_second_step_before_anything_else(ruth: Person) -> None:
    client = Client()
    try_to_sign_in(client, ruth.email)
    for address in ("/", "/measures/", "/measures/new/", "/invitations/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (303, "/account/?first=1")
    assert client.post("/invitations/", {"email": "x@wellrun.example"}).status_code == 303
    assert client.get("/measures/", headers={"HX-Request": "true"})["HX-Redirect"] == "/account/?first=1"
    assert "First, a second step" in page_of(client.get("/account/")).words
    page = page_of(client.get("/account/app/"))
    secret = next(word for word in client.session["mfa.totp.secret"].split())
    assert " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)) in page.words
    assert client.post("/account/app/", {"code": "000000"}).status_code == 422
    answer = client.post("/account/app/", {"code": code_now(secret)})
    assert answer["Location"] == "/account/recovery-codes/"
    assert len(page_of(client.get("/account/recovery-codes/")).all("code")) == 10
    assert client.get("/invitations/").status_code == 200


@pytest.mark.parametrize("who", ["member", "demo"])
def test_others_and_the_demo_world_are_not_made_to(cast: Cast, who: str) -> None:
    role = Role.ADMINISTRATOR if who == "demo" else Role.LEADER
    person = can_sign_in(a_person("Ruth Achieng", cast.riverside, role=role))
    Person.objects.filter(pk=person.pk).update(is_demo=who == "demo")
    client = Client()
    try_to_sign_in(client, person.email)
    assert client.get("/").status_code == 200


def test_a_code_is_asked_for_and_works_once(ruth: Person) -> None:
    secret, client = an_app(ruth), Client()
    assert try_to_sign_in(client, ruth.email, next="/measures/")["Location"] == STEP
    assert client.get("/").status_code == 303
    assert page_of(client.post(STEP, {"code": "000000"})).errors()
    code = code_now(secret)
    assert client.post(STEP, {"code": code})["Location"] == "/measures/"
    assert client.get("/").status_code == 200
    again = Client()
    try_to_sign_in(again, ruth.email)
    assert again.post(STEP, {"code": code}).status_code == 422
    assert again.get("/").status_code == 303
    assert {"person.signed_in", "person.second_step_failed"} <= actions()


def test_codes_cannot_be_guessed_on_and_on(ruth: Person) -> None:
    secret, client = an_app(ruth), Client()
    try_to_sign_in(client, ruth.email)
    for guess in range(6):
        client.post(STEP, {"code": f"00000{guess}"})
    page = page_of(client.post(STEP, {"code": code_now(secret)}))
    assert "tried too often" in page.words
    assert client.get("/").status_code == 303


def test_nobody_reaches_the_second_step_without_the_first(ruth: Person) -> None:
    an_app(ruth)
    assert Client().get(STEP)["Location"] == "/sign-in/"
    assert Client().post(STEP, {"code": "123456"})["Location"] == "/sign-in/"


def test_an_administrator_keeps_one(ruth: Person) -> None:
    secret, client = an_app(ruth), Client()
    try_to_sign_in(client, ruth.email)
    client.post(STEP, {"code": code_now(secret)})
    assert "An administrator keeps a second step" in page_of(client.get("/account/app/remove/")).words
    assert client.post("/account/app/remove/").status_code == 422
    assert Authenticator.objects.filter(user=ruth, type=Authenticator.Type.TOTP).exists()


def test_another_person_may_remove_theirs_and_it_is_noted(cast: Cast) -> None:
    person = can_sign_in(cast.member)
    secret, client = an_app(person), Client()
    try_to_sign_in(client, person.email)
    client.post(STEP, {"code": code_now(secret)})
    assert client.post("/account/app/remove/")["Location"] == "/account/"
    assert not Authenticator.objects.filter(user=person).exists()
    assert "person.second_step_removed" in actions()


def test_what_changes_the_sign_in_asks_for_the_password_again_later(cast: Cast) -> None:
    person, client = can_sign_in(cast.member), Client()
    try_to_sign_in(client, person.email)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 600
    session.save()
    for address in ("/account/app/", "/account/passkeys/add/"):
        assert client.get(address)["Location"] == f"/account/again/?next={address.replace('/', '%2F')}"
    assert page_of(client.post("/account/again/", {"password": "not mine at all"})).errors()
    answer = client.post("/account/again/?next=/account/app/", {"password": "otter lamp violin 7"})
    assert answer["Location"] == "/account/app/"
    assert client.get("/account/app/").status_code == 200


def test_seeds_of_apps_and_codes_are_locked_in_the_database(ruth: Person) -> None:
    secret = an_app(ruth)
    kept = Authenticator.objects.get(user=ruth, type=Authenticator.Type.TOTP).data
    assert secret not in str(kept)
    assert unlocked(locked(secret)) == secret
    first, second = unlocked("of another installation"), unlocked("of another installation")
    assert first != second  # by chance, so that nobody can know a code for it


def test_a_passkey_that_nobody_has_opens_nothing(ruth: Person) -> None:
    client = Client()
    assert client.post("/sign-in/passkey/begin/").json()["publicKey"]["userVerification"] == "required"
    for bad in ("", "{}", "not json", '{"id": "x", "response": {"userHandle": "MQ"}}'):
        answer = client.post("/sign-in/passkey/", {"credential": bad})
        assert (answer.status_code, answer["Location"]) == (303, "/sign-in/?refused=passkey")
    assert "That passkey did not work here" in page_of(client.get(answer["Location"])).words


@pytest.mark.parametrize("address", ["/account/app/", "/account/passkeys/add/", "/account/again/"])
def test_who_has_no_password_here_is_told_to_sign_in_once_more(cast: Cast, address: str) -> None:
    """Another service let them in, some time ago: there is nothing here that they could type."""
    answer = signed_in(a_person("Ruth Achieng", cast.riverside)).get(address)
    assert answer.status_code == 403
    assert "Sign out, sign in once more" in page_of(answer).words
