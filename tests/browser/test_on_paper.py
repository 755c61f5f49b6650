"""What teams print: a project's story on two sheets at most, and its theory on one, sideways."""

import re

from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.build.cast import Cast
from tests.build.packages import a_whole_project
from tests.build.theories import a_theory, add_tests


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_a_full_project_is_printed_on_few_sheets(visit: Visit, cast: Cast) -> None:
    team = a_whole_project(cast)
    a_theory(team.project, shape=(2, 2, 2))
    add_tests(team.project, cycles=12)
    page = visit(f"/projects/{team.project.pk}/drivers/", who=team.lead)
    assert sheets(page) == 1
    page.goto(f"/projects/{team.project.pk}/")
    assert sheets(page) <= 2
    page.emulate_media(media="print")
    drivers = [each.bounding_box() for each in page.locator(".tree .node--strong").all()]
    assert len({box["y"] for box in drivers if box}) == 1, "side by side, below the aim"
