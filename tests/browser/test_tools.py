"""Tools in a real browser: a nurse and a partner choose an idea together, each on a device of their own."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import findings
from tests.build.cast import NOW, Cast
from tests.build.projects import Team, a_project
from wellrun.projects.services import add_driver

IDEAS = ("Quiet hours", "Softer lights", "A board with names")


@pytest.fixture
def team(cast: Cast) -> Team:
    return a_project(cast)


def vote(page: Page, *best_first: str) -> None:
    for rank, text in zip("321", best_first, strict=True):
        page.get_by_label(text, exact=True).select_option(rank)
    page.get_by_role("button", name="Vote", exact=True).click()
    expect(page.get_by_text("You have voted.")).to_be_visible()


def test_a_nurse_and_a_partner_vote_and_the_winner_becomes_a_change_idea(visit: Visit, team: Team) -> None:
    add_driver(actor=team.lead, project=team.project, kind="primary", text="Calm evenings", now=NOW)
    nurse = visit(f"/projects/{team.project.pk}/", who=team.lead)
    nurse.get_by_role("link", name="Understand").click()
    found = findings(nurse)
    nurse.get_by_role("link", name="What do we choose together?").click()
    nurse.get_by_label("Name").fill("What shall we test first?")
    nurse.get_by_role("button", name="Start").click()
    for text in IDEAS:  # the field keeps the focus: type, Enter, type, Enter
        nurse.get_by_label("An idea").fill(text)
        nurse.keyboard.press("Enter")
        expect(nurse.get_by_role("link", name=text)).to_be_visible()
        expect(nurse.get_by_label("An idea")).to_be_focused()
    nurse.get_by_role("button", name="Open the vote").click()
    expect(nurse.get_by_text("Nobody has voted yet.")).to_be_visible()

    partner = visit("/notifications/", who=team.partner, width=390)
    partner.get_by_role("link", name="A vote waits for you: What shall we test first?").click()
    found += findings(partner)
    assert partner.evaluate("document.documentElement.scrollWidth") <= 390
    vote(partner, "Softer lights", "Quiet hours", "A board with names")
    nurse.locator("#voted").dispatch_event("every")  # what it does by itself every 10 seconds
    expect(nurse.get_by_text("1 person has voted:")).to_be_visible()
    vote(nurse, "Softer lights", "A board with names", "Quiet hours")
    nurse.get_by_role("button", name="Close the vote").click()
    expect(nurse.get_by_role("row", name="Softer lights")).to_contain_text("6")
    nurse.get_by_role("button", name="Put it there").click()
    nurse.get_by_role("link", name="See it in the driver diagram").click()
    expect(nurse.get_by_role("heading", name="Softer lights")).to_be_visible()
    expect(nurse.get_by_text("Idea to try").first).to_be_attached()
    assert found == []
