"""Signing in with a real browser: a password, an app, a passkey from Chromium's own authenticator."""

import re

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import findings
from tests.build.accounts import PASSWORD, an_app, can_sign_in, code_now
from tests.build.cast import Cast, a_person
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.accounts.services import add_person
from wellrun.core.actor import NOBODY, SYSTEM
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import invite
from wellrun.organisations.values import Role

WAY_IN = (
    "/sign-in/forgotten/",
    "/sign-in/forgotten/sent/",
    "/sign-in/new-password/1-x/",
    "/sign-in/confirm/",
    "/sign-in/confirm/x/",
    "/sign-in/closed/",
    "/invitation/x/",
)


@pytest.fixture
def ruth(cast: Cast) -> Person:
    return can_sign_in(a_person("Ruth Achieng", cast.riverside, role=Role.ADMINISTRATOR))


def type_password(page: Page, person: Person) -> None:
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def an_authenticator(page: Page) -> CDPSession:
    """A phone's lock as Chromium can play it (WebAuthn, virtual authenticators)."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def test_an_administrator_sets_up_an_app_and_then_signs_in_with_it(visit: Visit, ruth: Person) -> None:
    page = visit("/measures/", who=NOBODY)
    type_password(page, ruth)
    expect(page.get_by_role("heading", name="First, a second step")).to_be_visible()
    page.get_by_role("link", name="Set up an app").click()
    expect(page.get_by_role("img", name="Code for your authenticator app")).to_be_visible()
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("Code", exact=True).fill(code_now(secret))
    page.get_by_role("button", name="Finish").click()
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_role("link", name="I have kept them").click()
    expect(page).to_have_title(re.compile("Today"))
    page.goto("/account/recovery-codes/")
    recovery = page.locator(".codes code").first.inner_text()
    page.get_by_role("button", name="Sign out").click()
    type_password(page, ruth)
    page.get_by_label("Code", exact=True).fill(recovery)
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_title(re.compile("Today"))


def test_a_passkey_is_made_and_signs_in_by_itself(visit: Visit, ruth: Person) -> None:
    page = visit("/account/", who=NOBODY)
    an_authenticator(page)
    type_password(page, ruth)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.locator(".codes li")).to_have_count(10)
    page.goto("/account/")
    expect(page.get_by_text("My phone", exact=True)).to_be_visible()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_title(re.compile("Today"))
    page.get_by_role("button", name="Sign out").click()
    type_password(page, ruth)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_title(re.compile("Today"))


def test_no_passkey_at_hand_is_said_in_words(visit: Visit, ruth: Person) -> None:
    page = visit("/sign-in/", who=NOBODY)
    an_authenticator(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("No passkey was used.")


def test_without_a_script_the_password_and_the_app_work(visit: Visit, ruth: Person) -> None:
    secret = an_app(ruth)
    page = visit("/measures/", who=NOBODY, java_script_enabled=False)
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    type_password(page, ruth)
    page.get_by_label("Code", exact=True).fill(code_now(secret))
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_title(re.compile("Measures|Improve"))


def test_in_the_demo_world_one_chooses_whom_to_be(visit: Visit, cast: Cast) -> None:
    from tests.build.cast import NOW

    Person.objects.update(is_demo=True)
    Person.objects.filter(pk=cast.owner.id).update(offered_as="Ward lead")
    add_person(
        actor=SYSTEM,
        email="new@demo.wellrun.example",
        name="Noor Haddad",
        offered_as="Newcomer: is new here",
        is_demo=True,
        now=NOW,
    )
    page = visit("/measures/", who=NOBODY, width=390)
    expect(page.get_by_role("heading", name="Riverside")).to_be_visible()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Noor Haddad").click()
    expect(page).to_have_url(re.compile("/measures/$"))


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_on_the_way_in_and_in_the_account(
    visit: Visit, ruth: Person, cast: Cast, theme: str, width: int
) -> None:
    from django.utils import timezone

    unit = root_of(cast.riverside.pk)
    _row, token = invite(actor=SYSTEM, unit=unit, email="new@wellrun.example", now=timezone.now())
    page = visit("/sign-in/", who=NOBODY, width=width, color_scheme=theme)
    found = findings(page)
    page.get_by_role("button", name="Sign in", exact=True).click()
    found += findings(page)
    for address in [*WAY_IN, f"/invitation/{token}/"]:
        page.goto(address)
        found += findings(page)
    own = visit("/account/?sent=1", who=actor_for(ruth), width=width, color_scheme=theme)
    found += findings(own)
    for address in ("/account/password/", "/account/address/", "/invitations/", "/account/app/remove/"):
        own.goto(address)
        found += findings(own)
        assert own.evaluate("document.documentElement.scrollWidth") <= width, address
    assert found == []
