"""Pages of barriers: the team asks in a minute, a leader answers, and sees nothing else."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.build.cast import NOW, Cast, a_person_on
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import Page, page_of
from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.organisations.values import Role
from wellrun.projects.models import Barrier, Project, Request
from wellrun.projects.services import answer_barrier, raise_barrier
from wellrun.web.projects.presenters.barriers import present_barriers

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def matron(team: Team) -> Actor:
    return a_person_on("Grace Namutebi", team.ward, role=Role.LEADER)


def looked_at(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer)


def test_a_team_asks_in_one_form_and_reads_what_came_back(team: Team, matron: Actor) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/barriers/"
    page = looked_at(client, address)
    assert "Nothing stands in your way" in page.words
    assert "They see nothing else that your team has not shared with them." in page.words
    due = (timezone.now() + timedelta(days=14)).date().isoformat()
    assert page.forms[address]["reply_by"] == due
    wrong = client.post(address, {"text": "", "wanted": "Pay", "person_id": ""})
    assert wrong.status_code == 422
    assert page_of(wrong).forms[address]["wanted"].strip() == "Pay"
    asked = {"text": "No pay on bank holidays", "wanted": "", "person_id": matron.id, "reply_by": due}
    assert client.post(address, asked).status_code == 303
    words = looked_at(client, address).words
    assert "Asked: Grace Namutebi, Alder Ward" in words
    told = looked_at(client, f"{address}?done=asked").words
    assert "Asked. The answer comes back to the whole team." in told
    assert "<i>" not in looked_at(client, f"{address}?done=<i>x").words
    barrier = Barrier.objects.get()
    answered = signed_in(matron).post(f"/barriers/{barrier.pk}/answer/", {"answer": "Yes, from May."})
    assert (answered.status_code, answered["Location"]) == (303, "/asked-of-me/?done=answered")
    story = looked_at(client, f"/projects/{team.project.pk}/").words
    assert "Yes, from May." in story
    assert "Answered by Grace Namutebi in 0 days" in story
    unsaid = client.post(f"/barriers/{barrier.pk}/close/", {"words": "Thank you"})
    assert unsaid.status_code == 422
    assert "Say whether it helped." in page_of(unsaid).words
    assert client.post(f"/barriers/{barrier.pk}/close/", {"helped": "yes"}).status_code == 303
    assert "Closed. Yes, it helped." in looked_at(client, address).words


def test_a_leader_sees_the_question_and_the_title_and_nothing_else(team: Team, matron: Actor) -> None:
    barrier = raise_barrier(
        actor=team.lead, project=team.project, text="Lift out of use", person_id=matron.id, now=NOW
    )
    client = signed_in(matron)
    words = looked_at(client, "/asked-of-me/").words
    assert "Lift out of use" in words
    assert "Calmer evenings on Alder Ward, Alder Ward. Asked by Amina Yusuf" in words
    assert "Evenings are loud." not in words
    for address in ("", "barriers/", "team/", "drivers/"):
        assert client.get(f"/projects/{team.project.pk}/{address}").status_code == 404
    assert client.post(f"/barriers/{barrier.pk}/close/", {"helped": "yes"}).status_code == 404
    empty = client.post(f"/barriers/{barrier.pk}/answer/", {"answer": " "})
    assert empty.status_code == 422
    assert "Say what you will do" in page_of(empty).words


def test_a_sponsor_answers_from_the_page_of_the_team(team: Team, matron: Actor) -> None:
    raised = {"actor": team.lead, "project": team.project, "now": NOW}
    mine = raise_barrier(**raised, text="Lift out of use", person_id=team.sponsor.id)
    raise_barrier(**raised, text="No pay", person_id=matron.id)
    page = looked_at(signed_in(team.sponsor), f"/projects/{team.project.pk}/barriers/")
    assert [link for link in page.links() if "asked-of-me" in link] == [f"/asked-of-me/#asked-{mine.pk}"]
    measures = looked_at(signed_in(team.sponsor), f"/projects/{team.project.pk}/measures/").words
    assert "As its sponsor you read, ask, and answer what they need." in measures


def test_others_neither_ask_nor_answer(team: Team, matron: Actor) -> None:
    barrier = raise_barrier(
        actor=team.lead, project=team.project, text="Lift out of use", person_id=matron.id, now=NOW
    )
    for actor in (team.outsider, team.colleague, team.leader):
        client = signed_in(actor)
        assert client.get(f"/projects/{team.project.pk}/barriers/").status_code == 404
        assert client.post(f"/barriers/{barrier.pk}/answer/", {"answer": "No"}).status_code == 404
        assert "Lift out of use" not in looked_at(client, "/asked-of-me/").words
    Project.objects.update(visibility=Visibility.ORGANISATION)
    reader = signed_in(team.colleague)
    assert "Ask for help" not in looked_at(reader, f"/projects/{team.project.pk}/barriers/").words
    asked = {"text": "Mine", "person_id": matron.id}
    assert reader.post(f"/projects/{team.project.pk}/barriers/", asked).status_code == 422
    assert reader.post(f"/barriers/{barrier.pk}/answer/", {"answer": "No"}).status_code == 422
    assert Barrier.objects.get().answer == ""


def test_a_stranger_reads_a_public_story_without_its_barriers(team: Team, matron: Actor) -> None:
    raise_barrier(actor=team.lead, project=team.project, text="Lift", person_id=matron.id, now=NOW)
    Project.objects.update(visibility=Visibility.PUBLIC)
    assert "Grace Namutebi" not in looked_at(Client(), f"/projects/{team.project.pk}/").words


def test_from_eight_answers_on_a_leader_sees_their_own_process(team: Team, matron: Actor) -> None:
    for number, days in enumerate((6, 9, 7, 12, 5, 8, 10)):
        _answered(team, matron, number, days)
    page = looked_at(signed_in(matron), "/asked-of-me/")
    assert "You answered 7 questions. They took from 5 to 12 days." in page.words
    assert not [tag for tag, given in page.elements if given.get("id", "").startswith("tw")]
    _answered(team, matron, 8, 7)
    raise_barrier(actor=team.lead, project=team.project, text="Waits", person_id=matron.id, now=NOW)
    page = looked_at(signed_in(matron), "/asked-of-me/")
    assert [tag for tag, given in page.elements if given.get("id", "").startswith("tw")]
    assert "1 question waits and is not counted yet." in page.words


def _answered(team: Team, matron: Actor, number: int, days: int) -> None:
    asked = NOW + timedelta(days=number)
    barrier = raise_barrier(
        actor=team.lead, project=team.project, text=f"Question {number}", person_id=matron.id, now=asked
    )
    answer_barrier(actor=matron, barrier=barrier, answer="Yes", now=asked + timedelta(days=days))


def test_what_waits_too_long_is_said_without_blame(team: Team, matron: Actor) -> None:
    raise_barrier(actor=team.lead, project=team.project, text="Lift", person_id=matron.id, now=NOW)
    Request.objects.update(reply_by=NOW.date() + timedelta(days=3))
    barriers = Barrier.objects.prefetch_related("requests__person", "requests__unit")
    row = present_barriers(barriers, today=NOW.date() + timedelta(days=4))[0]
    assert (row.icon, row.is_late, row.answer) == ("overdue", True, "Waiting for 4 days")
    assert row.note == "Answer due by 17 April 2026"


def test_who_can_be_asked_finds_the_way_from_the_projects(team: Team, matron: Actor) -> None:
    raise_barrier(actor=team.lead, project=team.project, text="Lift", person_id=matron.id, now=NOW)
    assert "Asked of me (1)" in looked_at(signed_in(matron), "/projects/").words
    assert "Asked of me" in looked_at(signed_in(team.sponsor), "/projects/").words
    assert "Asked of me" not in looked_at(signed_in(team.colleague), "/projects/").words
