"""An administrator adds a ward, moves it and gives a role; every page fits and axe finds nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import LOOKS, findings
from tests.build.cast import Cast, a_person, a_person_on, a_unit
from wellrun.core.actor import Actor
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.values import Role

HERE = "/organisations/riverside/"
LONG = "Donaudampfschifffahrtsgesellschaftskrankenhausabteilungsleitungsvertretung" * 2
SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


@pytest.fixture
def ada(cast: Cast) -> Actor:
    medicine = a_unit(cast.riverside, "Medicine")
    a_unit(cast.riverside, "Surgery")
    a_person_on(f"Lena {LONG}", a_unit(medicine, LONG), role=Role.LEADER)
    a_unit(medicine, "جناح الأرز")
    return a_person("Ada Moss", cast.riverside, cast.hillside, role=Role.ADMINISTRATOR)


def find(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="Find").click()


@SCRIPTS
def test_a_ward_is_added_moved_and_led(visit: Visit, cast: Cast, ada: Actor, script: bool) -> None:
    page = visit(HERE, who=ada, java_script_enabled=script)
    page.get_by_role("link", name="Medicine", exact=True).click()
    page.get_by_role("link", name="Add a unit below").click()
    page.get_by_label("What is it called?").fill("Alder Ward")
    page.get_by_role("button", name="Add the unit").click()
    expect(page.locator(".toast")).to_contain_text("Saved. Added Alder Ward.")
    page.get_by_role("link", name="Move", exact=True).click()
    find(page, "surg")
    page.get_by_label("Surgery, Riverside").check()
    page.get_by_label("Why?").fill("The new wing")
    page.get_by_role("button", name="Move it").click()
    expect(page.locator(".toast")).to_contain_text("Saved. Moved Alder Ward to Surgery.")
    expect(page.get_by_role("navigation", name="You are here")).to_contain_text("Surgery")
    page.get_by_role("link", name="Give a role").click()
    find(page, "priya")
    page.get_by_label("Priya Nair").check()
    page.get_by_label("Role", exact=True).select_option(label="Leader")
    page.get_by_label("What do they do there?").fill("Ward manager")
    page.get_by_role("button", name="Give the role").click()
    expect(page.locator(".records").first).to_contain_text("Priya Nair")
    ward = Unit.objects.select_related("parent").get(name="Alder Ward")
    assert ward.parent is not None
    assert ward.parent.name == "Surgery"
    held = Membership.objects.get(unit=ward)
    assert (held.person_id, held.role, held.title) == (cast.member.id, Role.LEADER, "Ward manager")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Nobody has a role here yet")).to_be_visible()


def test_one_looks_at_another_organisation_from_the_top_bar(visit: Visit, cast: Cast, ada: Actor) -> None:
    page = visit("/people/", who=ada)
    first = "Riverside" if "Riverside" in page.title() else "Hillside"
    other = "Hillside" if first == "Riverside" else "Riverside"
    page.locator(".topbar .place summary").click()
    page.locator(".topbar").get_by_role("button", name=other).click()
    expect(page.get_by_role("heading", name=other, level=1)).to_be_visible()


@LOOKS
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    visit: Visit, cast: Cast, ada: Actor, theme: str, width: int
) -> None:
    ward = Unit.objects.get(name=LONG)
    held = Membership.objects.get(unit=ward)
    unit = f"{HERE}units/{ward.slug}/"
    administration = f"{HERE}administration/"
    wide = [HERE, unit, f"{administration}people/", f"{administration}history/"]
    small = [
        *wide, f"{unit}move/", f"{unit}roles/", f"{HERE}roles/{held.pk}/", "/people/",
        f"/people/{held.person_id}/", f"{administration}settings/", f"{administration}bring/units/",
    ]  # fmt: skip
    page = visit(HERE, width=width, color_scheme=theme, who=ada)
    found: list[str] = []
    for address in small if width < 500 else wide:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        found += findings(page)
        for narrow in {320, width}:
            page.set_viewport_size({"width": narrow, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > narrow:
                found.append(f"{address} scrolls sideways at {narrow}")
    assert found == []
