"""Pages that take a project along, and bring one in."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests.build.cast import Cast, a_person, a_unit
from tests.build.kept import kept
from tests.build.packages import a_whole_project, packed, record_in
from tests.build.projects import Team
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.projects.models import Project, Seat, Tool, ToolItem
from wellrun.web.measures.drafts import keep_draft

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_whole_project(cast)


def chosen(client: Client, content: bytes, name: str = "calmer.zip") -> HttpResponse:
    return client.post("/projects/bring/", {"file": SimpleUploadedFile(name, content)})  # type: ignore[return-value]


def test_the_team_downloads_its_project(team: Team) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/package/"
    assert address in page_of(client.get(f"/projects/{team.project.pk}/sharing/")).links()
    words = page_of(client.get(address)).words
    assert "That you took it stays in the history." in words
    answer = client.post(address, {"names": "leave_out", "coaching": "take", "conversations": "take"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    assert re.search(
        r'filename="calmer-evenings-on-alder-ward-\d{4}-\d\d-\d\d.zip"', answer["Content-Disposition"]
    )
    record = record_in(answer.content)
    assert (record["left_out"]["names"], len(record["coaching"])) == (True, 1)
    assert "Packed the project" in page_of(client.get(f"/projects/{team.project.pk}/")).words
    assert client.post(address, {"names": "some"}).status_code == 422


def test_who_only_reads_it_is_told_whom_to_ask(team: Team) -> None:
    client, address = signed_in(team.looker), f"/projects/{team.project.pk}/package/"
    assert "Ask its lead for a package" in page_of(client.get(address)).words
    answer = client.post(address, {"names": "write", "coaching": "leave_out", "conversations": "take"})
    assert (answer.status_code, "Ask its lead" in page_of(answer).words) == (422, True)
    assert address not in client.get(f"/projects/{team.project.pk}/").content.decode()
    assert signed_in(team.outsider).get(address).status_code == 404


def test_a_package_is_looked_at_then_brought_in(cast: Cast, team: Team) -> None:
    nora = a_person("Nora Lind", cast.hillside)
    ward = a_unit(cast.hillside)
    content = packed(team.lead, team.project)
    client = signed_in(cast.viewer)
    answer = chosen(client, content)
    assert answer.status_code == 303
    address = answer["Location"]
    page = page_of(client.get(address))
    for said in (
        "From Riverside, Alder Ward", "The aim, with 2 revisions", "2 measures", "3 drivers",
        "It stays where it is: Closed with learning", "What coach and team talked about was not packed",
    ):  # fmt: skip
        assert said in page.words
    assert page.forms[address]["unit"] == str(ward.pk)
    assert Project.objects.count() == 1
    number = next(each["number"] for each in record_in(content)["people"] if each["name"] == "Marcus Bell")
    told = {"unit": ward.pk, f"person_{number}": "nobody@wellrun.example", "step": "bring"}
    answer = client.post(address, told)
    assert (answer.status_code, "Nobody here has this address" in page_of(answer).words) == (422, True)
    answer = client.post(address, told | {f"person_{number}": "nora@wellrun.example"})
    project = Project.objects.latest("pk")
    assert (answer.status_code, answer["Location"]) == (303, f"/projects/{project.pk}/")
    assert Seat.objects.get(project=project, person_id=nora.id).role == "service_user_partner"
    assert client.get(address).status_code == 404


def test_the_pages_of_a_brought_project_say_who_and_where(cast: Cast, team: Team) -> None:
    client = signed_in(cast.viewer)
    address = chosen(client, packed(team.lead, team.project, coaching=True))["Location"]
    client.post(address, {"unit": a_unit(cast.hillside).pk, "step": "bring"})
    here = f"/projects/{Project.objects.latest('pk').pk}/"
    story = page_of(client.get(here)).words
    assert "Victor Lund brought this project here" in story
    assert f"from Riverside, where it is project {team.project.pk}" in story
    assert "Coach Siôn Rees agreed on 4" in story
    words = page_of(client.get(f"{here}team/")).words
    assert "Who was in it before" in words
    assert "Marcus Bell Service-user partner. Service user or patient" in words
    assert "Beverley Grant, where it came from" in page_of(client.get(f"{here}barriers/")).words
    assert "Answered by Beverley Grant" in page_of(client.get(f"{here}barriers/")).words
    assert (
        "Marcus Bell agreed this level where the project came from"
        in page_of(client.get(f"{here}involvement/")).words
    )
    assert "Siôn Rees" in page_of(client.get(f"{here}coaching/")).words
    Project.objects.update(state="testing")
    assert "Marcus Bell" in page_of(client.get(f"{here}huddle/")).words
    closing = page_of(client.get(f"{here}closing/")).words
    assert "How it was held before" in closing
    assert "Looked after by Marcus Bell" in closing
    assert "Limits as agreed Average 1.8, usual range 0 to 5.8" in closing
    for part in ("", "drivers/", "tests/", "measures/", "closing/", "team/"):
        assert client.get(here + part).status_code == 200


def test_tools_votes_and_talk_are_shown_where_they_came(cast: Cast) -> None:
    team = a_whole_project(cast, with_tools=True)
    client = signed_in(cast.viewer)
    address = chosen(client, packed(team.lead, team.project, talk=True))["Location"]
    preview = page_of(client.get(address)).words
    for said in ("9 tools", "2 kept diagrams", "8 comments", "The time of the huddle"):
        assert said in preview
    client.post(address, {"unit": a_unit(cast.hillside).pk, "step": "bring"})
    project = Project.objects.latest("pk")
    here = f"/projects/{project.pk}/"
    story = client.get(here)
    assert "About the project &lt;b&gt;here&lt;/b&gt;" in story.content.decode()
    assert "Marcus Bell, where it came from" in page_of(story).words
    assert "About “Restraints each week” in daily control, where it came from" in page_of(story).words
    assert "Thank you: Amina Yusuf, Siôn Rees" in page_of(story).words
    assert (project.huddle.weekday, f"{project.huddle.at:%H:%M}") == (1, "08:45")
    assert "Before nights" in page_of(client.get(f"{here}drivers/versions/")).words
    for tool in Tool.objects.filter(project=project):
        page = page_of(client.get(f"{here}tools/{tool.pk}/")).words
        assert ("Quiet hours" if tool.kind == "voting" else "=Light") in page
        assert "Below what is gone" not in page
    assert "Only 2 people voted in one round" in page
    found = page_of(client.get("/search/?q=quiet"))
    card = ToolItem.objects.get(tool__project=project, text="Quiet hours")
    assert f"{here}tools/{card.tool_id}/?at={card.pk}#chosen" in found.links()
    assert "Quiet hours What first? · Calmer evenings on Alder Ward · Hillside" in found.words


def test_a_project_and_its_copy_lead_to_each_other_where_that_is_allowed(cast: Cast, team: Team) -> None:
    client = signed_in(cast.viewer)
    address = chosen(client, packed(team.lead, team.project))["Location"]
    client.post(address, {"unit": a_unit(cast.hillside).pk, "step": "bring"})
    copy = Project.objects.latest("pk")
    here, there = f"/projects/{copy.pk}/", f"/projects/{team.project.pk}/"
    assert there not in client.get(here).content.decode()
    assert here not in signed_in(team.lead).get(there).content.decode()
    Project.objects.update(visibility="network")
    assert (
        "It was packed from here: Calmer evenings on Alder Ward, Riverside" in page_of(client.get(here)).words
    )
    assert "A copy was brought in here" in page_of(signed_in(team.lead).get(there)).words
    assert here in signed_in(team.lead).get(there).content.decode()


def test_the_same_package_twice_asks_first(cast: Cast, team: Team) -> None:
    client, unit = signed_in(cast.viewer), a_unit(cast.hillside).pk
    content = packed(team.lead, team.project)
    for _time in range(2):
        address = chosen(client, content)["Location"]
        answer = client.post(address, {"unit": unit, "step": "bring"})
    assert answer.status_code == 422
    assert "This project is here already" in page_of(answer).words
    answer = client.post(address, {"unit": unit, "step": "bring", "again": "yes"})
    assert (answer.status_code, Project.objects.count()) == (303, 3)


def test_looking_again_keeps_what_was_typed(cast: Cast, team: Team) -> None:
    client, unit = signed_in(cast.viewer), a_unit(cast.hillside, "Zeta Ward").pk
    address = chosen(client, packed(team.lead, team.project))["Location"]
    answer = client.post(address, {"unit": unit, "person_1": "x@y.example", "step": "look"})
    assert (answer.status_code, answer["Location"]) == (303, address)
    form = page_of(client.get(address)).forms[address]
    assert (form["unit"], form["person_1"]) == (str(unit), "x@y.example")
    for odd in ("", "0", "x", "99999999999999999999"):
        assert client.post(address, {"unit": odd, "step": "bring"}).status_code == 422
    assert signed_in(team.lead).get(address).status_code == 404


def test_addresses_are_looked_up_for_so_many_in_an_hour(cast: Cast, team: Team, settings: Settings) -> None:
    """As on a team's page: or a package would tell of thousands of addresses who has an account."""
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "join_team": "2/h/user"}
    content, client = packed(team.lead, team.project), signed_in(cast.viewer)
    a_unit(cast.hillside)
    address = chosen(client, content)["Location"]
    form = page_of(client.get(address)).form(address)
    field = next(name for name in form if name.startswith("person_"))
    for tried in ("one@example.org", "ONE@example.org", "two@example.org"):
        assert client.post(address, form | {field: tried, "step": "look"}).status_code == 303
    answer = client.post(address, form | {field: "amina@wellrun.example", "step": "look"})
    assert answer.status_code == 429
    page = page_of(answer)
    assert "Many addresses were tried in this hour." in page.words
    assert page.form(address)[field] == "amina@wellrun.example", "nothing typed is lost"


