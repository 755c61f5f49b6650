"""An account that is closed is closed to every way in, and to what was half done, with the next request."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.build.accounts import PASSWORD, an_app, can_sign_in, code_now, link_in_letter, try_to_sign_in
from tests.build.cast import Cast
from tests.build.passkeys import Passkey
from tests.build.projects import a_project
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Letter, Person, Session
from wellrun.accounts.services import deactivate_person
from wellrun.core.actor import SYSTEM

pytestmark = pytest.mark.django_db
CLOSED = "/sign-in/closed/"


@pytest.fixture
def priya(cast: Cast) -> Person:
    return can_sign_in(cast.member)


def close(person: Person) -> None:
    deactivate_person(actor=SYSTEM, person=person, now=timezone.now())


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_a_passkey_opens_nothing_any_more(priya: Person) -> None:
    passkey, phone, late = Passkey(priya), Client(), Client()
    assert passkey.sign_in(phone)["Location"] == "/"
    assert is_in(phone), "the same key and signature open an account that is open"
    close(priya)
    assert not is_in(phone), "the session that the passkey began ends with its next request"
    assert passkey.sign_in(late)["Location"] == CLOSED
    assert not is_in(late)
    assert not Session.objects.filter(person_id=priya.pk).exists()


def test_a_code_that_was_asked_for_before_opens_nothing(priya: Person) -> None:
    secret, client = an_app(priya), Client()
    assert try_to_sign_in(client, priya.email)["Location"].startswith("/sign-in/second-step/")
    close(priya)
    client.post("/sign-in/second-step/", {"code": code_now(secret)})
    assert not is_in(client)


def test_a_link_that_was_sent_before_opens_nothing_and_no_other_is_sent(priya: Person) -> None:
    client = Client()
    client.post("/sign-in/forgotten/", {"email": priya.email})
    link = link_in_letter(priya.email)
    close(priya)
    page = client.get(link, follow=True)
    new = {"password1": "walnut tandem orbit 3", "password2": "walnut tandem orbit 3"}
    client.post(page.redirect_chain[-1][0] if page.redirect_chain else link, new)
    assert not is_in(client)
    for password in (PASSWORD, new["password1"]):
        try_to_sign_in(other := Client(), priya.email, password)
        assert not is_in(other)
    before = Letter.objects.filter(to=priya.email, text__contains="/sign-in/new-password/").count()
    client.post("/sign-in/forgotten/", {"email": priya.email})
    assert Letter.objects.filter(to=priya.email, text__contains="/sign-in/new-password/").count() == before


def test_a_session_that_was_kept_somewhere_opens_nothing(priya: Person) -> None:
    """A copy of the row, as a restored backup would bring it back."""
    client = Client()
    try_to_sign_in(client, priya.email)
    kept = Session.objects.get(person_id=priya.pk)
    close(priya)
    kept.save(force_insert=True)
    assert not is_in(client)


def test_a_closed_account_is_told_apart_from_none_by_nobody(cast: Cast) -> None:
    """Whoever leads a team types addresses: of one that is closed they learn neither name nor state."""
    team = a_project(cast)
    victor = Person.objects.get(pk=cast.viewer.id)
    close(victor)
    lead, here = signed_in(team.lead), f"/projects/{team.project.pk}/team/"
    form = {"role": "member", "perspective": "staff", "title": ""}
    answers = [lead.post(here, form | {"email": each}) for each in (victor.email, "none@wellrun.example")]
    assert [each.status_code for each in answers] == [422, 422]
    for each in answers:
        assert "Nobody here signs in with this address." in page_of(each).words
        assert "Victor Lund" not in page_of(each).words
