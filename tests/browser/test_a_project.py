"""A first-timer, from nothing to a first test that is decided: unhurried, with script and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.pace import taken, watch
from tests.browser.test_axe import LOOKS, findings
from tests.build.cast import Cast, a_unit
from tests.build.projects import a_project
from wellrun.pdsa.models import Cycle

SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
QUESTION = "Can we write a card with every new person within a day?"


def add(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label(label, exact=True).press("Enter")
    expect(page.get_by_role("link", name=text)).to_be_visible()


def start(page: Page) -> None:
    page.get_by_role("link", name="Start a project").first.click()
    page.get_by_label("What do you want to make better?").fill("Calmer evenings on Alder Ward")
    page.get_by_label("Where?").select_option(label="\u2003Alder Ward")
    page.get_by_label("Why does it matter?").fill("Evenings were loud and long.")
    page.get_by_role("button", name="Start the project").click()
    expect(page.get_by_role("heading", name="Calmer evenings on Alder Ward")).to_be_visible()


def agree_an_aim(page: Page) -> None:
    page.get_by_role("link", name="Write the aim").click()
    page.get_by_label("What do you want to achieve?").fill("Halve restraints on Alder Ward")
    page.get_by_label("Where do you want to be?").fill("2,4")
    page.get_by_role("button", name="Save the aim").click()
    expect(page.get_by_text("Use a point for decimals, like 2.4.").first).to_be_visible()
    page.get_by_label("Where do you want to be?").fill("2.4")
    page.get_by_role("button", name="Save the aim").click()
    expect(page.get_by_text("Halve restraints on Alder Ward: to 2.4.")).to_be_visible()


def draw_the_theory(page: Page) -> None:
    page.get_by_role("link", name="Drivers").click()
    add(page, "A primary driver", "Spotting distress early")
    add(page, "A secondary driver below this", "Everyone shares what they notice")
    add(page, "An idea to try below this", "Distress signs card")


def run_a_test(page: Page) -> None:
    page.get_by_role("link", name="Distress signs card").click()
    page.get_by_role("link", name="Plan a test").click()
    page.get_by_label("What do you want to find out?").fill(QUESTION)
    page.get_by_label("How many people?").fill("1")
    page.get_by_role("button", name="Save the plan").click()
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a prediction first.")
    page.get_by_role("link", name="Change the plan").click()
    page.get_by_label("What do you predict?").fill("8 in 10 will have one")
    page.get_by_role("button", name="Save the plan").click()
    page.get_by_role("button", name="Start the test").click()
    page.get_by_label("What happened?").fill("7 of 9 had a card")
    page.get_by_role("button", name="Save what happened").click()
    page.get_by_label("What came out?").fill("7 of 9, or 8 in 10")
    page.get_by_role("button", name="Save the study").click()
    page.get_by_role("radio", name=re.compile("^Change")).check()
    page.get_by_label("Why, and what will you change?").fill("Shorter words")
    page.get_by_role("button", name="Save and plan the next test").click()
    expect(page.get_by_label("What do you want to find out?")).to_have_value(QUESTION)
    expect(page.get_by_label("What do you predict?")).to_have_value("")


@SCRIPTS
def test_a_first_timer_gets_from_nothing_to_a_decision(visit: Visit, cast: Cast, script: bool) -> None:
    a_unit(cast.riverside)
    page = visit("/projects/", java_script_enabled=script, width=390 if script else 1280)
    if script:
        watch(page)
    start(page)
    agree_an_aim(page)
    draw_the_theory(page)
    run_a_test(page)
    cycle = Cycle.objects.get()
    assert (cycle.decision, cycle.prediction, cycle.is_locked) == ("adapt", "8 in 10 will have one", True)
    if script:
        on_the_way = taken(page)
        assert on_the_way.texts > 12, "a first-timer writes all of it"
        assert on_the_way.words > 500, "and reads what is there"
        assert on_the_way.minutes < 30, on_the_way


@LOOKS
def test_axe_finds_nothing_on_the_pages_of_a_project(
    visit: Visit, cast: Cast, theme: str, width: int
) -> None:
    team = a_project(cast)
    page = visit("/projects/", width=width, color_scheme=theme, who=team.lead)
    base = f"/projects/{team.project.pk}/"
    found = findings(page)
    for address in (
        "/projects/new/",
        base,
        f"{base}aim/",
        f"{base}team/",
        f"{base}drivers/",
        f"{base}tests/",
    ):
        page.goto(address)
        found += findings(page)
    draw_the_theory(page)
    found += findings(page)
    run_a_test(page)
    found += findings(page)
    page.goto(f"/tests/{Cycle.objects.get().pk}/")
    found += findings(page)
    page.goto(f"{base}tests/")
    assert [*found, *findings(page)] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    open_tab = page.locator(".tabs [aria-current]").bounding_box()
    assert open_tab is not None
    assert open_tab["x"] >= 0, "and the tab that is open stands in sight"
    assert open_tab["x"] + open_tab["width"] <= width
