"""An organisation and its units: what everybody sees, and what administrators change."""

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit
from tests.build.kept import kept
from tests.build.measures import a_definition, weekly
from tests.build.signed_in import signed_in
from tests.web.html import Page, page_of
from wellrun.core.actor import Actor
from wellrun.measures.services import create_measure
from wellrun.organisations import services
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.queries import root_of
from wellrun.organisations.values import Perspective, Role

HERE = "/organisations/riverside/"


@kept
def ada(cast: Cast) -> Actor:
    return a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)


@kept
def admin(ada: Actor) -> Client:
    return signed_in(ada)


@kept
def ward(cast: Cast) -> Unit:
    return a_unit(a_unit(cast.riverside, "Medicine"), "Alder Ward")


def follow(client: Client, response: HttpResponse) -> Page:
    assert response.status_code == 303
    return page_of(client.get(response["Location"]))


def test_the_page_of_an_organisation_shows_its_tree(client: Client, ward: Unit) -> None:
    page = page_of(client.get(HERE))
    assert page.title == "Riverside · Wellrun"
    assert {f"{HERE}units/medicine/", f"{HERE}units/alder-ward/", "/people/"} <= set(page.links())
    assert "1 unit below" in page.words
    assert f"{HERE}administration/" not in page.links()


def test_units_are_found_by_name_without_accents(client: Client, cast: Cast, ward: Unit) -> None:
    a_unit(cast.riverside, "Pédiatrie")
    page = page_of(client.get(HERE, {"q": "PEDIA"}))
    assert "Pédiatrie" in page.words
    assert "Alder Ward" not in page.words
    assert "Nothing fits" in page_of(client.get(HERE, {"q": "zzz\0"})).words


def test_an_empty_organisation_says_the_smallest_first_step(admin: Client, client: Client) -> None:
    assert "No units yet" in page_of(client.get(HERE)).words
    assert f"{HERE}units/riverside/add/" in page_of(admin.get(HERE)).links()


def test_a_unit_shows_people_with_role_and_side_measures_and_units_below(
    client: Client, cast: Cast, demo: Actor, ward: Unit
) -> None:
    sam = a_person_on("Sam Osei", ward)
    held = Membership.objects.select_related("unit").get(person_id=sam.id)
    services.change_membership(
        actor=SETTING_UP, membership=held, role=Role.COACH, perspective=Perspective.SERVICE_USER,
        title="Peer worker", now=NOW,
    )  # fmt: skip
    create_measure(
        actor=demo, organisation_id=cast.riverside.pk, unit_id=ward.pk, definition=a_definition(),
        observations=weekly([1, 2, 3]), now=NOW,
    )  # fmt: skip
    page = page_of(client.get(f"{HERE}units/alder-ward/"))
    assert "Sam Osei Improvement coach, Peer worker Service user or patient" in page.words
    assert "Restraints each week" in page.words
    assert f"/measures/?unit={ward.pk}" in page.links()
    assert [f"{HERE}", f"{HERE}units/medicine/"] == [link for link in page.links() if link.startswith(HERE)][
        1:3
    ]
    above = page_of(client.get(f"{HERE}units/medicine/"))
    assert "Restraints each week" in above.words
    assert f"{HERE}units/alder-ward/" in above.links()
    assert "Only an administrator of Alder Ward can change this." in page.words


def test_who_cannot_change_a_unit_is_told_who_can(client: Client, ada: Actor, ward: Unit) -> None:
    page = page_of(client.get(f"{HERE}units/alder-ward/"))
    assert "Only an administrator of Alder Ward can change this. Ask Ada Moss." in page.words
    assert "Close this unit" not in page.words


def test_an_administrator_adds_renames_moves_and_closes(admin: Client, cast: Cast, ward: Unit) -> None:
    a_unit(cast.riverside, "Surgery")
    added = admin.post(f"{HERE}units/alder-ward/add/", {"name": "Bay 1", "kind": "bay", "code": "B1"})
    page = follow(admin, added)
    assert "Saved. Added Bay 1." in page.words
    renamed = admin.post(f"{HERE}units/bay-1/change/", {"name": "Bay One", "kind": "bay", "code": "B1"})
    assert "Saved. Renamed Bay 1 to Bay One." in follow(admin, renamed).words
    choices = page_of(admin.get(f"{HERE}units/bay-1/move/", {"q": "surg"}))
    surgery = Unit.objects.get(name="Surgery")
    radios = [each["value"] for each in choices.all("input") if each.get("type") == "radio"]
    assert radios == [str(surgery.pk)]
    moved = admin.post(f"{HERE}units/bay-1/move/?q=surg", {"parent": surgery.pk, "reason": "New wing"})
    page = follow(admin, moved)
    assert "Saved. Moved Bay One to Surgery." in page.words
    assert "New wing" in page.words
    (undo,) = [action for action in page.forms if action.endswith("/undo/")]
    assert "Undone. Moved Bay One to Alder Ward." in follow(admin, admin.post(undo)).words
    closed = admin.post(f"{HERE}units/bay-1/close/")
    assert "Saved. Closed Bay One. Its history stays." in follow(admin, closed).words
    assert "Saved. Opened Bay One again." in follow(admin, admin.post(f"{HERE}units/bay-1/reopen/")).words


