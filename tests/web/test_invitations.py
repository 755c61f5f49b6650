"""Invitations: one address, one unit, one role, one use; and the first administrator of all."""

from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.build.accounts import PASSWORD, can_sign_in, link_in_letter, try_to_sign_in
from tests.build.cast import Cast, a_person, a_person_on, a_unit
from tests.build.kept import kept
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.access import actor_for
from wellrun.accounts.models import Letter, Person
from wellrun.core import first_key
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.organisations.models import Invitation, Membership, Organisation, Unit
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import accept_invitation, end_sign_in, invite, join_by_invitation
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db
ZAWADI = "zawadi@wellrun.example"


@kept
def ruth(cast: Cast) -> Actor:
    return a_person("Ruth Achieng", cast.riverside, role=Role.ADMINISTRATOR)


@kept
def ward(cast: Cast) -> Unit:
    return a_unit(cast.riverside)


def test_an_invitation_is_sent_opened_and_used_once(ruth: Actor, ward: Unit, settings: Settings) -> None:
    given = {"email": "Zawadi@Wellrun.example", "unit": ward.pk, "role": "coach", "perspective": "carer"}
    settings.ALLOWED_HOSTS = ["*"]
    answer = signed_in(ruth).post("/invitations/", given, headers={"Host": "evil.example"})
    assert answer["Location"] == "/invitations/?sent=1"
    letter = Letter.objects.get(to=ZAWADI)
    assert letter.subject == "Join Riverside on Wellrun"
    assert (
        "Ruth Achieng invites you to join Alder Ward at Riverside. Your role: Improvement coach."
        in letter.text
    )
    assert f"{settings.PUBLIC_ADDRESS}/invitation/" in letter.text
    link = link_in_letter(ZAWADI)
    visitor = Client()
    page = page_of(visitor.get(link))
    assert "You will sign in with zawadi@wellrun.example." in page.words
    assert not Person.objects.filter(email=ZAWADI).exists()
    answer = visitor.post(link, {"name": "زوادي", "password": "short"})
    assert answer.status_code == 422
    assert page_of(answer).errors()
    assert page_of(answer).form("")["name"] == "زوادي"
    answer = visitor.post(link, {"name": "زوادي أوكيلو", "password": PASSWORD, "role": "administrator"})
    assert answer["Location"] == "/"
    assert "You are زوادي أوكيلو." in page_of(visitor.get("/")).words
    held = Membership.objects.get(person__email=ZAWADI)
    assert (held.unit, held.role, held.perspective) == (ward, "coach", "carer")
    again = Client()
    assert (
        again.get(link).status_code
        == again.post(link, {"name": "X", "password": PASSWORD}).status_code
        == 404
    )
    assert try_to_sign_in(Client(), ZAWADI)["Location"] == "/"
    noted = AuditRecord.objects.filter(thing="invitation")
    assert [record.action for record in noted] == ["invitation.made", "invitation.used"]
    assert ZAWADI not in str([(record.before, record.after) for record in noted])


def test_the_words_of_the_link_are_not_in_the_database(ruth: Actor, ward: Unit) -> None:
    row, token = invite(actor=ruth, unit=ward, email=ZAWADI, now=timezone.now())
    row.refresh_from_db()
    assert token not in str(vars(row))


