"""A theory drawn by keyboard alone, put in order, changed, and compared with what it was."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import findings
from tests.build.cast import Cast
from tests.build.projects import a_project
from tests.build.theories import a_theory
from wellrun.projects.queries import branches_in, diagram_of


def focused(page: Page, words: str) -> None:
    expect(page.locator(".node:focus", has_text=words)).to_be_visible()


def type_below(page: Page, words: str) -> None:
    """N on the part that has the focus, the words, Enter: the new part has the focus."""
    page.keyboard.press("n")
    expect(page.locator("input:focus")).to_be_visible()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    focused(page, words)


def keep(page: Page, name: str) -> None:
    page.get_by_label("A name for it").fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept by")).to_be_visible()


def test_a_theory_is_drawn_by_keyboard_alone_and_compared(visit: Visit, cast: Cast) -> None:
    team = a_project(cast)
    page = visit(f"/projects/{team.project.pk}/drivers/", who=team.lead)
    page.locator(".node--aim").focus()
    type_below(page, "Early")
    type_below(page, "Share")
    page.keyboard.press("ArrowLeft")
    focused(page, "Early")
    page.keyboard.press("b")
    expect(page.locator("#add-primary:focus")).to_be_visible()
    page.keyboard.type("Calm")
    page.keyboard.press("Enter")
    focused(page, "Calm")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#toasts")).to_contain_text("Moved: number 1 of 2 below the aim.")
    focused(page, "Calm")
    page.goto(f"/projects/{team.project.pk}/drivers/versions/")
    keep(page, "The first try")
    page.goto(f"/projects/{team.project.pk}/drivers/")
    page.locator(".node", has_text="Share").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("In a few words")).to_be_focused()
    page.keyboard.type("Everyone shares")
    page.keyboard.press("Enter")
    focused(page, "Everyone shares")
    carry(page, "Everyone shares", "Calm")
    expect(page.locator("#toasts")).to_contain_text("Moved: number 1 of 1 below Calm.")
    assert findings(page) == []
    page.goto(f"/projects/{team.project.pk}/drivers/versions/")
    expect(page.get_by_text("Before: Share")).to_be_visible()
    expect(page.get_by_text("Now: Calm")).to_be_visible()
    assert findings(page) == []
    drawn = [branch.driver.text for branch in branches_in(diagram_of(team.project))]
    assert drawn == ["Calm", "Everyone shares", "Early"]


def test_the_diagram_stays_in_sight_while_a_part_is_changed(visit: Visit, cast: Cast) -> None:
    team = a_project(cast)
    a_theory(team.project, shape=(3, 2, 2))
    page = visit(f"/projects/{team.project.pk}/drivers/", who=team.lead)
    node = page.locator('.node[data-kind="idea"]').nth(5)
    node.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("In a few words")).to_be_focused()
    expect(node).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(node).to_be_focused()
    page.keyboard.press("n")
    expect(page.get_by_label("An idea to try below this")).to_be_focused()
    expect(node).to_be_in_viewport()
    page.get_by_role("link", name="Back to the diagram").click()
    expect(page.locator("#chosen")).to_have_count(0)


def carry(page: Page, what: str, onto: str) -> None:
    """Drag a part by its dots onto another."""
    grip = page.locator(".node-at", has_text=what).locator(".grip").bounding_box()
    target = page.locator(".node", has_text=onto).bounding_box()
    assert grip is not None
    assert target is not None
    page.mouse.move(grip["x"] + 20, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    page.mouse.move(target["x"] + 40, target["y"] + target["height"] / 2, steps=3)
    page.mouse.up()
