"""A password, a forgotten password, limits, and what strangers can find out: nothing."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.build.accounts import PASSWORD, can_sign_in, link_in_letter, try_to_sign_in
from tests.build.cast import Cast
from tests.build.kept import kept
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Letter, Person, Remembered
from wellrun.accounts.queries import confirmed_address
from wellrun.accounts.services import add_person, deactivate_person
from wellrun.accounts.tasks import deliver
from wellrun.config import settings as production
from wellrun.config.passwords import Argon2
from wellrun.core.actor import SYSTEM
from wellrun.core.models import AuditRecord

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Client:
    return Client(HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0")


@kept
def priya(cast: Cast) -> Person:
    return can_sign_in(cast.member)


def actions() -> list[str]:
    return list(AuditRecord.objects.filter(part="sign-in").values_list("action", flat=True))


@pytest.mark.parametrize(
    "email", ["priya@wellrun.example", " Priya@WELLRUN.example ", "ｐriya@wellrun.example"]
)
def test_the_right_password_leads_to_where_somebody_was_going(
    visitor: Client, priya: Person, email: str
) -> None:
    answer = try_to_sign_in(visitor, email, next="/measures/?q=falls")
    assert (answer.status_code, answer["Location"]) == (302, "/measures/?q=falls")
    assert "You are Priya Nair." in page_of(visitor.get("/measures/")).words
    assert actions() == ["person.signed_in"]


@pytest.mark.parametrize(
    "bad",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"],
)
def test_signing_in_leads_to_no_other_site(visitor: Client, priya: Person, bad: str) -> None:
    assert try_to_sign_in(visitor, priya.email, next=bad)["Location"] == "/"


def test_a_wrong_password_and_a_wrong_address_are_told_apart_by_nobody(
    visitor: Client, priya: Person
) -> None:
    wrong = page_of(try_to_sign_in(visitor, priya.email, "something else 99"))
    nobody = page_of(try_to_sign_in(visitor, "nobody@wellrun.example", "something else 99"))
    assert wrong.words == nobody.words
    assert "do not go together" in wrong.words
    assert PASSWORD not in wrong.words


def test_both_take_the_same_work(visitor: Client, priya: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth.hashers import Argon2PasswordHasher

    hashed: list[str] = []
    encode, verify = Argon2PasswordHasher.encode, Argon2PasswordHasher.verify
    monkeypatch.setattr(Argon2PasswordHasher, "encode", lambda *a: hashed.append("made") or encode(*a))
    monkeypatch.setattr(Argon2PasswordHasher, "verify", lambda *a: hashed.append("checked") or verify(*a))
    try_to_sign_in(visitor, priya.email, "something else 99")
    try_to_sign_in(visitor, "nobody@wellrun.example", "something else 99")
    assert hashed == ["checked", "made"]


def test_a_failed_sign_in_is_noted_without_the_address(visitor: Client, priya: Person) -> None:
    for email in (priya.email, priya.email.upper(), "nobody@wellrun.example"):
        try_to_sign_in(visitor, email, "something else 99")
    records = list(AuditRecord.objects.filter(action="person.sign_in_failed"))
    marks = [record.after["address"] for record in records]
    assert marks[0] == marks[1] != marks[2]
    assert "priya" not in str([(record.after, record.actor_name, record.thing_id) for record in records])


def test_guessing_is_stopped_by_a_count_that_every_process_sees(visitor: Client, priya: Person) -> None:
    for attempt in range(5):
        try_to_sign_in(visitor, priya.email, f"something else {attempt}")
    assert Remembered.objects.exists()
    other = Client(REMOTE_ADDR="198.51.100.7")
    told = page_of(try_to_sign_in(other, priya.email))
    assert "Wait five minutes" in told.words
    assert other.get("/").status_code == 303


def test_many_attempts_from_one_place_are_answered_with_a_page_of_ours(
    visitor: Client, settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "3/m/ip"}
    answers = [try_to_sign_in(visitor, f"nobody{number}@wellrun.example", "") for number in range(4)]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 429]
    assert page_of(answers[-1]).title == "That was tried too often · Wellrun"


def test_a_forgotten_password_gets_the_same_answer_for_every_address(visitor: Client, priya: Person) -> None:
    known = visitor.post("/sign-in/forgotten/", {"email": priya.email})
    unknown = visitor.post("/sign-in/forgotten/", {"email": "nobody@wellrun.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.to for letter in Letter.objects.order_by("pk")] == [priya.email, ""]
    for letter in Letter.objects.all():
        deliver.func(letter.pk)
    assert [each.to for each in mail.outbox] == [[priya.email]]


def test_a_new_password_by_letter_works_once_and_signs_other_devices_out(
    visitor: Client, priya: Person
) -> None:
    elsewhere = Client()
    try_to_sign_in(elsewhere, priya.email)
    visitor.post("/sign-in/forgotten/", {"email": "PRIYA@wellrun.example"})
    link = link_in_letter(priya.email)
    form = visitor.get(link)["Location"]
    assert "priya" not in link
    assert visitor.post(form, {"password1": "short"}).status_code == 422
    assert visitor.post(form, {"password1": "three green umbrellas"})["Location"] == "/sign-in/?renewed"
    assert elsewhere.get("/").status_code == 303
    assert "This link was used" in page_of(Client().get(link)).words
    assert try_to_sign_in(visitor, priya.email, "three green umbrellas").status_code == 302
    assert "person.password_changed" in actions()


@pytest.mark.parametrize(
    ("password", "why"),
    [("short", "12 characters"), ("password1234", "too common"), ("qwertyuiop12", "common")],
)
def test_passwords_are_judged_by_length_and_by_how_common_they_are(
    visitor: Client, priya: Person, password: str, why: str
) -> None:
    try_to_sign_in(visitor, priya.email)
    page = page_of(visitor.post("/account/password/", {"oldpassword": PASSWORD, "password1": password}))
    assert why in page.words


def test_passwords_are_kept_as_argon2id() -> None:
    """With the memory that OWASP asks for. Tests use less, so the product's own settings are read."""
    assert production.PASSWORD_HASHERS[0] == "wellrun.config.passwords.Argon2"
    assert Argon2().encode(PASSWORD, "a-salt-of-its-own").startswith("argon2$argon2id$v=19$m=47104,t=1,p=1$")