def old(row: Invitation, _ruth: Actor) -> None:
    Invitation.objects.filter(pk=row.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def taken_back(row: Invitation, ruth: Actor) -> None:
    signed_in(ruth).post(f"/invitations/{row.pk}/withdraw/")


def made_anew(row: Invitation, ruth: Actor) -> None:
    invite(actor=ruth, unit=row.unit, email=row.email, now=timezone.now())


def ward_closed(row: Invitation, _ruth: Actor) -> None:
    Unit.objects.filter(pk=row.unit_id).update(is_closed=True)


@pytest.mark.parametrize("spoiled", [old, taken_back, made_anew, ward_closed], ids=lambda each: each.__name__)
def test_an_invitation_that_is_over_opens_nothing(ruth: Actor, ward: Unit, spoiled: object) -> None:
    row, token = invite(actor=ruth, unit=ward, email=ZAWADI, now=timezone.now())
    spoiled(row, ruth)  # type: ignore[operator]
    link = f"/invitation/{token}/"
    assert Client().get(link).status_code == 404
    assert Client().post(link, {"name": "Z", "password": PASSWORD}).status_code == 404
    with pytest.raises(Refused), transaction.atomic():
        join_by_invitation(token=token, name="Z", password=PASSWORD, now=timezone.now())
    assert not Person.objects.filter(email=ZAWADI).exists()


def test_somebody_with_an_account_adds_the_role_to_it(ruth: Actor, ward: Unit, cast: Cast) -> None:
    victor = can_sign_in(cast.viewer)
    _row, token = invite(actor=ruth, unit=ward, email=victor.email, now=timezone.now())
    link, client = f"/invitation/{token}/", Client()
    assert client.get(link)["Location"] == f"/sign-in/?next={link}"
    try_to_sign_in(client, victor.email)
    assert "You are Victor Lund." in page_of(client.get(link)).words
    assert client.post(link)["Location"] == "/"
    assert actor_for(victor).belongs_to(cast.riverside.pk)


def test_an_invitation_of_somebody_else_is_no_use(ruth: Actor, ward: Unit, cast: Cast) -> None:
    victor = can_sign_in(cast.viewer)
    _row, token = invite(actor=ruth, unit=ward, email=ZAWADI, now=timezone.now())
    client = Client()
    try_to_sign_in(client, victor.email)
    words = page_of(client.get(f"/invitation/{token}/")).words
    assert "You are Victor Lund, and your address is victor@wellrun.example." in words
    assert "Sign out, and let them open the link again." in words
    answer = client.post(f"/invitation/{token}/")
    assert answer.status_code == 409
    assert "This invitation is for another address." in page_of(answer).words
    assert not actor_for(victor).belongs_to(cast.riverside.pk)
    EmailAddress.objects.filter(user=victor).update(verified=False, email=ZAWADI)
    with pytest.raises(Refused):
        accept_invitation(actor=cast.viewer, token=token, email="", now=timezone.now())


def test_only_administrators_invite_and_only_to_what_they_look_after(cast: Cast, ward: Unit) -> None:
    other = a_unit(cast.riverside, "Birch Ward")
    local = a_person_on("Lena Fox", ward, role=Role.ADMINISTRATOR)
    for unit in (other, root_of(cast.riverside.pk), root_of(cast.hillside.pk)):
        with pytest.raises(NotAllowed):
            invite(actor=local, unit=unit, email=ZAWADI, now=timezone.now())
        page = page_of(
            signed_in(local).post("/invitations/", {"email": ZAWADI, "unit": unit.pk, "role": "member"})
        )
        assert page.errors()
    assert not Invitation.objects.exists()
    for stranger in (cast.member, cast.viewer):
        assert signed_in(stranger).get("/invitations/").status_code == 404


def test_an_invitation_of_another_organisation_does_not_exist(ruth: Actor, cast: Cast) -> None:
    hill = a_person("Hanna Wolf", cast.hillside, role=Role.ADMINISTRATOR)
    row, _token = invite(actor=hill, unit=root_of(cast.hillside.pk), email=ZAWADI, now=timezone.now())
    client = signed_in(ruth)
    assert client.post(f"/invitations/{row.pk}/withdraw/").status_code == 404
    assert client.post("/invitations/999999/withdraw/").status_code == 404
    assert ZAWADI not in page_of(client.get("/invitations/")).words
    assert "zawadi@wellrun.example" in page_of(signed_in(hill).get("/invitations/")).words


def test_ending_a_sign_in_needs_every_organisation_and_keeps_an_administrator(
    ruth: Actor, cast: Cast
) -> None:
    both = Person.objects.get(pk=a_person("Mina Berg", cast.riverside, cast.hillside).id)
    with pytest.raises(NotAllowed):
        end_sign_in(actor=ruth, person=both, now=timezone.now())
    with pytest.raises(Refused, match="would have no administrator"):
        end_sign_in(actor=ruth, person=Person.objects.get(pk=ruth.id), now=timezone.now())
    priya = Person.objects.get(pk=cast.member.id)
    end_sign_in(actor=ruth, person=priya, reason="Left", now=timezone.now())
    priya.refresh_from_db()
    assert not priya.is_active
    record = AuditRecord.objects.get(action="person.deactivated")
    assert (record.actor_id, record.reason) == (ruth.id, "Left")


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh installation's data folder."""
    monkeypatch.setenv("WELLRUN_DATA", str(tmp_path))
    return tmp_path


FIRST = {
    "organisation": "مستشفى النهر",
    "name": "Ruth Achieng",
    "email": "ruth@wellrun.example",
    "password": PASSWORD,
}


def test_the_first_administrator_sets_wellrun_up_once(empty: Path) -> None:
    link, client = f"/set-up/{first_key.make(empty)}/", Client()
    assert client.get("/set-up/wrong/").status_code == 404
    assert page_of(client.post(link, FIRST | {"email": "no address"})).errors()
    assert client.post(link, FIRST)["Location"] == "/"
    assert Organisation.objects.get().name == "مستشفى النهر"
    ruth = Person.objects.get()
    assert Role.ADMINISTRATOR in {grant.role for grant in actor_for(ruth).grants}
    assert client.get("/")["Location"] == "/account/?first=1"
    assert Client().get(link).status_code == Client().post(link, FIRST).status_code == 404
    assert list(empty.glob("set-up*")) == []


def test_nobody_sets_up_what_is_set_up(empty: Path, cast: Cast) -> None:
    link = f"/set-up/{first_key.make(empty)}/"
    assert Client().get(link).status_code == 404
    assert Client().post(link, FIRST).status_code == 404


def test_of_two_with_the_key_one_gets_in(empty: Path) -> None:
    key = first_key.make(empty)
    assert first_key.make(empty) == key
    assert (empty / "set-up-key").stat().st_mode & 0o077 == 0
    assert [first_key.take(empty, key), first_key.take(empty, key)] == [True, False]
    first_key.put_back(empty)
    assert first_key.fits(empty, key)


def test_without_a_mail_server_the_page_says_where_letters_are(ruth: Actor, settings: Settings) -> None:
    settings.EMAIL_FILE_PATH = "somewhere"
    assert "a file in the folder “outbox”" in page_of(signed_in(ruth).get("/invitations/?sent=1")).words


def test_in_the_demo_world_nobody_is_invited_and_nobody_changes_a_sign_in(ruth: Actor, ward: Unit) -> None:
    Person.objects.update(is_demo=True)
    client = signed_in(ruth)
    given = {"email": ZAWADI, "unit": ward.pk, "role": "member", "perspective": "staff"}
    assert "In the demo world nobody is invited" in page_of(client.post("/invitations/", given)).words
    assert not Invitation.objects.exists()
    for address in ("/account/password/", "/account/address/", "/account/app/", "/account/passkeys/add/"):
        assert client.post(address)["Location"] == "/account/?refused=demo"
    assert "for everybody" in page_of(client.get("/account/?refused=demo")).words
    assert not Letter.objects.exists()