def test_what_is_no_package_is_refused_on_the_page(cast: Cast, team: Team) -> None:
    client = signed_in(cast.viewer)
    for content, said in (
        (b"", "not a project package"),
        (b"month,falls\n2026-01,3\n", "not a project package"),
        (packed(team.lead, team.project)[:-30], "damaged"),
        (bytes(5_000_001), "larger than the 5 MB"),
    ):
        answer = chosen(client, content)
        assert (answer.status_code, said in page_of(answer).words) == (422, True), said
    assert client.post("/projects/bring/").status_code == 422
    assert client.get("/projects/bring/nothing/").status_code == 404


def test_a_draft_of_another_kind_is_told_not_to_be_one(cast: Cast) -> None:
    draft = keep_draft(cast.viewer, name="falls.csv", content=b"month,falls")
    answer = signed_in(cast.viewer).get(f"/projects/bring/{draft.token}/")
    assert (answer.status_code, "not a project package" in page_of(answer).words) == (422, True)


def test_formulas_and_html_stay_text_on_the_page(cast: Cast, team: Team) -> None:
    Project.objects.filter(pk=team.project.pk).update(title="<script>alert(1)</script>=1+1")
    client = signed_in(cast.viewer)
    a_unit(cast.hillside)
    html = client.get(chosen(client, packed(team.lead, team.project))["Location"]).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;=1+1" in html
