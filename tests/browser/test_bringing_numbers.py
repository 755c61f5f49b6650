"""Bringing numbers: paste, choose or drop a file, answer the one question, make a measure."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure, Observation

FALLS = "week,falls\n" + "".join(f"2026-03-{day:02d},{day % 5}\n" for day in (2, 9, 16, 23, 30))
EITHER_WAY = "date,falls\n03/04/2026,4\n04/05/2026,3\n05/06/2026,6\n"
SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def paste(page: Page, table: str) -> None:
    page.get_by_label("Or paste a table").fill(table)
    page.get_by_role("button", name="See how we read it").click()


@SCRIPTS
def test_a_pasted_table_becomes_a_chart(visit: Visit, demo: Actor, script: bool) -> None:
    page = visit("/measures/new/", java_script_enabled=script)
    paste(page, FALLS)
    expect(page.get_by_role("heading", name="How we read it")).to_be_visible()
    expect(page.locator(".plot--wide")).to_be_visible()
    page.get_by_label("What do you call it?").fill("Falls each week")
    page.get_by_label("Whose measure is it?").select_option(label="Riverside")
    page.get_by_label("Which way is better?").select_option(label="Less is better")
    page.get_by_role("button", name="Make the measure").click()
    expect(page).to_have_title("Saved: Falls each week · Wellrun")
    expect(page.locator(".plot--wide")).to_be_visible()
    assert Measure.objects.get().n_points == 5


@SCRIPTS
def test_dates_that_can_be_read_two_ways_are_asked_about(visit: Visit, demo: Actor, script: bool) -> None:
    page = visit("/measures/new/", java_script_enabled=script)
    paste(page, EITHER_WAY)
    expect(page.get_by_text("First, one question")).to_be_visible()
    page.get_by_label("Month first: 4 March 2026").check()
    page.get_by_role("button", name="Read it again").click()
    expect(page.locator(".plot--wide")).to_be_visible()
    page.get_by_label("Whose measure is it?").select_option(label="Riverside")
    page.get_by_role("button", name="Make the measure").click()
    expect(page.get_by_role("heading", name="Chart and reading")).to_be_attached()
    assert Observation.objects.earliest("period").period.isoformat() == "2026-03-04"


def test_a_chosen_file_is_read(visit: Visit, demo: Actor, tmp_path: Path) -> None:
    file = tmp_path / "falls_on_alder.csv"
    file.write_text(FALLS, encoding="utf-8")
    page = visit("/measures/new/")
    page.locator("[name=file]").set_input_files(file)
    expect(page.locator("[data-chosen]")).to_have_text("falls_on_alder.csv")
    page.get_by_role("button", name="See how we read it").click()
    expect(page.get_by_label("What do you call it?")).to_have_value("Falls on alder")


def test_a_dropped_file_is_taken(visit: Visit, demo: Actor) -> None:
    page = visit("/measures/new/")
    transfer = page.evaluate_handle(
        """(text) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
            return transfer;
        }""",
        FALLS,
    )
    page.locator("[data-drop]").dispatch_event("drop", {"dataTransfer": transfer})
    expect(page.locator("[data-chosen]")).to_have_text("dropped.csv")
    page.get_by_role("button", name="See how we read it").click()
    expect(page.get_by_role("heading", name="How we read it")).to_be_visible()


def test_what_cannot_be_read_is_explained(visit: Visit, demo: Actor) -> None:
    page = visit("/measures/new/")
    paste(page, "name,town\nAnn,Leeds\nBo,York\n")
    expect(page.get_by_role("alert")).to_contain_text("No column holds numbers.")
    expect(page.get_by_label("Or paste a table")).to_have_value("name,town\nAnn,Leeds\nBo,York\n")
    assert not Measure.objects.exists()


def test_changing_a_column_draws_the_chart_again_in_place(visit: Visit, demo: Actor) -> None:
    page = visit("/measures/new/")
    paste(page, "week,falls,beds\n2026-03-02,4,20\n2026-03-09,2,22\n2026-03-16,5,21\n")
    page.evaluate("window.isTheSamePage = true")
    page.get_by_label("Numbers").select_option(label="beds")
    page.get_by_label("Out of").select_option("")
    page.get_by_role("button", name="Read it again").click()
    expect(page.locator(".plot--wide text", has_text="beds").first).to_be_visible()
    assert page.evaluate("window.isTheSamePage")
