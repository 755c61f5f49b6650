"""Adding a number: with script and without, right, wrong, twice, and undone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from wellrun.measures.models import Measure, Observation

SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def number_of(measure: Measure, period: str) -> float | None:
    return Observation.objects.filter(measure=measure, period=period).values_list("value", flat=True).first()


def fill_in(page: Page, value: str, note: str = "") -> None:
    row = page.locator("tr.is-new")
    row.locator("[name=value]").fill(value)
    row.locator("[name=note]").fill(note)
    row.get_by_role("button", name="Save").click()


@SCRIPTS
def test_a_number_is_saved_and_undone(visit: Visit, measure: Measure, script: bool) -> None:
    page = visit(f"/measures/{measure.pk}/", java_script_enabled=script)
    fill_in(page, "3", "Two agency staff")
    expect(page.get_by_role("status").last).to_contain_text("Saved. Added 3 for the week of 13 April 2026.")
    expect(page.get_by_role("row", name="13 April 2026")).to_contain_text("Two agency staff")
    expect(page.get_by_role("link", name="All 41 weeks", exact=True)).to_be_visible()
    assert number_of(measure, "2026-04-13") == 3
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").last).to_contain_text("Undone.")
    expect(page.get_by_role("row", name="13 April 2026")).to_have_count(0)
    assert number_of(measure, "2026-04-13") is None


@SCRIPTS
def test_a_wrong_number_is_explained_where_it_was_typed(visit: Visit, measure: Measure, script: bool) -> None:
    page = visit(f"/measures/{measure.pk}/", java_script_enabled=script)
    fill_in(page, "three", "Kept words")
    expect(page.get_by_text("Type a number, like 3. You typed “three”.")).to_be_visible()
    wrong = page.locator("tr.is-new [name=value]")
    expect(wrong).to_have_value("three")
    expect(page.locator("tr.is-new [name=note]")).to_have_value("Kept words")
    if (
        script
    ):  # without script the browser itself moves there, by autofocus, which the next line shows as well
        expect(wrong).to_be_focused()
    fill_in(page, "3", "Kept words")
    expect(page.get_by_role("row", name="13 April 2026")).to_be_visible()
    expect(page.locator("tr.is-new [name=value]")).to_have_value("")


@SCRIPTS
def test_a_period_with_a_number_asks_first(visit: Visit, measure: Measure, script: bool) -> None:
    page = visit(f"/measures/{measure.pk}/", java_script_enabled=script)
    page.locator("tr.is-new [name=period]").fill("2026-04-06")
    fill_in(page, "5")
    expect(page.get_by_text("already has 2.")).to_be_visible()
    assert number_of(measure, "2026-04-06") == 2
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("status").last).to_contain_text("Changed 2 to 5")
    assert number_of(measure, "2026-04-06") == 5


@SCRIPTS
def test_a_double_click_saves_once(visit: Visit, measure: Measure, script: bool) -> None:
    page = visit(f"/measures/{measure.pk}/", java_script_enabled=script)
    row = page.locator("tr.is-new")
    row.locator("[name=value]").fill("3")
    row.get_by_role("button", name="Save").dblclick()
    expect(page.get_by_role("row", name="13 April 2026")).to_be_visible()
    expect(page.get_by_text("already has")).to_have_count(0)
    assert Observation.objects.filter(measure=measure).count() == 41


def test_the_page_stays_and_the_focus_moves_to_what_changed(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    page.evaluate("window.isTheSamePage = true")
    fill_in(page, "3")
    expect(page.get_by_role("row", name="13 April 2026")).to_be_visible()
    expect(page.get_by_role("heading", name="Numbers", exact=True)).to_be_focused()
    expect(page.locator("tr.is-new [name=period]")).to_have_value("2026-04-20")
    assert page.evaluate("window.isTheSamePage")


def test_each_drawing_is_kept_once_after_many_saves(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    for value, period in (("3", "13 April 2026"), ("4", "20 April 2026")):
        fill_in(page, value)
        expect(page.get_by_role("row", name=period)).to_be_visible()
    names = page.evaluate("[...document.querySelectorAll('#symbols > symbol')].map((each) => each.id)")
    assert len(names) == len(set(names))


def test_a_message_can_be_closed(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    fill_in(page, "3")
    page.get_by_role("link", name="Close this message").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_when_nothing_answers_what_was_typed_stays(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/", expects=("net::ERR_FAILED", "htmx:error"))
    page.route("**/observations/", lambda route: route.abort())
    fill_in(page, "3", "Kept words")
    expect(page.get_by_role("status").last).to_contain_text("Nothing was sent. What you typed is still here.")
    expect(page.locator("tr.is-new [name=note]")).to_have_value("Kept words")
    expect(page.locator("tr.is-new").get_by_role("button", name="Save")).to_be_enabled()


def test_a_number_is_left_out_with_a_reason(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    page.get_by_role("link", name="6 April 2026").click()
    page.get_by_label("Why is it left out?").fill("The ward was closed")
    page.get_by_role("button", name="Leave this number out").click()
    expect(page.get_by_role("row", name="6 April 2026")).to_contain_text("Left out of the limits")


def test_limits_are_redrawn_from_the_suggestion(visit: Visit, measure: Measure) -> None:
    page = visit(f"/measures/{measure.pk}/")
    page.get_by_role("link", name="Suggest new limits").click()
    page.get_by_label("Why?").first.fill("Huddles on every shift")
    page.get_by_role("button", name="Redraw the limits").click()
    expect(page.get_by_role("status").last).to_contain_text("Redrew the limits")
    expect(page.locator(".timeline").first).to_contain_text("Huddles on every shift")
