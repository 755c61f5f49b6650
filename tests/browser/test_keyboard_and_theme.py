"""By keyboard alone; and light or dark."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure, Observation


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until the element has the focus; it must be in sight there, with a ring around it."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline == "solid", selector
            return
    raise AssertionError(f"{selector} cannot be reached with Tab")


def test_the_first_stop_leads_past_the_navigation(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_number_is_added_and_undone_by_keyboard_alone(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    tab_to(page, "tr.is-new [name=value]")
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    page.keyboard.type("Two agency staff")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="13 April 2026")).to_contain_text("Two agency staff")
    tab_to(page, ".toast button", most=120)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_contain_text("Undone.")
    assert Observation.objects.filter(measure=measure).count() == 40


def test_a_disclosure_opens_by_keyboard(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    tab_to(page, ".chart-card summary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Numbers (CSV)")).to_be_visible()


def until_kept(page: Page, who: Actor, theme: str) -> None:
    """With script the choice shows at once and is kept behind the scenes."""
    for _ in range(300):
        if Person.objects.get(pk=who.id).theme == theme:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"The choice of {theme} was not kept.")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize(("device", "other"), [("light", "dark"), ("dark", "light")])
def test_the_theme_follows_the_device_until_one_chooses(
    visit: Visit, measure: Measure, demo: Actor, device: str, other: str, script: bool
) -> None:
    page = visit("/measures/", color_scheme=device, java_script_enabled=script)
    page.get_by_role("button", name=f"Change to {other}").click()
    expect(page.locator("html")).to_have_attribute("data-theme", other)
    expect(page.get_by_role("button", name=f"Change to {device}")).to_be_visible()
    until_kept(page, demo, other)
    page.goto("/accessibility/")
    expect(page.locator("html")).to_have_attribute("data-theme", other)
    page.get_by_role("button", name="Same as my device").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", other)


@pytest.mark.parametrize(("scheme", "ink"), [("dark", "rgb(255, 255, 255)"), ("light", "rgb(0, 0, 0)")])
def test_where_the_device_sets_the_colours_a_chart_is_read_whatever_theme_was_chosen(
    visit: Visit, measure: Measure, scheme: str, ink: str
) -> None:
    page = visit(f"/measures/{measure.pk}/", forced_colors="active", color_scheme=scheme)
    page.evaluate(f"document.documentElement.dataset.theme = '{'light' if scheme == 'dark' else 'dark'}'")
    fill = page.evaluate(
        "getComputedStyle(document.querySelector('.plot--wide svg text, svg.plot--wide text')).fill"
    )
    assert fill == ink
    other, here = (
        page.locator(f".nav {which}").first for which in ("a:not([aria-current])", "[aria-current]")
    )
    line = "(link) => getComputedStyle(link).borderBottomColor"
    assert other.evaluate(line) != here.evaluate(line)
