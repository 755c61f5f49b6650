"""Single sign-on, against a provider that runs beside the test as a program of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.build.accounts import can_sign_in, try_to_sign_in
from tests.build.cast import Cast, a_person
from tests.build.kept import kept
from tests.build.provider import CLIENT, SECRET
from tests.build.server import ROOT
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.accounts.services import deactivate_person
from wellrun.config import environment
from wellrun.core.actor import SYSTEM
from wellrun.core.models import AuditRecord
from wellrun.organisations.models import Membership
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import change_membership, invite
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db
RULE = "/organisations/riverside/administration/single-sign-on/"
BEGIN, BACK = "/sign-in/with/trust/", "/sign-in/with/trust/back/"
PRIYA = {"sub": "p-1", "email": "priya@wellrun.example", "email_verified": True, "name": "Priya Nair"}
ZAWADI = {"sub": "z-1", "email": "Zawadi@wellrun.example", "email_verified": True, "name": "زوادي أوكيلو"}
FAULTS = {
    "not signed": {"signed": "not"},
    "signed with the secret": {"signed": "secret"},
    "signed by somebody else": {"signed": "other"},
    "of another provider": {"claims": {"iss": "http://elsewhere.example"}},
    "for another program": {"claims": {"aud": "other"}},
    "for two programs": {"claims": {"aud": [CLIENT, "other"], "azp": "other"}},
    "too old": {"claims": {"exp": 1_700_000_000}},
    "of another attempt": {"claims": {"nonce": "of-another-attempt"}},
    "without a nonce": {"claims": {"nonce": None}},
}
PEOPLE = {
    "priya": PRIYA,
    "renamed": PRIYA | {"email": "somebody.else@wellrun.example"},
    "zawadi": ZAWADI,
    "long": ZAWADI | {"name": "n" * 300},
    "numbered": ZAWADI | {"name": "Zawadi 9434765919"},
    "unseen": ZAWADI | {"name": "\u200d", "preferred_username": "zo"},
    "unconfirmed": ZAWADI | {"email_verified": False},
    **{name: PRIYA | {"fault": fault} for name, fault in FAULTS.items()},
}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    program = [sys.executable, "-m", "tests.build.provider", json.dumps(PEOPLE)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture(autouse=True)
def trust(issuer: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, cast: Cast) -> None:
    """The provider of Riverside, configured as an installation would."""
    configured = {
        "WELLRUN_OIDC": "trust",
        "WELLRUN_OIDC_TRUST_ISSUER": issuer,
        "WELLRUN_OIDC_TRUST_CLIENT_ID": CLIENT,
        "WELLRUN_OIDC_TRUST_SECRET": SECRET,
        "WELLRUN_OIDC_TRUST_NAME": "Riverside account",
        "WELLRUN_OIDC_TRUST_ORGANISATION": cast.riverside.slug,
    }
    for name, value in configured.items():
        monkeypatch.setenv(name, value)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": environment.sign_on_providers()}}


def to_the_provider(client: Client, who: str, *, query: str = "", **given: str) -> str:
    """Press the button, and be somebody there; gives the address that leads back."""
    page = page_of(client.post(BEGIN + query, given))
    address = next(link for link in page.links() if "/authorize" in link)
    answer = requests.get(f"{address}&who={who}", allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    there = urlsplit(answer.headers["Location"])
    return f"{there.path}?{there.query}"


def come_in(client: Client, who: str, **more: str):  # type: ignore[no-untyped-def]
    return client.get(to_the_provider(client, who, **more))


def connected(person: Person) -> Client:
    """A person signs in with their password and connects their sign-on."""
    client = Client()
    try_to_sign_in(client, person.email)
    answer = come_in(client, "priya", query="?process=connect")
    assert answer["Location"] == "/account/"
    return client


@kept
def priya(cast: Cast) -> Person:
    return can_sign_in(cast.member)


def test_a_connected_person_comes_in_and_goes_on(priya: Person) -> None:
    connected(priya)
    client = Client()
    assert "Sign in with Riverside account" in page_of(client.get("/sign-in/")).words
    assert come_in(client, "priya", next="/measures/")["Location"] == "/measures/"
    assert "You are Priya Nair." in page_of(client.get("/measures/")).words
    assert AuditRecord.objects.filter(action="person.sign_on_connected", actor_id=priya.pk).exists()


def test_who_it_is_depends_on_the_subject_and_never_on_the_address(priya: Person) -> None:
    connected(priya)
    client = Client()
    assert come_in(client, "renamed")["Location"] == "/"
    priya.refresh_from_db()
    assert priya.email == "priya@wellrun.example"


def test_an_address_that_is_known_is_not_connected_by_itself(priya: Person) -> None:
    client = Client()
    answer = come_in(client, "priya")
    assert answer["Location"] == "/sign-in/?refused=known"
    assert "connect the other service under Your account" in page_of(client.get(answer["Location"])).words
    assert client.get("/").status_code == 303
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("fault", FAULTS)
def test_what_no_provider_may_send_lets_nobody_in(priya: Person, fault: str) -> None:
    connected(priya)
    client = Client()
    assert come_in(client, fault)["Location"] == "/sign-in/?refused=failed"
    assert client.get("/").status_code == 303


def test_an_answer_works_once_and_in_the_browser_that_asked(priya: Person) -> None:
    connected(priya)
    asked, other = Client(), Client()
    back = to_the_provider(asked, "priya")
    assert other.get(back)["Location"] == "/sign-in/?refused=failed"
    assert asked.get(back)["Location"] == "/"
    asked.post("/sign-in/out/")
    assert asked.get(back)["Location"] == "/sign-in/?refused=failed"


def test_a_changed_state_or_a_cancelled_sign_in_leads_back(priya: Person) -> None:
    client = Client()
    back = to_the_provider(client, "priya")
    assert client.get(back.replace("state=", "state=x"))["Location"] == "/sign-in/?refused=failed"
    assert come_in(client, "cancel")["Location"] == "/sign-in/?refused=failed"
    assert client.get(BACK)["Location"] == "/sign-in/?refused=failed"


def test_an_account_at_the_provider_alone_is_no_account_here() -> None:
    assert come_in(Client(), "zawadi")["Location"] == "/sign-in/?refused=stranger"
    assert not Person.objects.filter(email="zawadi@wellrun.example").exists()


def invited(cast: Cast, organisation: object) -> str:
    ruth = a_person("Ruth Achieng", cast.riverside, cast.hillside, role=Role.ADMINISTRATOR)
    unit = root_of(organisation.pk)  # type: ignore[attr-defined]
    _row, token = invite(actor=ruth, unit=unit, email="zawadi@wellrun.example", now=timezone.now())
    return f"/invitation/{token}/"


def test_an_invited_person_joins_without_a_password(cast: Cast) -> None:
    link, client = invited(cast, cast.riverside), Client()
    assert "Join with Riverside account" in page_of(client.get(link)).words
    assert come_in(client, "zawadi", next=link)["Location"] == "/"
    assert "You are زوادي أوكيلو." in page_of(client.get("/")).words
    person = Person.objects.get(email="zawadi@wellrun.example")
    assert not person.has_usable_password()
    assert actor_for(person).belongs_to(cast.riverside.pk)
    assert client.get(link).status_code == 404
    assert come_in(Client(), "zawadi")["Location"] == "/"


@pytest.mark.parametrize(("who", "reason"), [("unconfirmed", "unconfirmed"), ("priya", "unconfirmed")])
def test_an_invitation_needs_the_address_confirmed_by_the_provider(cast: Cast, who: str, reason: str) -> None:
    answer = come_in(Client(), who, next=invited(cast, cast.riverside))
    assert answer["Location"] == f"/sign-in/?refused={reason}"
    assert not SocialAccount.objects.exists()


def test_a_provider_speaks_for_its_own_organisation_alone(cast: Cast, priya: Person) -> None:
    answer = come_in(Client(), "zawadi", next=invited(cast, cast.hillside))
    assert answer["Location"] == "/sign-in/?refused=elsewhere"
    connected(priya)
    priya.memberships.update(unit=root_of(cast.hillside.pk))
    client = Client()
    assert come_in(client, "priya")["Location"] == "/sign-in/?refused=elsewhere"
    assert client.get("/").status_code == 303
    victor, other = can_sign_in(cast.viewer), Client()
    try_to_sign_in(other, victor.email)
    assert come_in(other, "zawadi", query="?process=connect")["Location"] == "/account/?refused=elsewhere"


def test_a_sign_on_belongs_to_one_person(cast: Cast, priya: Person) -> None:
    connected(priya)
    amina, client = can_sign_in(cast.owner), Client()
    try_to_sign_in(client, amina.email)
    assert come_in(client, "priya", query="?process=connect")["Location"] == "/account/?refused=taken"
    assert SocialAccount.objects.get().user == priya


def test_a_closed_account_does_not_open_through_another_service(priya: Person) -> None:
    connected(priya)
    Person.objects.filter(pk=priya.pk).update(is_active=False)
    client = Client()
    assert come_in(client, "priya")["Location"] in {"/sign-in/closed/", "/sign-in/?refused=elsewhere"}
    assert client.get("/").status_code == 303


def test_nothing_but_the_subject_is_kept(priya: Person) -> None:
    connected(priya)
    come_in(Client(), "priya")
    assert SocialAccount.objects.get().extra_data == {}
    assert not SocialToken.objects.exists()


def test_a_sign_on_is_disconnected_but_not_the_last_way_in(cast: Cast, priya: Person) -> None:
    client = connected(priya)
    row = SocialAccount.objects.get()
    other = Client()
    try_to_sign_in(other, can_sign_in(cast.owner).email)
    assert other.post(f"/account/sign-on/{row.pk}/disconnect/").status_code == 404
    assert client.post(f"/account/sign-on/{row.pk}/disconnect/")["Location"] == "/account/"
    assert not SocialAccount.objects.exists()
    come_in(joined := Client(), "zawadi", next=invited(cast, cast.riverside))
    row = SocialAccount.objects.get()
    assert joined.post(f"/account/sign-on/{row.pk}/disconnect/")["Location"] == "/account/password/first/"
    assert SocialAccount.objects.exists()


def test_a_provider_that_does_not_answer_or_does_not_exist(settings: Settings) -> None:
    assert Client().post("/sign-in/with/nobody/").status_code == 404
    assert Client().get("/sign-in/with/nobody/back/").status_code == 404
    apps = environment.sign_on_providers()
    apps[0]["settings"]["server_url"] = "http://127.0.0.1:9"
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}
    assert Client().post(BEGIN)["Location"] == "/sign-in/?refused=failed"


def test_the_service_lets_nobody_in_whose_sign_in_has_ended(priya: Person) -> None:
    connected(priya)
    deactivate_person(actor=SYSTEM, person=priya, now=timezone.now())
    client = Client()
    come_in(client, "priya")
    assert client.get("/").status_code == 303
    assert "_auth_user_id" not in client.session


def required(cast: Cast) -> Client:
    """Riverside requires its own service; gives the browser of the administrator who made it so."""
    ruth = can_sign_in(a_person("Ruth Achieng", cast.riverside, role=Role.ADMINISTRATOR))
    browser = signed_in(actor_for(ruth))
    assert browser.post(RULE, {"required": "yes"}).status_code == 303
    return browser


def test_people_are_signed_out_and_led_to_the_service_that_is_required(cast: Cast, priya: Person) -> None:
    before = signed_in(cast.member)
    administrator = required(cast)
    assert before.get("/measures/").status_code == 303, "the session has ended"
    assert administrator.get(RULE).status_code == 200, "somebody can take it back"
    client = Client()
    try_to_sign_in(client, priya.email)
    for address in ("/", "/measures/", "/projects/"):
        assert client.get(address)["Location"] == "/account/sign-on/"
    hurried = client.get("/", headers={"HX-Request": "true"})
    assert hurried["HX-Redirect"] == "/account/sign-on/"
    page = page_of(client.get("/account/sign-on/"))
    assert "Riverside asks its people to sign in with Riverside account." in page.words
    assert "this connects it to your account, once" in page.words
    assert client.post("/account/sign-on/").status_code == 200, "a post alone opens nothing"
    assert client.get("/").status_code == 303
    assert come_in(client, "priya", query="?process=connect")["Location"] == "/account/"
    assert client.get("/measures/").status_code == 200


def test_who_has_connected_it_comes_in_by_it_alone(cast: Cast, priya: Person) -> None:
    connected(priya)
    required(cast)
    with_password, with_service = Client(), Client()
    try_to_sign_in(with_password, priya.email)
    assert with_password.get("/")["Location"] == "/account/sign-on/"
    assert come_in(with_service, "priya")["Location"] == "/"
    assert with_service.get("/measures/").status_code == 200
    assert come_in(with_password, "priya", query="?process=login")["Location"] == "/"
    assert with_password.get("/measures/").status_code == 200


def test_people_of_others_are_asked_for_nothing(cast: Cast) -> None:
    required(cast)
    client, victor = Client(), can_sign_in(cast.viewer)
    try_to_sign_in(client, victor.email)
    assert client.get("/measures/").status_code == 200


def test_who_joins_by_an_invitation_uses_the_service_next(cast: Cast) -> None:
    required(cast)
    ruth, victor = Person.objects.get(name="Ruth Achieng"), can_sign_in(cast.viewer)
    unit, client = root_of(cast.riverside.pk), Client()
    for answer in ("/invitation/{token}/", "/invitations/{id}/answer/"):
        try_to_sign_in(client, victor.email)
        row, token = invite(actor=actor_for(ruth), unit=unit, email=victor.email, now=timezone.now())
        assert client.post(answer.format(token=token, id=row.pk), {"answer": "yes"}).status_code == 303
        assert client.get("/measures/")["Location"] == "/account/sign-on/", answer
        victor.memberships.filter(unit=unit).delete()
        client = Client()


def test_an_administrator_who_is_one_no_longer_signs_in_as_others_do(cast: Cast) -> None:
    required(cast)
    lena = a_person("Lena Fox", cast.riverside, role=Role.ADMINISTRATOR)
    browser = signed_in(lena)
    held = Membership.objects.get(person_id=lena.id)
    told = {"role": Role.LEADER, "perspective": held.perspective, "now": timezone.now()}
    change_membership(actor=SYSTEM, membership=held, **told)
    assert browser.get("/measures/")["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(("who", "name"), [("long", "n" * 200), ("numbered", "Zawadi"), ("unseen", "zo")])
def test_a_name_that_cannot_be_kept_keeps_nobody_out(cast: Cast, who: str, name: str) -> None:
    client = Client()
    assert come_in(client, who, next=invited(cast, cast.riverside))["Location"] == "/"
    assert Person.objects.get(email="zawadi@wellrun.example").name == name


def test_when_it_is_no_longer_required_people_go_on(cast: Cast, priya: Person) -> None:
    administrator = required(cast)
    client = Client()
    try_to_sign_in(client, priya.email)
    assert client.get("/").status_code == 303
    assert administrator.post(RULE, {"required": "no"}).status_code == 303
    assert "Nothing more is asked of you." in page_of(client.get("/account/sign-on/")).words
    assert client.post("/account/sign-on/")["Location"] == "/"
    assert client.get("/measures/").status_code == 200


def test_the_page_tells_what_is_set_up_and_used(cast: Cast, priya: Person, issuer: str) -> None:
    ruth = signed_in(a_person("Ruth Achieng", cast.riverside, role=Role.ADMINISTRATOR))
    said = f"Riverside account {issuer} Whose people Riverside Connected people"
    assert f"{said} 0 people Last used not yet" in page_of(ruth.get(RULE)).words
    connected(priya)
    words = page_of(ruth.get(RULE)).words
    assert f"{said} 1 person Last used {timezone.localdate().day} " in words


def test_nobody_is_locked_out_by_the_rule(cast: Cast, settings: Settings) -> None:
    ruth = a_person("Ruth Achieng", cast.riverside, role=Role.ADMINISTRATOR)
    browser = signed_in(ruth)
    refused = browser.post(RULE, {"required": "yes"})
    assert refused.status_code == 422, "no administrator has a password"
    assert "No administrator could come in" in page_of(refused).words
    can_sign_in(ruth)
    browser = signed_in(ruth)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert "No service is set up for Riverside" in page_of(browser.post(RULE, {"required": "yes"})).words
    cast.riverside.refresh_from_db()
    assert not cast.riverside.requires_sign_on
    assert signed_in(cast.member).post(RULE, {"required": "yes"}).status_code == 404