def test_a_mistaken_unit_is_taken_back_and_its_parent_is_shown(admin: Client, ward: Unit) -> None:
    page = follow(admin, admin.post(f"{HERE}units/alder-ward/add/", {"name": "Bay 1"}))
    (undo,) = [action for action in page.forms if action.endswith("/undo/")]
    page = follow(admin, admin.post(undo))
    assert page.title == "Alder Ward · Wellrun"
    assert Unit.objects.get(name="Bay 1").is_closed
    again = admin.post(undo)
    assert again.status_code == 409
    assert "has changed this since" in page_of(again).words


@pytest.mark.parametrize(
    ("address", "sent", "said"),
    [
        ("alder-ward/add/", {"name": " "}, "Give the unit a name"),
        ("alder-ward/change/", {"name": "x" * 300}, "Keep this to 200"),
        ("medicine/move/", {"parent": "0"}, "Choose one of the units in the list."),
        ("medicine/move/", {}, "Choose the unit that it will stand below."),
        ("alder-ward/roles/", {}, "Choose the person."),
    ],
)
def test_what_is_to_be_put_right_is_said_at_the_field(
    admin: Client, ward: Unit, address: str, sent: dict[str, str], said: str
) -> None:
    response = admin.post(f"{HERE}units/{address}", {"role": "member", "perspective": "staff"} | sent)
    page = page_of(response)
    assert response.status_code == 422
    assert page.title.startswith("Not saved yet:")
    assert said in page.words


def test_moving_a_unit_below_itself_is_refused_kindly(admin: Client, ward: Unit) -> None:
    response = admin.post(f"{HERE}units/medicine/move/", {"parent": ward.pk, "reason": ""})
    assert response.status_code == 422
    assert "Medicine cannot stand below itself" in page_of(response).words
    response = admin.post(f"{HERE}units/medicine/close/")
    assert response.status_code == 409
    assert "Medicine has open units below it: 1." in page_of(response).words


def test_a_closed_unit_says_why_nothing_is_added(admin: Client, ward: Unit) -> None:
    admin.post(f"{HERE}units/alder-ward/close/")
    page = page_of(admin.get(f"{HERE}units/alder-ward/"))
    assert "Give a role: Alder Ward is closed. Choose a unit that is open." in page.words
    assert [button for button in page.all("button") if "disabled" in button]
    assert admin.get(f"{HERE}units/alder-ward/roles/").status_code == 403


def test_a_role_is_given_changed_ended_and_taken_back(admin: Client, cast: Cast, ward: Unit) -> None:
    found = page_of(admin.get(f"{HERE}units/alder-ward/roles/", {"q": "priya"}))
    radios = [each["value"] for each in found.all("input") if each.get("type") == "radio"]
    assert radios == [str(cast.member.id)]
    assert "priya@wellrun.example" in found.words
    told = {"person": cast.member.id, "role": "leader", "perspective": "staff", "title": "Ward manager"}
    page = follow(admin, admin.post(f"{HERE}units/alder-ward/roles/?q=priya", told))
    assert "Saved. Priya Nair became leader of Alder Ward." in page.words
    row = Membership.objects.get(unit=ward)
    address = f"{HERE}roles/{row.pk}/"
    assert address in page.links()
    changed = {"do": "save", "role": "coach", "perspective": "carer", "title": ""}
    assert "Before: leader." in follow(admin, admin.post(address, changed)).words
    page = follow(admin, admin.post(address, {"do": "end", "reason": "Moved"}))
    assert "Priya Nair is no longer improvement coach of Alder Ward." in page.words
    (undo,) = [action for action in page.forms if action.endswith("/undo/")]
    assert (
        "Undone. Priya Nair is improvement coach of Alder Ward again."
        in follow(admin, admin.post(undo)).words
    )


def test_the_last_administrator_is_told_what_to_do_first(admin: Client, ada: Actor) -> None:
    own = Membership.objects.get(person_id=ada.id)
    response = admin.post(f"{HERE}roles/{own.pk}/", {"do": "end", "reason": ""})
    assert response.status_code == 422
    assert "Riverside would have no administrator. Make somebody else one first." in page_of(response).words


