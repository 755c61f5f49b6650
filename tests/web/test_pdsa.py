"""Pages of tests: from a plan with a prediction to a decision, and on to the next test."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.measures import a_measure
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
    return signed_in(team.partner)


@kept
def idea(team: Team) -> Driver:
    early = add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=NOW)
    return add_driver(
        actor=team.lead, project=team.project, kind="idea", text="Distress card", parent_id=early.pk, now=NOW
    )


def planned(client: Client, team: Team, idea: Driver, **changes: object) -> Cycle:
    told = {"idea": idea.pk, "question": "Can we, in a day?", "prediction": "8 in 10", "people": 1, "days": 1}
    answer = client.post(f"/projects/{team.project.pk}/tests/new/", told | changes)
    cycle = Cycle.objects.latest("pk")
    assert (answer.status_code, answer["Location"]) == (303, f"/tests/{cycle.pk}/")
    return cycle


def test_a_test_is_run_with_forms_alone(client: Client, team: Team, idea: Driver) -> None:
    assert "No tests yet" in page_of(client.get(f"/projects/{team.project.pk}/tests/")).words
    cycle = planned(client, team, idea)
    address = f"/tests/{cycle.pk}/"
    words = page_of(client.get(address)).words
    assert "Distress card: test 1" in words
    assert "1 person, 1 day" in words
    assert "Nothing yet. It begins with the test." in words
    assert client.post(f"{address}do/", {"happened": "x"}).status_code == 422
    assert client.post(f"{address}start/").status_code == 303
    assert "Locked since the test began on" in page_of(client.get(address)).words
    told = {"happened": "7 of 9", "surprises": "No peer worker"}
    assert client.post(f"{address}do/", told).status_code == 303
    assert client.post(f"{address}study/", {"result": ""}).status_code == 422
    assert client.post(f"{address}study/", {"result": "8 in 10", "learned": "Peers help"}).status_code == 303
    assert client.post(f"{address}act/", {"decision": "", "why": "x"}).status_code == 422
    answer = client.post(f"{address}act/", {"decision": "expand", "why": "It works", "next": "yes"})
    assert answer["Location"] == f"/projects/{team.project.pk}/tests/new/?after={cycle.pk}"
    following = page_of(client.get(answer["Location"]))
    form = next(fields for fields in following.forms.values() if "question" in fields)
    typed = [form[name].strip() for name in ("question", "prediction", "people")]
    assert typed == ["Can we, in a day?", "", "2"]
    words = page_of(client.get(address)).words
    for said in ("Expand. It works", "Not as planned: No peer worker", "About our theory: Peers help"):
        assert said in words
    assert "Tested wider after test 1" in page_of(client.get(f"/projects/{team.project.pk}/tests/")).words


def test_the_plan_changes_and_the_prediction_does_not(client: Client, team: Team, idea: Driver) -> None:
    cycle = planned(client, team, idea)
    address = f"/tests/{cycle.pk}/plan/"
    told = {"question": "Can we, in two days?", "prediction": "9 in 10", "counted": "Cards"}
    assert client.post(address, told).status_code == 303
    client.post(f"/tests/{cycle.pk}/start/")
    assert "prediction" not in next(iter(page_of(client.get(address)).forms.values()))
    assert client.post(address, told | {"prediction": "7 in 10", "who": "Priya"}).status_code == 303
    cycle.refresh_from_db()
    assert (cycle.prediction, cycle.who, cycle.data) == ("9 in 10", "Priya", "Cards")
    answer = client.post(address, told | {"question": "Mine", "version": 1})
    assert answer.status_code == 422
    assert "Yours: Mine" in page_of(answer).words


def test_bad_input_is_kept_and_explained(client: Client, team: Team, idea: Driver) -> None:
    address = f"/projects/{team.project.pk}/tests/new/"
    told = {
        "idea": idea.pk,
        "question": "",
        "people": "many",
        "starts_on": "2026-04-06",
        "ends_on": "2026-04-05",
    }
    words = page_of(client.post(address, told)).words
    assert "Write it as a question" in words
    assert "Type a whole number, like 4." in words
    answer = client.post(address, told | {"question": "Why?", "people": "2"})
    assert "The last day comes before the first" in page_of(answer).words
    assert client.post(address, told | {"idea": 999}).status_code == 422
    for odd in ("?after=x", "?after=999", "?idea=x"):
        assert client.get(address + odd).status_code == 200


def test_the_result_is_read_from_the_chart_where_there_is_one(
    client: Client, team: Team, idea: Driver, cast: Cast
) -> None:
    measure = a_measure(cast)
    cycle = planned(client, team, idea, measure=measure.pk)
    words = page_of(client.get(f"/tests/{cycle.pk}/")).words
    assert "Improving. The last 9 weeks are all below" in words


def test_who_may_not_write_reads(client: Client, team: Team, idea: Driver) -> None:
    cycle = planned(client, team, idea)
    reader = signed_in(team.looker)
    assert "Start the test" not in page_of(reader.get(f"/tests/{cycle.pk}/")).words
    for part in ("start", "do", "study", "act", "remove"):
        told = {"happened": "x", "result": "x", "decision": "adopt", "why": "x"}
        assert reader.post(f"/tests/{cycle.pk}/{part}/", told).status_code == 422
    assert reader.get(f"/tests/{cycle.pk}/plan/").status_code == 403
    assert reader.get(f"/projects/{team.project.pk}/tests/new/").status_code == 403
    assert signed_in(team.outsider).get(f"/tests/{cycle.pk}/").status_code == 404
    assert Client().get(f"/tests/{cycle.pk}/").status_code == 303
    assert client.post(f"/tests/{cycle.pk}/remove/").status_code == 303
    assert client.get(f"/tests/{cycle.pk}/").status_code == 404
    assert Project.objects.count() == 1