def test_a_changed_password_keeps_this_device_and_signs_the_others_out(
    visitor: Client, priya: Person
) -> None:
    elsewhere = Client()
    for each in (visitor, elsewhere):
        try_to_sign_in(each, priya.email)
    given = {"oldpassword": PASSWORD, "password1": "three green umbrellas"}
    assert visitor.post("/account/password/", given)["Location"] == "/account/"
    assert visitor.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 303
    letter = Letter.objects.get(to=priya.email)
    assert letter.subject == "Your password for Wellrun was changed"


def test_an_address_that_is_not_confirmed_opens_nothing_until_it_is(visitor: Client, priya: Person) -> None:
    priya.emailaddress_set.update(verified=False)
    assert try_to_sign_in(visitor, priya.email)["Location"] == "/sign-in/confirm/"
    assert visitor.get("/").status_code == 303
    link = link_in_letter(priya.email)
    visitor.get(link)
    assert not priya.emailaddress_set.get().verified  # opening it alone changes nothing
    visitor.post(link)
    assert try_to_sign_in(Client(), priya.email)["Location"] == "/"


def test_a_new_address_counts_once_its_letter_was_opened(visitor: Client, priya: Person) -> None:
    try_to_sign_in(visitor, priya.email)
    answer = visitor.post("/account/address/", {"action_add": "1", "email": "Priya.Nair@Wellrun.example"})
    priya.refresh_from_db()
    assert priya.email == "priya@wellrun.example"
    assert "a link is on its way there" in page_of(visitor.get(answer["Location"])).words
    assert visitor.post(link_in_letter("priya.nair@wellrun.example"))["Location"] == "/account/"
    priya.refresh_from_db()
    assert priya.email == "priya.nair@wellrun.example"
    assert try_to_sign_in(Client(), "priya.nair@wellrun.example").status_code == 302
    told = Letter.objects.get(to="priya@wellrun.example")
    assert told.subject == "Your e-mail address for Wellrun was changed"