def test_people_end_their_own_role_and_change_nothing_else(cast: Cast, ward: Unit) -> None:
    own = Membership.objects.get(person_id=cast.member.id)
    member = signed_in(cast.member)
    page = page_of(member.get(f"{HERE}roles/{own.pk}/"))
    assert "This is your own role." in page.words
    assert "Save what you wrote" not in page.words
    response = member.post(
        f"{HERE}roles/{own.pk}/", {"do": "save", "role": "administrator", "perspective": "staff"}
    )
    assert response.status_code == 422
    assert "Only an administrator of Riverside can change this." not in page_of(member.get(HERE)).words
    assert member.post(f"{HERE}roles/{own.pk}/", {"do": "end", "reason": ""})["Location"] == "/"
    assert member.get(HERE).status_code == 404


ADMINISTRATORS_ONLY = [
    "units/alder-ward/add/", "units/alder-ward/change/", "units/alder-ward/move/", "units/alder-ward/close/",
    "units/alder-ward/reopen/", "units/alder-ward/roles/", "administration/", "administration/people/",
    "administration/units/", "administration/roles/", "administration/single-sign-on/",
    "administration/settings/", "administration/history/", "administration/copy/",
    "administration/bring/units/", "administration/bring/people/", "administration/bring/units/example.csv",
]  # fmt: skip


@pytest.mark.parametrize("address", ADMINISTRATORS_ONLY)
def test_what_is_for_administrators_does_not_exist_for_others(
    client: Client, admin: Client, cast: Cast, ward: Unit, address: str
) -> None:
    elsewhere = signed_in(a_person("Hal Boss", cast.hillside, role=Role.ADMINISTRATOR))
    of_ward = signed_in(a_person_on("Wen Li", ward, role=Role.ADMINISTRATOR))
    for method in ("get", "post"):
        for visitor in (client, elsewhere):
            response = getattr(visitor, method)(HERE + address)
            assert response.status_code in {404, 405}, address
    assert admin.get(HERE + address).status_code in {200, 302}
    if address.startswith("administration"):
        assert of_ward.get(HERE + address).status_code == 404


@pytest.mark.parametrize("address", ["", "units/alder-ward/", "roles/1/", "changes/1/undo/"])
def test_another_organisation_looks_as_if_absent(cast: Cast, ward: Unit, address: str) -> None:
    visitor = signed_in(cast.viewer)
    absent = visitor.get(f"/organisations/nowhere/{address}")
    there = visitor.get(HERE + address)
    assert (absent.status_code, there.status_code) == (404, 404)
    assert page_of(absent).words == page_of(there).words
    assert visitor.get("/organisations/hillside/units/alder-ward/").status_code == 404


def test_a_guest_sees_no_organisation_and_no_directory(cast: Cast, ward: Unit) -> None:
    guest = signed_in(a_person("Gus Hope"))
    for address in (HERE, f"{HERE}units/alder-ward/", "/people/", f"/people/{cast.owner.id}/"):
        assert guest.get(address).status_code == 404
    assert "place" not in {each.get("class", "") for _tag, each in page_of(guest.get("/")).elements}


def test_somebody_of_two_organisations_switches_between_them(client: Client, cast: Cast) -> None:
    page = page_of(client.get("/people/"))
    assert "/organisations/look-at/" in page.forms
    first = page.title
    other = cast.hillside if "Riverside" in first else cast.riverside
    answer = client.post("/organisations/look-at/", {"organisation": other.pk})
    assert answer["Location"] == f"/organisations/{other.slug}/"
    assert other.name in page_of(client.get("/people/")).title
    for bad in ("x", "", "999999", "9" * 30):
        assert client.post("/organisations/look-at/", {"organisation": bad})["Location"] == "/"


def test_who_belongs_to_one_has_nothing_to_switch(cast: Cast) -> None:
    page = page_of(signed_in(cast.member).get("/"))
    assert "/organisations/look-at/" not in page.forms
    assert HERE in page.links()


@pytest.mark.parametrize("count", [1, 40])
def test_questions_do_not_grow_with_the_tree_or_the_people(
    admin: Client, cast: Cast, ward: Unit, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        a_unit(ward, f"Bay {number}")
        a_person_on(f"P{number} Q", ward)
    for address, most in ((HERE, 11), (f"{HERE}units/alder-ward/", 16), ("/people/", 10)):
        with django_assert_max_num_queries(most):
            assert admin.get(address).status_code == 200


def test_names_keep_their_direction(client: Client, cast: Cast) -> None:
    unit = a_unit(cast.riverside, "جناح الأرز")
    page = page_of(client.get(HERE))
    (link,) = [each for each in page.all("a") if each.get("href") == f"{HERE}units/{unit.slug}/"]
    assert link["dir"] == "auto"
    assert root_of(cast.riverside.pk).name in page.words
