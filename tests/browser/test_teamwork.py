"""Barriers, involvement and coaching in a real browser, at a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import LOOKS, findings
from tests.build.cast import Cast
from tests.build.projects import Team
from tests.build.teamwork import a_project_under_way


@pytest.fixture
def team(cast: Cast) -> Team:
    return a_project_under_way(cast)


@LOOKS
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(
    visit: Visit, team: Team, theme: str, width: int
) -> None:
    base = f"/projects/{team.project.pk}"
    own = [f"{base}/{part}" for part in ("", "barriers/", "involvement/", "coaching/", "huddle/")]
    found = []
    for who, addresses in (
        (team.coach, [*own, "/coaching/"]),
        (team.sponsor, ["/asked-of-me/"]),
        (team.leader, ["/coaching/"]),
    ):
        page = visit(addresses[0], who=who, width=width, color_scheme=theme)
        for address in addresses:
            page.goto(address)
            found += findings(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert found == []


def test_a_sponsor_answers_and_the_team_says_that_it_helped(visit: Visit, team: Team) -> None:
    page = visit(f"/projects/{team.project.pk}/barriers/", who=team.partner, width=390)
    page.get_by_label("What stands in your way?").fill("Lift out of use")
    page.get_by_label("Who can help?").select_option(label="Beverley Grant, sponsor of this project")
    page.get_by_role("button", name="Ask for help").click()
    expect(page.get_by_role("article", name="Lift out of use")).to_contain_text("Waiting for 0 days")
    leader = visit("/asked-of-me/", who=team.sponsor)
    question = leader.get_by_role("article", name="Lift out of use")
    question.get_by_label("Your answer").fill("Repaired on Friday.")
    question.get_by_role("button", name="Answer the team").click()
    page.goto("/notifications/")  # the team is told
    page.get_by_role("link", name="Beverley Grant answered “Lift out of use”: Repaired on Friday.").click()
    barrier = page.get_by_role("article", name="Lift out of use")
    expect(barrier).to_contain_text("Repaired on Friday.")
    barrier.get_by_text("Close this: did it help?").click()
    barrier.get_by_label("Yes, it helped").check()
    barrier.get_by_role("button", name="Close this request for help").click()
    expect(page.get_by_role("row", name="Lift out of use")).to_contain_text("Closed. Yes, it helped.")
