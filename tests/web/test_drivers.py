"""The driver diagram's page: add, write, move, take out and put back, each as a plain form."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import Page, page_of
from wellrun.projects.models import Driver, DriverLink, Project
from wellrun.projects.services import write_driver

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def client(team: Team) -> Client:
    return signed_in(team.partner)


def base(team: Team) -> str:
    return f"/projects/{team.project.pk}/drivers/"


def add(client: Client, team: Team, kind: str, text: str, parent: Driver | None = None) -> Driver:
    told = {"kind": kind, "text": text, "parent": parent.pk if parent else ""}
    answer = client.post(base(team), told)
    made = Driver.objects.get(text=text)
    assert (answer.status_code, answer["Location"]) == (303, f"{base(team)}?at={made.pk}&done=add#chosen")
    return made


def look(client: Client, team: Team, query: str = "") -> Page:
    answer = client.get(base(team) + query)
    assert answer.status_code == 200
    return page_of(answer)


def test_the_projects_page_tells_the_theory_in_short(client: Client, team: Team) -> None:
    """Aim, drivers, and each idea with where it stands: once for each driver, however it serves it."""
    story = f"/projects/{team.project.pk}/"
    assert "What we think will help" not in page_of(client.get(story)).words
    early = add(client, team, "primary", "Spotting distress early")
    add(client, team, "primary", "A calm place")
    share = add(client, team, "secondary", "Everyone shares", early)
    card = add(client, team, "idea", "Distress <i>card</i>", share)
    client.post(f"{base(team)}{card.pk}/serve/", {"parent_id": early.pk})
    assert DriverLink.objects.filter(child=card).count() == 2
    page = page_of(client.get(story))
    told = "Aim No aim yet Primary driver Spotting distress early Idea to try: Distress <i>card</i>"
    assert (
        f"{told} Not started Primary driver A calm place No ideas to try yet Open the driver diagram"
        in page.words
    )
    assert "Everyone shares" not in page.words.partition("What we think")[2].partition("Open the driver")[0]


def test_a_theory_is_drawn_with_forms_alone(client: Client, team: Team) -> None:
    empty = look(client, team).words
    assert "Nothing stands below the aim yet." in empty
    assert "Saved by" not in empty
    early = add(client, team, "primary", "Spotting distress early")
    share = add(client, team, "secondary", "Everyone shares", early)
    add(client, team, "idea", "Distress card", share)
    page = look(client, team, f"?at={share.pk}")
    for words in ("Spotting distress early", "Distress card Not started", "An idea to try below this"):
        assert words in page.words
    assert "“Everyone shares” has nothing" not in page.words
    assert "Saved by Marcus Bell at" in page.words
    assert (
        page_of(client.post(base(team), {"kind": "idea", "text": "x"})).words.count("stands below a driver")
        == 1
    )
    assert client.post(base(team), {"kind": "primary", "text": " "}).status_code == 422


def test_parts_are_moved_and_serve_two(client: Client, team: Team) -> None:
    early, calm = (add(client, team, "primary", text) for text in ("Early", "Calm"))
    card = add(client, team, "idea", "Card", early)
    line = DriverLink.objects.get(child=card)
    place = f"{base(team)}{card.pk}/place/"
    told = {"link_id": line.pk, "parent_id": calm.pk, "position": 0}
    assert client.post(place, told).status_code == 303
    assert DriverLink.objects.get(child=card).parent == calm
    assert client.post(place, told | {"parent_id": ""}).status_code == 422
    assert client.post(place, told | {"link_id": "x"}).status_code == 422
    assert client.post(f"{base(team)}{card.pk}/serve/", {"parent_id": early.pk}).status_code == 303
    assert DriverLink.objects.filter(child=card).count() == 2
    up = DriverLink.objects.get(child=calm)
    moved = {"link_id": up.pk, "parent_id": "", "position": 0}
    assert client.post(f"{base(team)}{calm.pk}/place/", moved).status_code == 303
    assert DriverLink.objects.filter(parent=None).order_by("position")[0].child == calm


def test_taking_out_can_be_undone(client: Client, team: Team) -> None:
    early = add(client, team, "primary", "Early")
    answer = client.post(f"{base(team)}{early.pk}/remove/")
    assert answer["Location"] == f"{base(team)}?removed={early.pk}"
    assert "Put it back" in look(client, team, f"?removed={early.pk}").words
    assert client.post(f"{base(team)}{early.pk}/remove/").status_code == 404
    assert client.post(f"{base(team)}{early.pk}/restore/").status_code == 303
    assert client.post(f"{base(team)}{early.pk}/restore/").status_code == 422
    assert "Early" in look(client, team).words


def test_a_stale_edit_shows_both_texts(client: Client, team: Team) -> None:
    early = add(client, team, "primary", "Early")
    seen = Project.objects.get().version
    write_driver(actor=team.lead, project=team.project, driver=early, text="Earlier", now=NOW)
    answer = client.post(f"{base(team)}{early.pk}/", {"text": "Very early", "expected_version": seen})
    assert answer.status_code == 422
    assert "Theirs: Earlier" in page_of(answer).words
    assert "Yours: Very early" in page_of(answer).words


def test_others_look_and_strangers_do_not(client: Client, team: Team) -> None:
    early = add(client, team, "primary", "Early")
    reader = signed_in(team.looker)
    assert "Ask its lead if you want to join the team" in look(reader, team, f"?at={early.pk}").words
    assert reader.post(base(team), {"kind": "primary", "text": "Mine"}).status_code == 422
    assert reader.post(f"{base(team)}{early.pk}/remove/").status_code == 422
    assert signed_in(team.outsider).get(base(team)).status_code == 404
    for odd in ("?at=x", "?at=999", "?removed=x"):
        assert look(client, team, odd)
