"""axe finds nothing: every page, light and dark, at a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.test_bringing_numbers import EITHER_WAY, FALLS, paste
from tests.browser.test_reading_a_chart import pages
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure

BOTH_LOOKS = pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
"""Each theme and each width once. Nothing in the style sheet depends on both together."""
LOOKS = pytest.mark.parametrize(
    ("theme", "width"), [pytest.param("light", 1280, marks=pytest.mark.deep), ("dark", 390)]
)
"""For pages of one area: each time on a phone in the dark, which finds most; at a desk in the deep tests."""


def findings(page: Page) -> list[str]:
    page.wait_for_load_state("load")  # before the style sheet is there, colours are the browser's own
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


@BOTH_LOOKS
def test_axe_finds_nothing_on_any_page(visit: Visit, measure: Measure, theme: str, width: int) -> None:
    page = visit("/", width=width, color_scheme=theme)
    found = []
    for address in pages(measure):
        page.goto(address)
        found += findings(page)
    assert found == []


@BOTH_LOOKS
def test_axe_finds_nothing_while_something_is_to_be_put_right(
    visit: Visit, measure: Measure, demo: Actor, theme: str, width: int
) -> None:
    page = visit("/measures/new/", width=width, color_scheme=theme)
    paste(page, FALLS)
    found = findings(page)
    page.get_by_role("button", name="Make the measure").click()
    page.get_by_role("alert").first.wait_for()
    found += findings(page)
    page.goto("/measures/new/")
    paste(page, EITHER_WAY)
    found += findings(page)
    page.goto(f"/measures/{measure.pk}/")
    page.locator("tr.is-new [name=value]").fill("three")
    page.locator("tr.is-new").get_by_role("button", name="Save").click()
    page.get_by_text("You typed “three”.").wait_for()
    found += findings(page)
    page.locator("tr.is-new [name=value]").fill("3")
    page.locator("tr.is-new").get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Undo").wait_for()
    assert [*found, *findings(page)] == []