def test_an_address_of_somebody_else_is_never_taken_over(visitor: Client, priya: Person, cast: Cast) -> None:
    other = can_sign_in(cast.owner)
    try_to_sign_in(visitor, priya.email)
    visitor.post("/account/address/", {"action_add": "1", "email": other.email.upper()})
    priya.refresh_from_db()
    assert priya.email == "priya@wellrun.example"
    assert not Letter.objects.filter(to=other.email, text__contains="/sign-in/confirm/").exists()


def asked_for(visitor: Client, address: str) -> str:
    visitor.post("/account/address/", {"action_add": "1", "email": address})
    return link_in_letter(address)


def test_an_address_that_became_somebodys_meanwhile_is_not_confirmed_and_nothing_is_half_done(
    visitor: Client, priya: Person
) -> None:
    try_to_sign_in(visitor, priya.email)
    link = asked_for(visitor, "priya.nair@wellrun.example")
    add_person(actor=SYSTEM, email="priya.nair@wellrun.example", name="Another", now=timezone.now())
    answer = visitor.post(link)
    assert answer.status_code == 409
    assert "belongs to another account by now" in page_of(answer).words
    assert confirmed_address(priya.pk) == "priya@wellrun.example"
    assert try_to_sign_in(Client(), "priya@wellrun.example")["Location"] == "/"


def test_a_link_confirms_the_address_that_it_was_sent_to_and_once(visitor: Client, priya: Person) -> None:
    try_to_sign_in(visitor, priya.email)
    first = asked_for(visitor, "mine@wellrun.example")
    second = asked_for(visitor, "of.another@wellrun.example")
    assert visitor.post(first).status_code == 404, "it was not sent to the second address"
    assert confirmed_address(priya.pk) == "priya@wellrun.example"
    assert visitor.post(second)["Location"] == "/account/"
    answer = visitor.post(second)
    assert "This link was used, or is too old" in page_of(answer).words
    assert answer.status_code == 404


def test_opening_a_link_of_somebody_else_signs_nobody_out(visitor: Client, priya: Person, cast: Cast) -> None:
    try_to_sign_in(visitor, priya.email)
    link = asked_for(visitor, "priya.nair@wellrun.example")
    other = signed_in(cast.owner)
    assert other.get(link).status_code == 200
    assert other.get("/measures/").status_code == 200


def test_a_new_address_is_refused_in_words_and_no_other_way_is_taken(visitor: Client, priya: Person) -> None:
    try_to_sign_in(visitor, priya.email)
    answer = visitor.post("/account/address/", {"action_add": "1", "email": "рriya@wellrun.example"})
    assert answer.status_code == 422
    page = page_of(answer)
    assert "Use an e-mail address with letters from a to z before the @." in page.words
    assert page.form("")["email"] == "рriya@wellrun.example"
    for other in ("action_remove", "action_primary", "action_send"):
        visitor.post("/account/address/", {other: "1", "email": priya.email})
    assert confirmed_address(priya.pk) == priya.email


def test_a_letter_goes_to_the_address_that_is_kept_and_leads_to_this_installation(
    visitor: Client, priya: Person, settings: Settings
) -> None:
    """Mail servers would read “straße” as another domain, and a request may call the host anything."""
    settings.ALLOWED_HOSTS = ["*"]
    priya.emailaddress_set.update(email="priya@xn--strae-oqa.example")
    Person.objects.filter(pk=priya.pk).update(email="priya@xn--strae-oqa.example")
    visitor.post(
        "/sign-in/forgotten/", {"email": "Priya@Straße.example"}, headers={"Host": "evil.example:81"}
    )
    (letter,) = Letter.objects.all()
    assert letter.to == "priya@xn--strae-oqa.example"
    assert f"{settings.PUBLIC_ADDRESS}/sign-in/new-password/" in letter.text
    assert "evil" not in letter.text


