"""Profile, news, search and background work in a real browser, at a desk and on a phone."""

from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import LOOKS, findings
from tests.build.cast import NOW, Cast, a_person, a_unit
from tests.build.work import SECRET, fail_over
from wellrun.accounts.models import Person
from wellrun.accounts.services import notify
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.organisations.values import Role

PAGES = (
    "/",
    "/profile/",
    "/notifications/",
    "/search/",
    "/search/?q=alder",
    "/search/?q=unicorn",
    "/administration/background/",
)


@pytest.fixture
def administrator(cast: Cast) -> Actor:
    """With news, something that was put aside, and something to find."""
    who = a_person("Ines Duarte", cast.riverside, role=Role.ADMINISTRATOR)
    for number, asks in enumerate((True, False)):
        notify(
            actor=cast.owner,
            people=[who.id],
            kind="barrier.raised",
            text=f"Amina asks for your help, {number}.",
            address=f"/measures/?{number}",
            asks=asks,
            now=NOW,
        )
    a_unit(cast.riverside, "Alder Ward")
    fail_over.enqueue(SECRET)
    put_everything_aside()
    return who


def put_everything_aside() -> None:
    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.update(
        status="FAILED",
        queue_name="dead-letters",
        finished_at=NOW,
        worker_ids=["a/1/x"] * 5,
        exception_class_path="builtins.ConnectionRefusedError",
    )


@LOOKS
def test_axe_finds_nothing(
    visit: Visit, administrator: Actor, measure: Measure, theme: str, width: int
) -> None:
    page = visit("/", width=width, color_scheme=theme, who=administrator)
    found = []
    for address in PAGES:
        page.goto(address)
        found += findings(page)
    page.get_by_role("button", name="Discard").click()
    page.get_by_role("heading", name="Discard this for good?").wait_for()
    found += findings(page)
    page.goto("/profile/")
    page.get_by_label("Your name").fill("")
    page.get_by_role("button", name="Save my profile").click()
    page.get_by_role("alert").first.wait_for()
    assert [*found, *findings(page)] == []


@pytest.mark.parametrize("width", [320, 390, 1024, 1280])
def test_no_page_scrolls_sideways(visit: Visit, administrator: Actor, width: int) -> None:
    page = visit("/", width=width, who=administrator)
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("width", [390, 1280])
def test_everything_to_touch_is_large_enough(visit: Visit, administrator: Actor, width: int) -> None:
    page = visit("/notifications/", width=width, who=administrator)
    for address in PAGES[1:]:
        page.goto(address)
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, .button, nav a')]
                .filter((each) => each.getClientRects().length)
                .filter((each) => each.getBoundingClientRect().height < 44)
                .map((each) => each.outerHTML.slice(0, 120))"""
        )
        assert small == [], address


def the_search_box(page: Page) -> str:
    return page.evaluate("document.activeElement.id") or ""


def test_one_key_leads_to_search_and_back_to_writing(visit: Visit, measure: Measure) -> None:
    page = visit("/measures/")
    page.locator("#main").focus()
    page.keyboard.press("/")
    assert the_search_box(page) == "search-all"
    page.keyboard.type("restr")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("1 found")
    page.get_by_role("searchbox", name="Words to look for").fill("a/b")
    assert page.get_by_role("searchbox", name="Words to look for").input_value() == "a/b"
    page.get_by_role("link", name="Restraints each week").click()
    expect(page).to_have_title("Restraints each week · Wellrun")


def test_on_a_phone_the_key_opens_the_search_page(visit: Visit, measure: Measure) -> None:
    page = visit("/measures/", width=390)
    page.locator("#main").focus()
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    assert the_search_box(page) == "q"


def test_without_script_everything_is_read_and_saved(visit: Visit, administrator: Actor) -> None:
    page = visit("/notifications/", who=administrator, java_script_enabled=False)
    page.get_by_role("button", name="Mark as read").first.click()
    expect(page.get_by_role("heading", name="Read before")).to_be_visible()
    page.get_by_role("button", name="Mark all as read").click()
    expect(page.get_by_text("You have read everything.")).to_be_visible()
    page.goto("/profile/")
    page.get_by_label("What others may ask you about").fill("Run charts")
    page.get_by_role("radio", name="Dark").check()
    page.get_by_role("button", name="Save my profile").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Put back as it was.")).to_be_visible()


def test_the_theme_switch_is_saved_on_the_person(visit: Visit, demo: Actor) -> None:
    page = visit("/measures/")
    page.get_by_role("button", name="Change to dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    until = monotonic() + 15
    while Person.objects.get(pk=demo.id).theme != "dark":
        assert monotonic() < until
        page.wait_for_timeout(50)
