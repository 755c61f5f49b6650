"""Reading a chart: at a desk, on a phone, on paper, from right to left."""

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from tests.browser.conftest import Visit
from wellrun.measures.models import Measure

WIDTHS = [320, 390, 768, 1280, 1440]


def pages(measure: Measure) -> list[str]:
    return [
        "/",
        "/measures/",
        f"/measures/{measure.pk}/?redraw=2026-02-09",
        f"/measures/{measure.pk}/definition/",
        f"/measures/{measure.pk}/observations/2026-04-06/",
        "/measures/new/",
        "/design/",
        "/accessibility/",
        "/no/such/page",
    ]


def test_from_today_to_what_the_chart_says(visit: Visit, measure: Measure) -> None:
    page = visit("/")
    page.get_by_role("link", name="Restraints each week").first.click()
    expect(page).to_have_title("Restraints each week · Wellrun")
    expect(page.locator(".plot--wide")).to_be_visible()
    expect(page.locator(".plot--narrow")).to_be_hidden()
    expect(page.locator(".reading").first).to_contain_text(measure.word)
    page.get_by_role("link", name="Last 26 weeks").click()
    expect(page.get_by_role("link", name="Last 26 weeks")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Show all 40 weeks").click()
    expect(page.get_by_role("row", name="7 July 2025")).to_be_visible()


def test_a_phone_gets_the_narrow_drawing_with_its_flags_in_words(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/", width=390)
    expect(page.locator(".plot--narrow")).to_be_visible()
    expect(page.locator(".plot--wide")).to_be_hidden()
    expect(page.get_by_role("list", name="What we changed")).to_contain_text("Huddles twice a day")
    expect(page.get_by_role("navigation", name="Main, phone")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(visit: Visit, measure: Measure, width: int) -> None:
    page = visit("/", width=width)
    for address in pages(measure):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_everything_to_touch_is_large_enough_for_a_thumb(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/", width=390)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, .button, .link, input, select, summary, nav a')]
            .filter((each) => each.type !== 'hidden' && each.getClientRects().length)
            .filter((each) => each.getBoundingClientRect().height < 43.5)
            .map((each) => each.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_paper_shows_the_wide_chart_and_nothing_to_press(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/", width=390, color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.locator(".plot--wide")).to_be_visible()
    expect(page.locator(".plot--narrow")).to_be_hidden()
    expect(page.locator(".topbar-wrap")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_from_right_to_left_the_page_turns_round_and_time_does_not(
    visit: Visit, measure: Measure, settings: Settings
) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("ar", "العربية")]
    page = visit(f"/measures/{measure.pk}/")
    page.get_by_label("Language").select_option("ar")
    page.locator(".footer").get_by_role("button").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    brand, avatar = page.locator(".brand").bounding_box(), page.locator(".avatar").bounding_box()
    assert brand is not None
    assert avatar is not None
    assert brand["x"] > avatar["x"]
    assert page.locator(".plot--wide").evaluate("each => getComputedStyle(each).direction") == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_without_script_everything_can_be_read(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/", java_script_enabled=False)
    expect(page.locator(".plot--wide")).to_be_visible()
    expect(page.get_by_role("heading", name=measure.word)).to_be_visible()
    page.get_by_text("Save as a picture or file").click()
    expect(page.get_by_role("link", name="Picture at any size (SVG)")).to_be_visible()