def test_a_closed_account_is_out_with_its_next_request_everywhere(visitor: Client, priya: Person) -> None:
    elsewhere = Client()
    for each in (visitor, elsewhere):
        try_to_sign_in(each, priya.email)
    deactivate_person(actor=SYSTEM, person=priya, now=timezone.now())
    for each in (visitor, elsewhere):
        assert each.get("/").status_code == 303
    assert try_to_sign_in(visitor, priya.email)["Location"] == "/sign-in/closed/"
    assert visitor.get("/").status_code == 303
    assert AuditRecord.objects.filter(action="person.deactivated", thing_id=priya.pk).exists()


def test_no_line_of_a_letter_can_be_slipped_in(visitor: Client, priya: Person) -> None:
    for bad in ("priya@wellrun.example\r\nBcc: x@elsewhere.example", "priya@wellrun.example%0aBcc:x"):
        visitor.post("/sign-in/forgotten/", {"email": bad})
    assert not Letter.objects.exists()


def test_a_letter_leaves_in_the_background_and_is_forgotten(visitor: Client, priya: Person) -> None:
    visitor.post("/sign-in/forgotten/", {"email": priya.email})
    (waiting,) = DBTaskResult.objects.filter(task_path="wellrun.accounts.tasks.deliver")
    assert "new-password" not in str(waiting.args_kwargs)
    letter = Letter.objects.get()
    assert deliver.func(letter.pk) is True
    assert deliver.func(letter.pk) is False
    assert [(each.to, each.subject) for each in mail.outbox] == [
        ([priya.email], "Choose a new password for Wellrun")
    ]
    assert not Letter.objects.exists()


def test_a_session_ends_unused_and_in_any_case(visitor: Client, priya: Person, settings: Settings) -> None:
    try_to_sign_in(visitor, priya.email)
    for key, longest in (
        ("seen_at", settings.SESSION_ENDS_UNUSED),
        ("signed_in_at", settings.SESSION_ENDS_ALWAYS),
    ):
        session = visitor.session
        kept = session[key]
        session[key] = (timezone.now() - longest + timedelta(minutes=1)).timestamp()
        session.save()
        assert visitor.get("/").status_code == 200
        session = visitor.session
        session[key] = (timezone.now() - longest - timedelta(seconds=1)).timestamp()
        session.save()
        assert visitor.get("/").status_code == 303
        assert try_to_sign_in(visitor, priya.email).status_code == 302
        assert kept


def test_devices_are_listed_and_signed_out(visitor: Client, priya: Person) -> None:
    phone = Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1")
    for each in (visitor, phone):
        try_to_sign_in(each, priya.email)
    page = page_of(visitor.get("/account/"))
    assert "Firefox on Windows" in page.words
    assert "Safari on iPhone" in page.words
    key = next(each["value"] for each in page.all("button") if each.get("name") == "device")
    assert key not in {visitor.session.session_key, phone.session.session_key}
    visitor.post("/account/devices/end/", {"device": key})
    assert phone.get("/").status_code == 303
    assert visitor.get("/").status_code == 200
    assert AuditRecord.objects.filter(action="person.session_ended", actor_id=priya.pk).exists()


def test_nobody_signs_out_somebody_elses_device(visitor: Client, priya: Person, cast: Cast) -> None:
    other = Client()
    try_to_sign_in(other, can_sign_in(cast.owner).email)
    key = next(
        (
            each["value"]
            for each in page_of(other.get("/account/")).all("button")
            if each.get("name") == "device"
        ),
        "others",
    )
    try_to_sign_in(visitor, priya.email)
    visitor.post("/account/devices/end/", {"device": key})
    assert other.get("/").status_code == 200


def test_signing_out_is_noted(visitor: Client, priya: Person) -> None:
    try_to_sign_in(visitor, priya.email)
    visitor.post("/sign-in/out/")
    assert actions() == ["person.signed_in", "person.signed_out"]
    assert visitor.get("/").status_code == 303
