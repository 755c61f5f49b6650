"""A team looks back and hands its gain over; another closes with what it learned. axe finds nothing."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import LOOKS, findings
from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from wellrun.learning.services import hand_over_with_story
from wellrun.projects.values import State


def test_a_team_hands_its_gain_over(visit: Visit, cast: Cast) -> None:
    team, _measure = an_ending_project(cast)
    page = visit(f"/projects/{team.project.pk}/", who=team.partner, java_script_enabled=False)
    expect(page.locator(".plot--wide")).to_be_visible()
    page.get_by_role("link", name="Hand the gain over to daily control").click()
    expect(page.get_by_text("The aim is met and holds")).to_be_visible()
    page.get_by_label("Experience of staff").fill("Calmer evenings, and fewer nights off sick")
    page.get_by_role("button", name="Save the look back").click()
    page.get_by_text("Hand the gain over to daily control").click()
    page.get_by_label("Who looks after it?").select_option(label="Marcus Bell")
    for label in ("How do we work now?", "What tells us", "Who acts?", "What is the first step?"):
        page.get_by_label(label).fill("As agreed on the ward")
    page.get_by_label("Within how long?").fill("two days")
    page.get_by_role("button", name="Hand it over").click()
    expect(page.get_by_text("Looked after by Marcus Bell")).to_be_visible()
    page.get_by_role("link", name="Calmer evenings on Alder Ward").click()
    expect(page.get_by_text("In control", exact=True).first).to_be_visible()


def test_a_team_closes_with_what_it_learned(visit: Visit, cast: Cast) -> None:
    team, _measure = an_ending_project(cast, state=State.TESTING)
    page = visit(f"/projects/{team.project.pk}/closing/", who=team.lead)
    page.get_by_text("Close with what we learned").first.click()
    page.get_by_label("Why do you close it now?").fill("The poster changed nothing we could count")
    page.get_by_role("button", name="Close with what we learned").click()
    page.get_by_role("link", name="Edit the story").click()
    page.get_by_label("Our advice to others").fill("Begin with the people on the ward.")
    page.get_by_role("button", name="Save the story").click()
    page.get_by_label("Anyone can see this").check()
    page.get_by_role("button", name="Save who can read it").click()
    expect(page.get_by_text("Published")).to_be_visible()


@LOOKS
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    visit: Visit, cast: Cast, theme: str, width: int
) -> None:
    team, measure = an_ending_project(cast)
    project = f"/projects/{team.project.pk}/"
    page = visit(f"{project}closing/", who=team.lead, width=width, color_scheme=theme)
    found = _wrong(page, width)
    [item], story = hand_over_with_story(
        actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW
    )
    for address in (
        project, f"{project}measures/?q=r", f"{project}closing/", "/control/", f"/control/{item.pk}/",
        f"/learn/{story.pk}/", f"/learn/{story.pk}/edit/",
    ):  # fmt: skip
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        found += _wrong(page, width)
    assert found == []


def _wrong(page: Page, width: int) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    return findings(page) + ([f"{page.url} is {wide} wide"] if wide > width else [])
