"""Somebody who has never done this: each page says the one thing to do next, and asks for no more."""

import re

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import Driver, Project
from wellrun.projects.services import add_driver

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def client(team: Team) -> Client:
    return signed_in(team.lead)


def primary(client: Client, team: Team) -> tuple[str, str]:
    """The button that leads on: where, and what it says."""
    html = client.get(f"/projects/{team.project.pk}/").content.decode()
    button = html.partition('<a class="button button--primary"')[2].partition("</a>")[0]
    href, _mark, inside = button.partition('href="')[2].partition('"')
    return href, " ".join(re.sub("<[^>]+>", "", inside.partition(">")[2]).split())


def test_the_project_says_what_comes_next(client: Client, team: Team) -> None:
    here = f"/projects/{team.project.pk}/"
    assert primary(client, team) == (f"{here}aim/", "Write the aim")
    client.post(f"{here}aim/", {"what": "Fewer falls"})
    assert primary(client, team) == (f"{here}drivers/#add-primary", "Next: what has to be different?")
    early = add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=NOW)
    assert primary(client, team) == (f"{here}drivers/?at={early.pk}#chosen", "Next: an idea to try")
    client.post(f"{here}drivers/", {"kind": "idea", "parent": early.pk, "text": "Card"})
    idea = Driver.objects.get(kind="idea")
    assert primary(client, team) == (f"{here}tests/new/?idea={idea.pk}", "Next: plan a test")
    client.post(f"{here}tests/new/", {"idea": idea.pk, "question": "In a day?", "prediction": "8 in 10"})
    test = f"/tests/{Cycle.objects.get().pk}/"
    for stage, part, words in (
        ("plan", "plan", "Next: start the test"),
        ("do", "do", "Next: say what happened"),
        ("study", "study", "Next: fill in Study"),
        ("act", "act", "Next: decide"),
    ):
        Cycle.objects.update(stage=stage)
        assert primary(client, team) == (f"{test}#{part}", words)
    client.post(f"{here}tests/new/", {"idea": idea.pk, "question": "In two?", "prediction": "9 in 10"})
    for stages, leads in ((("do", "study"), 1), (("act", "do"), 0), (("do", "do"), 0), (("plan", "do"), 1)):
        both = list(Cycle.objects.order_by("pk"))
        for cycle, stage in zip(both, stages, strict=True):
            Cycle.objects.filter(pk=cycle.pk).update(stage=stage)
        assert primary(client, team)[0] == f"/tests/{both[leads].pk}/#{stages[leads]}"
    Cycle.objects.update(stage="done")
    assert primary(client, team) == (f"{here}sharing/", "Share")
    assert "Next:" not in page_of(signed_in(team.looker).get(here)).words


def test_nobody_fills_in_a_plan_that_cannot_be_saved(client: Client, team: Team) -> None:
    page = page_of(client.get(f"/projects/{team.project.pk}/tests/new/"))
    assert "Two short lines" in page.words
    assert f"/projects/{team.project.pk}/drivers/" in page.links()
    assert "question" not in {name for form in page.forms.values() for name in form}


def test_the_only_place_is_chosen_already(client: Client, team: Team) -> None:
    member = signed_in(team.colleague)
    units = [each["value"] for each in page_of(member.get("/projects/new/")).all("option") if each["value"]]
    form = page_of(member.get("/projects/new/")).form("/projects/new/")
    assert form["unit"] == (units[0] if len(units) == 1 else "")
    Project.objects.all().delete()
    ward = team.ward
    type(ward).objects.filter(organisation_id=ward.organisation_id, parent=None).update(is_closed=True)
    assert page_of(member.get("/projects/new/")).form("/projects/new/")["unit"] == str(ward.pk)


def test_a_step_says_where_it_leads(client: Client, team: Team) -> None:
    words = page_of(client.get(f"/projects/{team.project.pk}/")).words
    assert "We have talked it over Then it stands at “Explored”." in words
