"""What is typed outlives a closed tab and a lost network, for the one who typed it, until it is saved."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.build.cast import NOW, Cast
from tests.build.projects import a_project
from wellrun.core.actor import Actor
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import plan_cycle, start_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.services import add_driver

BACK = "What you typed before is back."
TYPED = "7 of 9 had a card"


def a_test_that_began(cast: Cast) -> tuple[Actor, Cycle]:
    team = a_project(cast)
    early = add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=NOW)
    idea = add_driver(
        actor=team.lead, project=team.project, kind="idea", text="Card", parent_id=early.pk, now=NOW
    )
    plan = Plan(question="In a day?", prediction="8 in 10")
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
    return team.lead, start_cycle(actor=team.lead, cycle=cycle, now=NOW)


KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('kept:')).length"


def kept(page: Page, *, until: int) -> int:
    """How many forms are kept, once the script of a page that is in sight already had its turn."""
    for _turn in range(50):
        if (found := int(page.evaluate(KEPT))) == until:
            break
        page.wait_for_timeout(100)
    return found


def test_what_was_typed_is_there_until_it_is_saved(visit: Visit, cast: Cast) -> None:
    lead, cycle = a_test_that_began(cast)
    page = visit(f"/tests/{cycle.pk}/", who=lead)
    happened = page.get_by_label("What happened?")
    happened.fill(TYPED)
    expect(page.get_by_text("Kept on this device as you type").locator("visible=true")).to_have_count(1)
    page.goto("about:blank")
    page.goto(f"/tests/{cycle.pk}/")
    expect(happened).to_have_value(TYPED)
    expect(page.get_by_text(BACK).locator("visible=true")).to_have_count(1)
    page.context.set_offline(True)
    page.get_by_role("button", name="Save what happened").click()
    expect(page.get_by_text("What you typed is still here.")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Save what happened").click()
    expect(page.get_by_text("Fill in Study")).to_be_visible()
    assert kept(page, until=0) == 0
    page.get_by_label("What came out?").fill("Mine alone")
    page.get_by_label("Why, and what will you change?").fill("Act is kept with Study")
    page.wait_for_timeout(400)
    page.goto(f"/projects/{cycle.project_id}/huddle/")
    expect(page.get_by_label("Why, and what will you change?")).to_have_value("Act is kept with Study")
    page.goto(f"/tests/{cycle.pk}/")
    expect(page.get_by_label("Why, and what will you change?")).to_have_value("Act is kept with Study")
    page.get_by_label("What came out?").fill("Mine alone, once more")
    expect(page.get_by_text("Kept on this device as you type").locator("visible=true")).to_have_count(1)
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/sign-in/"))
    assert kept(page, until=0) == 0
    cycle.refresh_from_db()
    assert (cycle.happened, cycle.stage) == (TYPED, "study")
